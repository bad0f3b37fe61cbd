import { papersNb as say } from '../../i18n/accounts/papers-nb.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** A paper has been made, with its files beside it. */
export const paperMade = (title: string, notes: readonly string[], files: readonly string[]): MessageBody =>
  message({ texts: [say.made({ title }), ...notes], files, accent: 'calm' });

export const badTime = (): MessageBody => message({ texts: [say.badTime()], accent: 'done' });
