import type { BaseInteraction } from 'discord.js';
import type { CaseId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import type { Municipalities } from '../ports.ts';
import { pressOf } from './actor.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';

const notPermitted = { kind: 'not-permitted' } as const;

interface Options {
  readonly municipalities: Pick<Municipalities, 'ofStaffGuild'>;
  readonly readers: Readers;
}

/** One press of a staff member on a case: who it is, the use case, and its outcome in the reader's language. */
export type PressOnCase = ReturnType<typeof createPressOnCase>;

/** Refused for whoever is no staff of the guild the press comes from. */
export const createPressOnCase =
  ({ municipalities, readers }: Options) =>
  async <Outcome>(
    interaction: BaseInteraction,
    caseId: CaseId,
    run: (press: CasePress) => Promise<Outcome>,
    show: (outcome: Outcome | typeof notPermitted, language: Language, press: CasePress | undefined) => MessageBody,
  ): Promise<MessageBody> => {
    const press = pressOf(interaction, municipalities, caseId);
    const language = readers.languageOfStaff(interaction, press?.staff.municipalityId);
    return show(press ? await run(press) : notPermitted, language, press);
  };
