/** What is done on the machine only when two persons have agreed to it in Discord. Source: DESIGN §5 Security. */
export const permittedActs = ['settings.export', 'keys.rotate'] as const;
export type PermittedAct = (typeof permittedActs)[number];
