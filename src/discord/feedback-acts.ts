import type { ModalSubmitInteraction } from 'discord.js';
import { isApproved } from '../core/approval.ts';
import { feedbackAnswers, feedbackThemes } from '../core/feedback.ts';
import type { Feedback } from '../core/feedback.ts';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Clock, Municipalities } from '../ports.ts';
import type { Reader, Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { feedbackForm, feedbackThanks } from './views/feedback.ts';
import type { FormBody } from './views/form.ts';
import { staleOutcome } from './views/outcome.ts';
import { choiceIn, fields } from './written-form.ts';

interface FeedbackActsOptions {
  readonly now: Clock;
  readonly giveFeedback: (
    cause: string,
    from: Snowflake,
    municipalityId: MunicipalityId,
    feedback: Feedback,
  ) => Promise<'counted' | 'not-found'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly readers: Readers;
}

/** «Tilbakemelding» on the card. */
export type FeedbackActs = ReturnType<typeof createFeedbackActs>;

export function createFeedbackActs({ now, giveFeedback, municipalities, readers }: FeedbackActsOptions) {
  return {
    /** Nothing when the municipality is not configured any more. */
    form(reader: Reader, id: MunicipalityId): FormBody | undefined {
      const municipality = municipalities.find(id);
      return municipality && feedbackForm(municipality, readers.languageIn(reader, municipality));
    },

    async receive(interaction: ModalSubmitInteraction, id: MunicipalityId): Promise<MessageBody> {
      const municipality = municipalities.find(id);
      const language = readers.languageIn(interaction, municipality);
      const [given, about] = [choiceIn(interaction, fields.answer), choiceIn(interaction, fields.theme)];
      const answer = feedbackAnswers.find((one) => one === given);
      const theme = feedbackThemes.find((one) => one === about);
      if (!municipality || !answer || !theme || !isSnowflake(interaction.user.id)) return staleOutcome(language);
      await giveFeedback(interaction.id, interaction.user.id, id, { answer, theme });
      const mayWrite = isApproved(municipality.approval, 2, now()) && !municipality.intakePaused;
      return feedbackThanks(municipality, language, mayWrite);
    },
  };
}
