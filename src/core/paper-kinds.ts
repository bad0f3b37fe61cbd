/** The papers that are made from what is in force, by the names of their command's choices. */
export const paperKinds = ['protokoll', 'dpia', 'erklaering', 'rutine'] as const;
export type PaperKind = (typeof paperKinds)[number];

export const isPaperKind = (value: string): value is PaperKind => (paperKinds as readonly string[]).includes(value);
