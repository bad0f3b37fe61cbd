import type { BaseInteraction } from 'discord.js';
import { readDate, startOfDay } from '../core/hours/local-date.ts';
import { toCsv } from '../core/statistics/csv.ts';
import { isPaperKind } from '../core/paper-kinds.ts';
import type { PaperKind } from '../core/paper-kinds.ts';
import { dayMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { BreachFacts, BreachOutcome, BreachSpan } from '../flows/accounts/gather-breach.ts';
import type { GatheredFacts, PrivacyFactsOutcome } from '../flows/accounts/privacy-facts.ts';
import type { StatisticsOutcome } from '../flows/accounts/show-statistics.ts';
import { papersNb } from '../i18n/accounts/papers-nb.ts';
import { statisticsNb } from '../i18n/accounts/statistics-nb.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';
import { staffHere } from './actor.ts';
import type { StaffHere } from './actor.ts';
import type { Readers } from './readers.ts';
import type { Picture } from './reply.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { badTime, paperMade } from './views/papers.ts';
import { chartName, sheetName, statistics, statisticsBars, statisticsRows } from './views/statistics.ts';

interface AccountsActsOptions {
  readonly flows: {
    readonly showStatistics: (staff: Staff) => Promise<StatisticsOutcome>;
    readonly gatherFacts: (staff: Staff) => Promise<PrivacyFactsOutcome>;
    readonly gatherBreach: (cause: string, staff: Staff, span: BreachSpan) => Promise<BreachOutcome>;
  };
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly now: Clock;
  readonly papers: {
    readonly privacy: (kind: PaperKind, facts: GatheredFacts) => Promise<MadePaper>;
    readonly breach: (facts: BreachFacts) => Promise<MadePaper>;
  };
  /** A bar chart as PNG. */
  readonly chart: (chart: { readonly title: string; readonly bars: ReturnType<typeof statisticsBars> }) => Buffer;
}

/** An answer with files beside it. */
export interface Answer {
  readonly body: MessageBody;
  readonly pictures: readonly Picture[];
}

/** A paper in both its forms. */
export interface MadePaper {
  readonly title: string;
  readonly pdf: Uint8Array;
  readonly markdown: string;
}

/** What a coordinator answers to management and the data protection officer with. */
export type AccountsActs = ReturnType<typeof createAccountsActs>;

export function createAccountsActs({ flows, municipalities, readers, now, papers, chart }: AccountsActsOptions) {
  const who = (interaction: BaseInteraction): StaffHere | undefined => staffHere(interaction, municipalities);
  const refusal = (interaction: BaseInteraction): Answer => {
    const { outcomes } = textsIn(readers.languageIn(interaction, undefined));
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

    async paper(interaction: BaseInteraction, kind: string): Promise<Answer> {
      const asker = who(interaction);
      const outcome = asker && (await flows.gatherFacts(asker.staff));
      if (outcome?.kind !== 'facts' || !isPaperKind(kind)) return refusal(interaction);
      const { facts } = outcome;
      return answerWith(await papers.privacy(kind, facts), kind, [papersNb.files(), sinceText(facts)]);
    },

    /** `from` and `until` are dates in Norway, YYYY-MM-DD, both included; `until` may be left out. */
    async breach(interaction: BaseInteraction, from: string, until: string | null): Promise<Answer> {
      const asker = who(interaction);
      if (!asker) return refusal(interaction);
      const span = spanOf(from, until, asker.municipality.hours.timeZone, now());
      const outcome = span && (await flows.gatherBreach(interaction.id, asker.staff, span));
      if (!outcome || outcome.kind === 'bad-time') return { body: badTime(), pictures: [] };
      if (outcome.kind === 'not-permitted') return refusal(interaction);
      return answerWith(await papers.breach(outcome.facts), 'avvik', [papersNb.breachMade()]);
    },
  };
}

/** A paper in both its forms, as files beside an answer. */
export function answerWith({ title, pdf, markdown }: MadePaper, name: string, notes: readonly string[]): Answer {
  const files = [
    { name: `${name}.pdf`, bytes: Buffer.from(pdf) },
    { name: `${name}.md`, bytes: Buffer.from(markdown, 'utf8') },
  ];
  return {
    body: paperMade(
      title,
      notes,
      files.map((file) => file.name),
    ),
    pictures: files,
  };
}

function sinceText({ since }: GatheredFacts): string {
  if (!since) return papersNb.notApproved();
  if (since.kind === 'unknown') return papersNb.changedUnknown();
  return since.keys.length === 0 ? papersNb.unchanged() : papersNb.changed({ count: since.keys.length });
}

function spanOf(from: string, until: string | null, timeZone: string, now: Instant): BreachSpan | undefined {
  const first = readDate(from);
  const last = until === null ? undefined : readDate(until);
  if (first === undefined || (until !== null && last === undefined)) return undefined;
  return {
    from: startOfDay(first, timeZone),
    until: last === undefined ? now : startOfDay(last, timeZone) + dayMs - 1,
  };
}
