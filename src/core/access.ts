/** Roles in the municipality's staff guild. Source: DESIGN §1; a content producer has no access to any conversation. */
export type StaffRole = 'caseworker' | 'dutyLead' | 'coordinator' | 'contentProducer';

export type Act =
  | 'case.claim'
  | 'case.reply'
  | 'case.close'
  | 'case.file-incident'
  /** Release, take over, ask a colleague, set aside. */
  | 'case.move'
  /** Records that a service has the matter. */
  | 'case.hand-over'
  | 'case.reopen'
  /** Opens a case from a message that was written elsewhere. */
  | 'case.create'
  | 'case.list'
  /** Reads the conversation behind «Åpne», logged. */
  | 'case.read'
  | 'identity.show'
  | 'resource.list'
  | 'standard-text.write'
  | 'standard-text.approve'
  | 'post.draft'
  /** Never one's own: `approvePost`. */
  | 'post.approve'
  | 'duty.check-in'
  | 'desk.open'
  | 'original.open'
  | 'dossier.export'
  | 'dossier.hold'
  | 'intake.pause'
  | 'approval.read'
  | 'approval.file'
  | 'approval.decide'
  | 'team.reflect'
  | 'practice.do'
  /** Answers somebody who asks what is stored about them, or to have it erased. */
  | 'data-subject.answer'
  | 'statistics.read'
  | 'papers.read'
  | 'breach.report'
  | 'settings.change'
  | 'settings.confirm';

/** Who may do what. A missing row refuses. Coordinators set the service up; they do not read conversations. */
const allowed: Readonly<Record<Act, readonly StaffRole[]>> = {
  'case.claim': ['caseworker', 'dutyLead'],
  'case.reply': ['caseworker', 'dutyLead'],
  'case.close': ['caseworker', 'dutyLead'],
  'case.file-incident': ['caseworker', 'dutyLead'],
  'case.move': ['caseworker', 'dutyLead'],
  'case.hand-over': ['caseworker', 'dutyLead'],
  'case.reopen': ['caseworker', 'dutyLead'],
  'case.create': ['caseworker', 'dutyLead'],
  'case.list': ['caseworker', 'dutyLead'],
  'case.read': ['caseworker', 'dutyLead'],
  'identity.show': ['caseworker', 'dutyLead'],
  'resource.list': ['caseworker', 'dutyLead', 'coordinator'],
  'standard-text.write': ['caseworker', 'dutyLead', 'coordinator'],
  'standard-text.approve': ['dutyLead', 'coordinator'],
  'post.draft': ['contentProducer', 'caseworker', 'dutyLead', 'coordinator'],
  'post.approve': ['caseworker', 'dutyLead', 'coordinator'],
  'duty.check-in': ['caseworker', 'dutyLead'],
  'desk.open': ['caseworker', 'dutyLead'],
  'original.open': ['caseworker', 'dutyLead'],
  'dossier.export': ['caseworker', 'dutyLead'],
  'dossier.hold': ['caseworker', 'dutyLead'],
  'intake.pause': ['dutyLead', 'coordinator'],
  'approval.read': ['caseworker', 'dutyLead', 'coordinator'],
  'approval.file': ['coordinator'],
  /** Puts management's decision on record; never somebody who filed a paper it rests on (`fileStep`). */
  'approval.decide': ['dutyLead', 'coordinator'],
  'team.reflect': ['caseworker', 'dutyLead', 'coordinator', 'contentProducer'],
  'practice.do': ['caseworker', 'dutyLead', 'coordinator'],
  'data-subject.answer': ['dutyLead', 'coordinator'],
  'statistics.read': ['dutyLead', 'coordinator'],
  'papers.read': ['dutyLead', 'coordinator'],
  'breach.report': ['dutyLead', 'coordinator'],
  'settings.change': ['coordinator'],
  /** The second of two persons; never the one who asked. */
  'settings.confirm': ['dutyLead', 'coordinator'],
};

export const mayPerform = (roles: readonly StaffRole[], act: Act): boolean =>
  roles.some((role) => allowed[act].includes(role));
