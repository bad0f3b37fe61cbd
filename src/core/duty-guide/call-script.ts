import type { DutyCard, DutyGuide } from './guide.ts';

export interface CallFacts {
  /** First name and role. */
  readonly caller: string;
  readonly service: string;
  readonly municipality: string;
  /** As much as is known, e.g. name, age and residence; empty when nothing is. */
  readonly about: readonly string[];
  /** What the matter is, in a few words. */
  readonly matter: string;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{([^}]*)\}/gu, (_whole, name: string) => values[name] ?? '');

/** Three lines to say on the phone: who calls, whom it concerns, what it concerns. Source: 000:46. */
export const callScript = (
  { call }: Pick<DutyGuide, 'call'>,
  { urgency }: Pick<DutyCard, 'urgency'>,
  { caller, service, municipality, about, matter }: CallFacts,
): readonly [who: string, whom: string, what: string] => [
  fill(call.caller, { caller, service, municipality }),
  about.length > 0 ? fill(call.about, { about: about.join(', ') }) : call.aboutUnknown,
  fill(urgency === 'now' ? call.matterNow : call.matter, { matter }),
];
