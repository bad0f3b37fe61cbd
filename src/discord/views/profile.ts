import type { Language } from '../../core/language.ts';
import type { ApplyProfileOutcome, ProfilePreview } from '../../flows/apply-profile.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { inline, staffWords } from './shown-words.ts';

const mostGuilds = 15;

/** «/profil»: how the bot will present itself, how it does now, and the button that changes it. */
export function profilePreview(
  preview: ProfilePreview,
  id: MunicipalityId | undefined,
  language: Language,
): MessageBody {
  const { profile: say, outcomes } = textsIn(language);
  if (preview.kind === 'not-permitted' || !id) return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  const { profile, faults, places } = preview;
  const { name, bio, avatar, banner } = profile;
  const lines = places
    .slice(0, mostGuilds)
    .map(({ guildId, shown }) =>
      shown ? say.now({ guildId, name: inline(shown.name), avatar: shown.hasOwnAvatar }) : say.notThere({ guildId }),
    );
  const left = places.length - lines.length;
  const wrong = [...faults, ...(avatar ? [] : ['default-avatar' as const])];
  return message({
    texts: [
      `# ${say.title()}`,
      [
        say.name({ name: inline(name) }),
        say.bioLine({ bio: staffWords(bio) }),
        say.pictures({ avatar: avatar !== undefined, banner: banner !== undefined }),
      ].join('\n'),
      [...wrong.map((fault) => `- ${say.fault({ fault })}`), ...(faults.length > 0 ? [say.fixName()] : [])].join('\n'),
      [`**${say.nowTitle()}**`, ...lines, ...(left > 0 ? [say.moreGuilds({ count: left })] : [])].join('\n'),
    ],
    buttons: faults.length > 0 ? [] : [button(say.applyButton(), encodeCustomId('profile-apply', id), 'primary')],
    pictures: [...(avatar ? ['avatar.png'] : []), ...(banner ? ['banner.png'] : [])],
    accent: wrong.length > 0 ? 'concern' : 'calm',
  });
}

export function profileOutcome(outcome: ApplyProfileOutcome, language: Language): MessageBody {
  const { profile: say, outcomes } = textsIn(language);
  switch (outcome.kind) {
    case 'applied':
      return message({
        texts: [
          say.applied({ count: outcome.applied }),
          outcome.refused > 0 ? say.refused({ count: outcome.refused }) : '',
        ],
        accent: outcome.refused > 0 ? 'concern' : 'calm',
      });
    case 'unfit-name':
      return message({ texts: [say.fixName()], accent: 'concern' });
    case 'not-permitted':
      return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }
}
