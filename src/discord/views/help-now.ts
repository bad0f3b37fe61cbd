import { emergencyBlock, openNow } from '../../core/contacts.ts';
import type { Contact } from '../../core/contacts.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { contactLine, emergencyLines, onceEach } from './contact-lines.ts';
import type { PublicContext } from './context.ts';
import { inline } from './shown-words.ts';

/** UTF-16 units for each list below the emergency numbers: three of them and the numbers fit one message. */
const roomForList = 900;
/** For staff, or for questions that are not for a young person in need of help now. */
const notForHelpNow = new Set<Contact['kind']>(['emergency', 'politidistrikt', 'kripos']);

/**
 * «Hjelp nå»: emergency numbers first, then who is open, the municipality's own, and the rest. Reads nothing but the
 * register in memory, so it works whatever else is down.
 */
export function helpNow({ contacts, municipality, language, now }: Omit<PublicContext, 'staffed'>): MessageBody {
  const { pages } = textsIn(language, municipality);
  const first = emergencyBlock(contacts);
  const fitFor = (some: readonly Contact[]) => some.filter(({ kind }) => !notForHelpNow.has(kind));
  const local = onceEach(fitFor(municipality?.contacts ?? []), first);
  const national = onceEach(fitFor(contacts.contacts), [...first, ...local]);

  const section = (title: string, some: readonly Contact[]): string => {
    if (some.length === 0) return '';
    const lines = some.map((contact) => contactLine(contact, language, now));
    return [`**${title}**`, ...fitting(lines, (count) => pages.moreElsewhere({ count }))].join('\n');
  };

  return message({
    texts: [
      `# ${pages.helpTitle()}\n${pages.helpAction()}`,
      emergencyLines(contacts, language, now),
      municipality ? section(pages.helpLocalTitle({ municipality: inline(municipality.name) }), local) : '',
      section(
        pages.helpOpenTitle(),
        national.filter((contact) => openNow(contact, now) === 'open'),
      ),
      section(
        pages.helpOtherTitle(),
        national.filter((contact) => openNow(contact, now) !== 'open'),
      ),
      `-# ${pages.helpStoresNothing()}`,
    ],
    accent: 'acute',
  });
}

/** As many lines as there is room for, and how many are left out. */
function fitting(lines: readonly string[], more: (count: number) => string): readonly string[] {
  let used = 0;
  const shown: string[] = [];
  for (const line of lines) {
    used += line.length + 1;
    if (used > roomForList) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, more(left)] : shown;
}
