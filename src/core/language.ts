/** Languages with a complete catalogue. Bokmål is the source; Sámi only from a human translator. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
