import type { BaseInteraction } from 'discord.js';
import type { ExamineOutcome } from '../flows/doctor/examine-service.ts';
import { setupTexts } from '../i18n/setup.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { doctorView } from './views/doctor.ts';

export type DoctorActs = ReturnType<typeof createDoctorActs>;

/** «/doctor»: the same examination as on the command line, for the municipality whose guild it is asked in. */
export const createDoctorActs = ({
  examine,
  municipalities,
}: {
  readonly examine: (staff: Staff) => Promise<ExamineOutcome>;
  readonly municipalities: Pick<Municipalities, 'ofStaffGuild'>;
}) => ({
  async examine(interaction: BaseInteraction): Promise<MessageBody> {
    const staff = staffOf(interaction, municipalities);
    const outcome = staff ? await examine(staff) : ({ kind: 'not-permitted' } as const);
    return outcome.kind === 'examined'
      ? doctorView(outcome.findings)
      : message({ texts: [setupTexts.notPermitted], accent: 'done' });
  },
});
