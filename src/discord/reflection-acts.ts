import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import { wheelFirst, wheelLast } from '../core/reflection.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { makeReflect, ReflectOutcome } from '../flows/team/reflect.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { reflectionForm, reflectionLastForm, reflectionOutcome } from './views/reflection.ts';
import { answersIn } from './written-form.ts';

interface ReflectionActsOptions {
  readonly reflect: Pick<ReturnType<typeof makeReflect>, 'begin' | 'finish'>;
  readonly municipalities: Pick<Municipalities, 'ofStaffGuild'>;
}

/** «/navigasjonshjulet»: a choice weighed from six sides, for the team's meeting. */
export type ReflectionActs = ReturnType<typeof createReflectionActs>;

export function createReflectionActs({ reflect, municipalities }: ReflectionActsOptions) {
  const ifStaff = async (
    interaction: BaseInteraction,
    run: (staff: Staff, cause: Snowflake) => Promise<ReflectOutcome>,
  ): Promise<MessageBody> => {
    const staff = staffOf(interaction, municipalities);
    return reflectionOutcome(
      staff && isSnowflake(interaction.id) ? await run(staff, interaction.id) : { kind: 'not-permitted' },
    );
  };
  const formFor = (interaction: BaseInteraction, form: ReturnType<typeof reflectionForm>): FormOrRefusal =>
    staffOf(interaction, municipalities)
      ? { kind: 'form', form }
      : { kind: 'refused', body: reflectionOutcome({ kind: 'not-permitted' }) };
  return {
    form: (interaction: BaseInteraction): FormOrRefusal => formFor(interaction, reflectionForm()),
    lastForm: (interaction: BaseInteraction, id: Snowflake): FormOrRefusal =>
      formFor(interaction, reflectionLastForm(id)),
    begin: (interaction: ModalSubmitInteraction): Promise<MessageBody> =>
      ifStaff(interaction, (staff, cause) => reflect.begin(cause, staff, answersIn(interaction, wheelFirst))),
    finish: (interaction: ModalSubmitInteraction, id: Snowflake): Promise<MessageBody> =>
      ifStaff(interaction, (staff, cause) => reflect.finish(cause, staff, id, answersIn(interaction, wheelLast))),
  };
}
