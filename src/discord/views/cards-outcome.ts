import type { Language } from '../../core/language.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

export type CardsOutcome =
  { readonly kind: 'reposted'; readonly up: number; readonly failed: number } | { readonly kind: 'not-permitted' };

/** The answer to «/kort»: how many cards stand, and how many could not be put up. */
export function cardsOutcome(outcome: CardsOutcome, language: Language): MessageBody {
  const { outcomes } = textsIn(language);
  if (outcome.kind === 'not-permitted') return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  const { up, failed } = outcome;
  return message({
    texts: [outcomes.cardsUp({ count: up }), failed > 0 ? outcomes.cardsFailed({ count: failed }) : ''],
    accent: failed > 0 ? 'serious' : 'calm',
  });
}
