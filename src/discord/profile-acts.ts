import type { BaseInteraction } from 'discord.js';
import type { ApplyProfileOutcome, ProfilePreview, ProfilePress } from '../flows/apply-profile.ts';
import type { Municipalities } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { Readers } from './readers.ts';
import type { Picture } from './reply.ts';
import type { MessageBody } from './views/body.ts';
import { profileOutcome, profilePreview } from './views/profile.ts';

interface ProfileActsOptions {
  readonly flows: {
    readonly previewProfile: (press: ProfilePress) => Promise<ProfilePreview>;
    readonly applyProfile: (press: ProfilePress) => Promise<ApplyProfileOutcome>;
  };
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** «/profil»: the bot's name, picture and bio in each server. */
export type ProfileActs = ReturnType<typeof createProfileActs>;

export function createProfileActs({ flows, municipalities, readers }: ProfileActsOptions) {
  const notPermitted = { kind: 'not-permitted' } as const;
  const bytesOf = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

  return {
    async preview(
      interaction: BaseInteraction,
    ): Promise<{ readonly body: MessageBody; readonly pictures: readonly Picture[] }> {
      const staff = staffOf(interaction, municipalities);
      const language = readers.languageOfStaff(interaction, staff?.municipalityId);
      const outcome = staff ? await flows.previewProfile({ cause: interaction.id, staff }) : notPermitted;
      const { avatar, banner } = outcome.kind === 'preview' ? outcome.profile : {};
      return {
        body: profilePreview(outcome, staff?.municipalityId, language),
        pictures: [
          ...(avatar ? [{ name: 'avatar.png', bytes: bytesOf(avatar) }] : []),
          ...(banner ? [{ name: 'banner.png', bytes: bytesOf(banner) }] : []),
        ],
      };
    },
    async apply(interaction: BaseInteraction): Promise<MessageBody> {
      const staff = staffOf(interaction, municipalities);
      const language = readers.languageOfStaff(interaction, staff?.municipalityId);
      const outcome = staff ? await flows.applyProfile({ cause: interaction.id, staff }) : notPermitted;
      return profileOutcome(outcome, language);
    },
  };
}
