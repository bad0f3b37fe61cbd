import { seedIds } from '../../../sandbox/seed.ts';
import type { StaffRole } from '../../../src/core/access.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import type { Route, RouteArguments } from '../../../src/discord/custom-id.ts';

/**
 * Who is answered with more than a refusal: staff with one of these roles in the municipality's own guild; `anyone`, who
 * sees what is public or their own; or only the one it was made for, whom no staff role replaces.
 */
export type WhoMay = readonly StaffRole[] | 'anyone' | 'its-own-sender';

export interface Press<R extends Route = Route> {
  readonly who: WhoMay;
  readonly args: RouteArguments<R>;
  /** For a select. */
  readonly values?: readonly string[];
}

const answering: readonly StaffRole[] = ['caseworker', 'dutyLead'];
const workers: readonly StaffRole[] = ['caseworker', 'dutyLead', 'coordinator'];
const leading: readonly StaffRole[] = ['dutyLead', 'coordinator'];
const settingUp: readonly StaffRole[] = ['coordinator'];
const everybodyAtWork: readonly StaffRole[] = ['caseworker', 'dutyLead', 'coordinator', 'contentProducer'];

const municipality = 'eksempelvik' as MunicipalityId;
const interaction = '1300000000000009999' as Snowflake;
const text = 'abcdef';
/** Of a text that coordinators may word, and of nothing that is stored under these numbers. */
const [textKey, number] = ['public.invitation', '1'];

/** Every route once: a new one does not compile before somebody has written down who may use it. */
export const whoMayPress = (caseId: CaseId, startsAt: number): { readonly [R in Route]: Press<R> } => ({
  'help-now': { who: 'anyone', args: [] },
  language: { who: 'anyone', args: [] },
  'language-chosen': { who: 'anyone', args: [], values: ['nb'] },
  'write-to-us': { who: 'anyone', args: [municipality] },
  'write-to-us-sent': { who: 'anyone', args: [municipality] },
  'worried-friend': { who: 'anyone', args: [municipality] },
  'opening-hours': { who: 'anyone', args: [municipality] },
  'who-are-you': { who: 'anyone', args: [municipality] },
  feedback: { who: 'anyone', args: [municipality] },
  'feedback-sent': { who: 'anyone', args: [municipality] },
  privacy: { who: 'anyone', args: [municipality] },
  'choose-municipality': { who: 'anyone', args: [municipality] },
  'my-data': { who: 'anyone', args: [municipality] },
  'erase-ask': { who: 'anyone', args: [municipality] },
  'erase-my-data': { who: 'anyone', args: [municipality] },
  'activity-join': { who: 'anyone', args: [municipality, number] },
  'activity-leave': { who: 'anyone', args: [municipality, number, interaction, 'A'.repeat(22)] },
  'read-reply': { who: 'its-own-sender', args: [caseId, interaction] },

  'case-claim': { who: answering, args: [caseId] },
  'case-reply': { who: answering, args: [caseId] },
  'case-reply-sent': { who: answering, args: [caseId] },
  'case-reply-again': { who: answering, args: [caseId, interaction] },
  'case-reply-confirm': { who: answering, args: [caseId, interaction] },
  'case-reply-edit': { who: answering, args: [caseId, interaction] },
  'case-reply-edit-sent': { who: answering, args: [caseId, interaction] },
  'case-reply-withdraw': { who: answering, args: [caseId, interaction] },
  'case-form': { who: answering, args: [caseId] },
  'case-form-step': { who: answering, args: [caseId, 'matter'] },
  'case-form-sent': { who: answering, args: [caseId, 'matter', 0] },
  'case-form-mend': { who: answering, args: [caseId, 'matter', interaction] },
  'case-form-recontact': { who: answering, args: [caseId, 'on'] },
  'case-close': { who: answering, args: [caseId] },
  'case-more': { who: answering, args: [caseId] },
  'case-move': { who: answering, args: [caseId, 'take-over'] },
  'case-set-aside': { who: answering, args: [caseId, 'snooze'], values: ['hour'] },
  'case-offer': { who: answering, args: [caseId], values: [seedIds.users.ola] },
  'case-hand-over': { who: answering, args: [caseId], values: ['barnevernvakt'] },
  'case-who': { who: answering, args: [caseId], values: ['follow-up'] },
  'case-step': { who: answering, args: [caseId] },
  'case-step-sent': { who: answering, args: [caseId] },
  'case-decide': { who: answering, args: [caseId] },
  'case-decide-sent': { who: answering, args: [caseId, 'call-112-unknown'] },
  'case-read': { who: answering, args: [caseId, interaction] },
  'case-desk': { who: answering, args: [caseId] },
  'case-rate': { who: answering, args: [caseId, 'right'] },

  'text-edit': { who: settingUp, args: ['nb', textKey] },
  'text-sent': { who: settingUp, args: ['nb', textKey] },
  'text-use': { who: settingUp, args: [interaction] },
  'text-restore': { who: settingUp, args: ['nb', textKey, number] },
  'post-sent': { who: everybodyAtWork, args: ['advice', ''] },
  'activity-sent': { who: everybodyAtWork, args: [String(startsAt), '2', 'all'] },
  'post-approve': { who: workers, args: [number] },
  'post-withdraw': { who: everybodyAtWork, args: [number] },
  'standard-text-edit': { who: workers, args: [text] },
  'standard-text-sent': { who: workers, args: [text] },
  'standard-text-approve': { who: leading, args: [text] },
  'standard-text-remove': { who: leading, args: [text] },
  'profile-apply': { who: settingUp, args: [municipality] },
  practice: { who: workers, args: ['just-bored', 0, -1] },
  'practice-menu': { who: workers, args: [] },
  'practice-tick': { who: workers, args: ['chat'] },
  'setup-act': { who: leading, args: ['overview'] },
  'setup-ask': { who: settingUp, args: ['settings.export'] },
  'setup-decide': { who: leading, args: ['withdraw', number] },
  'setup-form': { who: leading, args: ['service'] },
  'setup-form-sent': { who: settingUp, args: ['service'] },
  'setup-seen': { who: workers, args: [seedIds.channels.vakt as Snowflake] },
  'triage-confirm': { who: settingUp, args: [interaction] },
  'reflection-sent': { who: everybodyAtWork, args: [] },
  'reflection-more': { who: everybodyAtWork, args: [interaction] },
  'reflection-more-sent': { who: everybodyAtWork, args: [interaction] },
  'request-overview': { who: leading, args: [] },
  'request-new': { who: leading, args: [] },
  'request-new-sent': { who: leading, args: [] },
  'request-act': { who: leading, args: ['show', number] },
  'request-answer': { who: leading, args: [caseId] },
  'request-answer-sent': { who: leading, args: [caseId] },
  'approval-overview': { who: workers, args: [] },
  'approval-show': { who: workers, args: [2] },
  'approval-paper': { who: leading, args: ['dpia'] },
  'approval-form': { who: settingUp, args: [2, 'purpose'] },
  'approval-form-sent': { who: settingUp, args: [2, 'purpose'] },
});

