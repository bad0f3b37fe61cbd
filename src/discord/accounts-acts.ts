import type { BaseInteraction } from 'discord.js';
import type { Municipality } from '../core/municipality.ts';
import { toCsv } from '../core/statistics/csv.ts';
import type { StatisticsOutcome } from '../flows/accounts/show-statistics.ts';
import { statisticsNb } from '../i18n/accounts/statistics-nb.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { Readers } from './readers.ts';
import type { Picture } from './reply.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { chartName, sheetName, statistics, statisticsBars, statisticsRows } from './views/statistics.ts';

interface AccountsActsOptions {
  readonly flows: { readonly showStatistics: (staff: Staff) => Promise<StatisticsOutcome> };
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  /** A bar chart as PNG. */
  readonly chart: (chart: { readonly title: string; readonly bars: ReturnType<typeof statisticsBars> }) => Buffer;
}

/** An answer with files beside it. */
export interface Answer {
  readonly body: MessageBody;
  readonly pictures: readonly Picture[];
}

/** What a coordinator answers to management and the data protection officer with. */
export type AccountsActs = ReturnType<typeof createAccountsActs>;

export function createAccountsActs({ flows, municipalities, readers, chart }: AccountsActsOptions) {
  function who(
    interaction: BaseInteraction,
  ): { readonly staff: Staff; readonly municipality: Municipality } | undefined {
    const staff = staffOf(interaction, municipalities);
    const municipality = staff && municipalities.find(staff.municipalityId);
    return staff && municipality && { staff, municipality };
  }
  const refusal = (interaction: BaseInteraction): Answer => {
    const { outcomes } = textsIn(readers.languageIn(interaction.locale, undefined));
    return { body: message({ texts: [outcomes.notPermitted()], accent: 'done' }), pictures: [] };
  };

  return {
    async statistics(interaction: BaseInteraction): Promise<Answer> {
      const asker = who(interaction);
      const outcome = asker && (await flows.showStatistics(asker.staff));
      if (!asker || outcome?.kind !== 'statistics') return refusal(interaction);
      const { quarters } = outcome;
      const { municipality } = asker;
      const title = statisticsNb.chartTitle(municipality);
      return {
        body: statistics(quarters, municipality),
        pictures:
          quarters.length === 0
            ? []
            : [
                { name: chartName, bytes: chart({ title, bars: statisticsBars(quarters) }) },
                { name: sheetName, bytes: Buffer.from(toCsv(statisticsRows(quarters)), 'utf8') },
              ],
      };
    },
  };
}
