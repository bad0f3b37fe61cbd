import { createAccountsActs } from '../discord/accounts-acts.ts';
import type { Readers } from '../discord/readers.ts';
import { makeShowStatistics } from '../flows/accounts/show-statistics.ts';
import { drawChart } from '../papers/draw-chart.ts';
import { renderPng } from '../papers/render-png.ts';
import type { Ground } from './ground.ts';

/** What coordinators show to management, the data protection officer and the public. */
export function createAccounts(ground: Ground, readers: Readers) {
  const { now, store, municipalities } = ground;
  return {
    accounts: createAccountsActs({
      flows: { showStatistics: makeShowStatistics({ now, store }) },
      municipalities,
      readers,
      chart: (chart) => renderPng(drawChart(chart)),
    }),
  };
}
