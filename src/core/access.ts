/** Roles in the municipality's staff guild. Source: DESIGN §1; a content producer has no access to any conversation. */
export type StaffRole = 'caseworker' | 'dutyLead' | 'coordinator' | 'contentProducer';

export type Act =
  | 'case.claim'
  | 'case.reply'
  | 'case.close'
  | 'case.file-incident'
  | 'duty.check-in'
  | 'desk.open'
  | 'original.open'
  | 'dossier.export'
  | 'dossier.hold'
  | 'intake.pause'
  | 'approval.read'
  | 'approval.file'
  | 'approval.decide'
  | 'settings.change';

/** Who may do what. A missing row refuses. Coordinators set the service up; they do not read conversations. */
const allowed: Readonly<Record<Act, readonly StaffRole[]>> = {
  'case.claim': ['caseworker', 'dutyLead'],
  'case.reply': ['caseworker', 'dutyLead'],
  'case.close': ['caseworker', 'dutyLead'],
  'case.file-incident': ['caseworker', 'dutyLead'],
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
  'settings.change': ['coordinator'],
};

export const mayPerform = (roles: readonly StaffRole[], act: Act): boolean =>
  roles.some((role) => allowed[act].includes(role));
