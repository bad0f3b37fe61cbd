/** What a young person may say of the service: choices only. Words without a sender could be a cry nobody can answer. */
export const feedbackAnswers = ['helped', 'partly', 'not'] as const;
export type FeedbackAnswer = (typeof feedbackAnswers)[number];

export const feedbackThemes = ['hours', 'answers', 'information', 'trust', 'other'] as const;
export type FeedbackTheme = (typeof feedbackThemes)[number];

export interface Feedback {
  readonly answer: FeedbackAnswer;
  readonly theme: FeedbackTheme;
}
