import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { caseErasure } from '../core/retention.ts';
import type { ChosenLanguages, Clock, Municipalities, Pseudonyms, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findOpenCase' | 'commit'>;
  readonly pseudonyms: Pick<Pseudonyms, 'sender'>;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly chosen: Pick<ChosenLanguages, 'remember'>;
}

/** `with-conversation`: kept as long as the open conversation. `for-now`: there is none, so in memory only. */
export type ChosenFor = 'with-conversation' | 'for-now';

/**
 * Purpose: a reader chooses the language of the service's texts. Personal data: the choice, with the open conversation and
 * gone with it; nothing is stored about somebody who has none.
 */
export const makeChooseLanguage = ({ now, store, pseudonyms, municipalities, chosen }: Deps) => {
  async function keepWithConversation(
    cause: string,
    userId: Snowflake,
    id: MunicipalityId,
    language: Language,
  ): Promise<boolean> {
    const current = await store.findOpenCase(id, pseudonyms.sender(id, userId));
    if (!current) return false;
    if (current.language === language) return true;
    const outcome = await store.commit({
      cause: `interaction:${cause}:${id}`,
      at: now(),
      basedOn: [{ caseId: current.id, version: current.version }],
      changes: [{ kind: 'save-case', case: { ...current, language }, eraseAt: caseErasure(current) }],
    });
    return outcome === 'stale' ? keepWithConversation(cause, userId, id, language) : true;
  }

  /** @param cause the interaction id */
  return async (cause: string, userId: Snowflake, language: Language): Promise<ChosenFor> => {
    chosen.remember(userId, language);
    const kept = await Promise.all(
      municipalities.all().map(({ id }) => keepWithConversation(cause, userId, id, language)),
    );
    return kept.includes(true) ? 'with-conversation' : 'for-now';
  };
};