/** Every command in the municipality's own guild, as far as its last part; the test compares it with what is registered. */
export const whoMayRun: Readonly<Record<string, WhoMay>> = {
  hjelp: 'anyone',
  hvem: 'anyone',
  om: 'anyone',
  apningstider: 'anyone',
  personvern: 'anyone',
  sprak: 'anyone',
  'mine-data': 'anyone',
  slett: 'anyone',

  'sak vis': answering,
  'sak mine': answering,
  'sak apne': answering,
  'sak overfor': answering,
  'sak lukk': answering,
  svar: answering,
  skjema: answering,
  'Opprett sak': answering,
  'vakt inn': answering,
  'vakt ut': answering,
  ressurs: workers,
  ovelse: workers,
  navigasjonshjulet: everybodyAtWork,
  'standardtekst ny': workers,
  'standardtekst vis': workers,
  'standardtekst liste': workers,
  'innlegg nytt': everybodyAtWork,
  'innlegg vis': everybodyAtWork,
  'innlegg kalender': everybodyAtWork,
  'aktivitet ny': everybodyAtWork,
  'aktivitet vis': everybodyAtWork,
  godkjenning: workers,
  pause: leading,
  gjenoppta: leading,
  innsyn: leading,
  statistikk: leading,
  'personvern-papirer': leading,
  avvik: leading,
  doctor: leading,
  oppsett: leading,
  status: leading,
  profil: settingUp,
  kort: settingUp,
  'tekster endre': settingUp,
  'tekster vis': settingUp,
  'tekster historikk': settingUp,
  'tekster tilbakestill': settingUp,
  'triage prov': settingUp,
  'triage regler': settingUp,
  'triage terskel': settingUp,
  'triage ord': settingUp,
};
