import { sections } from '../../core/setup/sections.ts';
import type { Section, SetupField } from '../../core/setup/sections.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import type { DocumentFault } from '../../core/settings/municipality-document.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { CurrentDocument } from '../../core/settings/municipality-document.ts';
import type { Proposal } from '../../flows/settings/proposal-record.ts';
import { fieldsOfSection } from '../../core/setup/sections.ts';
import type { SaveSectionOutcome } from '../../flows/setup/save-section.ts';
import type { SetupShown } from '../../flows/setup/show-setup.ts';
import { setupTexts as texts } from '../../i18n/setup.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { findingText } from './finding-text.ts';
import { settingChange } from './setting-value.ts';
import { inline } from './shown-words.ts';

/** Every part, what is missing, and a button for each; the first missing one stands out. */
export function setupOverview(shown: SetupShown, news = ''): MessageBody {
  const { missing, proposed, isSeen, founding } = shown;
  const [next] = missing;
  return message({
    texts: [
      news,
      `${texts.title}\n${missing.length > 0 && founding ? texts.founding : missing.length === 0 ? texts.complete : texts.introduction}`,
      sections
        .map(
          (section) =>
            `- **${texts.section[section]}** (${missing.includes(section) ? texts.missing : texts.done}): ${texts.about[section]}`,
        )
        .join('\n'),
      missing.includes('staff') ? '' : isSeen ? texts.seen : texts.notSeen,
      proposed ? waitingText(proposed.proposal, shown.current) : '',
      `-# ${texts.introduction}`,
    ],
    buttons: [
      ...sections.map((section) =>
        button(
          texts.section[section],
          encodeCustomId('setup-form', section),
          section === next ? 'primary' : 'secondary',
        ),
      ),
      ...(missing.includes('staff')
        ? []
        : [button(texts.testButton, encodeCustomId('setup-act', 'test'), next || isSeen ? 'secondary' : 'primary')]),
      ...(proposed
        ? [
            button(texts.confirmButton, encodeCustomId('setup-decide', 'confirm', String(proposed.number)), 'primary'),
            button(texts.withdrawButton, encodeCustomId('setup-decide', 'withdraw', String(proposed.number))),
          ]
        : []),
      ...(founding
        ? []
        : [
            button(texts.askExport, encodeCustomId('setup-ask', 'settings.export')),
            button(texts.askKeys, encodeCustomId('setup-ask', 'keys.rotate')),
          ]),
    ],
    accent: missing.length > 0 ? 'concern' : 'calm',
  });
}

/** The second person sees every value that changes before they agree. */
function waitingText(proposal: Proposal, current: CurrentDocument): string {
  const by = `<@${proposal.by}>`;
  if (proposal.kind === 'permit') return texts.waitingPermit({ by, act: proposal.act });
  const changes = Object.entries(proposal.set)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(current[key]))
    .map(([key, value]) => settingChange(key, current[key], value));
  return [texts.waitingChange({ by }), ...changes].join('\n');
}

/** A refusal the writer can mend in the form, which then holds what was written. */
export const mendSection = (text: string, section: Section): MessageBody =>
  message({
    texts: [text],
    buttons: [
      button(texts.tryAgain, encodeCustomId('setup-form', section), 'primary'),
      button(texts.overview, encodeCustomId('setup-act', 'overview')),
    ],
    accent: 'concern',
  });

export const testPost = (service: string, channelId: Snowflake): MessageBody =>
  message({
    texts: [texts.testPost({ service: inline(service) })],
    buttons: [button(texts.testSeen, encodeCustomId('setup-seen', channelId), 'primary')],
    accent: 'calm',
  });

/** What came of saving a part. */
export function savedText(outcome: SaveSectionOutcome, section: Section): string {
  switch (outcome.kind) {
    case 'saved':
      return [texts.saved({ section: texts.section[section] }), ...outcome.warnings.map(warning)].join('\n');
    case 'proposed':
      return texts.proposed;
    case 'badly-written':
      return outcome.line === undefined ? unfit(outcome.field) : unfitLine(outcome.field, outcome.line);
    case 'refused':
      return [...new Set(outcome.faults.map((fault) => faultText(fault, section)))].slice(0, 6).join('\n');
    case 'unfit':
      return outcome.findings.map(findingText).join('\n');
    case 'stale':
      return texts.stale;
    case 'not-permitted':
      return texts.notPermitted;
  }
}

const warning = (finding: Finding): string => `- ${findingText(finding)}`;
const hintOf = (field: SetupField): string => texts.hint[field] ?? '';
const unfit = (field: SetupField): string => texts.unfit({ field: texts.field[field], hint: hintOf(field) });
const unfitLine = (field: SetupField, line: string): string =>
  texts.unfitLine({ field: texts.field[field], line: inline(line.slice(0, 80)), hint: hintOf(field) });

/** The field a fault of the files is about: the last name in its path, which our forms share with the files. */
function faultText({ part, path, what }: DocumentFault, section: Section): string {
  // Faults of a schedule are written for the coordinator already.
  if (part === 'hours') return what;
  if (path.endsWith('cardChannelId')) return texts.cardWithStaff;
  const names: readonly SetupField[] = fieldsOfSection[section];
  const renamed = path.startsWith('dataProtectionOfficer.')
    ? path.replace(/^dataProtectionOfficer\.(.)/u, (_, first: string) => `officer${first.toUpperCase()}`)
    : path;
  const parts = renamed.split(/[.[\]]/u);
  const field = names.find((name) => parts.includes(name)) ?? (part === 'contacts' ? contactField(names) : undefined);
  return field ? unfit(field) : texts.together({ what: `${path}: ${what}` });
}

const contactField = (names: readonly SetupField[]): SetupField | undefined => names[0];
