import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { readDate } from '../core/hours/local-date.ts';
import type { CaseId } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { accountProofs, erasureAnswers, requesters } from '../core/subject-request.ts';
import type { AnswerRequests, RequestPress, ShownRequest } from '../flows/data-subject/answer-requests.ts';
import type { MyData } from '../flows/data-subject/show-my-data.ts';
import { requestTexts as texts } from '../i18n/requests.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { answerWith } from './accounts-acts.ts';
import type { Answer, MadePaper } from './accounts-acts.ts';
import { staffHere } from './actor.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import {
  answerForm,
  requestErased,
  requestFields,
  requestForm,
  requestOverview,
  requestShown,
} from './views/requests.ts';
import { answersIn } from './written-form.ts';

interface RequestActsOptions {
  readonly now: Clock;
  readonly municipalities: Municipalities;
  readonly requests: AnswerRequests;
  readonly copy: (municipality: Municipality, data: MyData) => Promise<MadePaper>;
}

/** «/innsyn»: what people ask on paper, and what senders ask that a person must weigh. */
export type RequestActs = ReturnType<typeof createRequestActs>;

const said = (text: string): MessageBody => message({ texts: [text], accent: 'done' });
const only = (body: MessageBody): Answer => ({ body, pictures: [] });

export function createRequestActs({ now, municipalities, requests, copy }: RequestActsOptions) {
  interface Asker extends RequestPress {
    readonly municipality: Municipality;
  }
  function askerOf(interaction: BaseInteraction): Asker | undefined {
    const here = staffHere(interaction, municipalities);
    return here && mayPerform(here.staff.roles, 'data-subject.answer') ? { cause: interaction.id, ...here } : undefined;
  }

  async function overview(asker: Asker | undefined, news = ''): Promise<MessageBody> {
    const outcome = asker && (await requests.overview(asker));
    return asker && outcome?.kind === 'overview'
      ? requestOverview(outcome, asker.municipality, now(), news)
      : said(texts.notPermitted);
  }

  const shownAs = (asker: Asker, shown: ShownRequest): MessageBody | Promise<MessageBody> => {
    if (shown.kind === 'gone') return overview(asker, texts.gone);
    return shown.kind === 'not-permitted' ? said(texts.notPermitted) : requestShown(shown, asker.municipality);
  };

  async function copied(asker: Asker, number: number): Promise<Answer> {
    const outcome = await requests.copy(asker, number);
    if (outcome.kind !== 'found') return only(await shownAs(asker, outcome));
    return answerWith(await copy(asker.municipality, outcome.data), 'kopi', [texts.copied]);
  }

  return {
    overview: (interaction: BaseInteraction): Promise<MessageBody> => overview(askerOf(interaction)),

    /** Nothing is read before a form. */
    newForm(interaction: BaseInteraction): FormOrRefusal {
      const asker = askerOf(interaction);
      if (!asker) return { kind: 'refused', body: said(texts.notPermitted) };
      const timeZone = asker.municipality.hours.timeZone;
      const today = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(timeZone);
      return { kind: 'form', form: requestForm(`${today.day}.${today.month}.${today.year}`) };
    },

    async register(interaction: ModalSubmitInteraction): Promise<MessageBody> {
      const asker = askerOf(interaction);
      if (!asker) return said(texts.notPermitted);
      const written = answersIn(interaction, requestFields);
      const outcome = await requests.register(asker, {
        account: written.account ?? '',
        // What the form cannot send is treated as what tells the least.
        requester: requesters.find((one) => one === written.requester) ?? 'guardian',
        proof: accountProofs.find((one) => one === written.proof) ?? 'not-yet',
        receivedOn: readDate(written.receivedOn ?? '') ?? '',
      });
      switch (outcome.kind) {
        case 'registered':
          return overview(asker, texts.registered(outcome));
        case 'bad-account':
          return overview(asker, texts.badAccount);
        case 'bad-date':
          return overview(asker, texts.badDate);
        case 'future-date':
          return overview(asker, texts.futureDate);
        case 'stale':
          return overview(asker, texts.stale);
        case 'not-permitted':
          return said(texts.notPermitted);
      }
    },

    async act(interaction: BaseInteraction, act: 'show' | 'copy' | 'erase' | 'close', number: string): Promise<Answer> {
      const asker = askerOf(interaction);
      if (!asker) return only(said(texts.notPermitted));
      switch (act) {
        case 'show':
          return only(await shownAs(asker, await requests.show(asker, Number(number))));
        case 'copy':
          return copied(asker, Number(number));
        case 'erase': {
          const outcome = await requests.erase(asker, Number(number));
          const isRefused = outcome.kind === 'withheld' || outcome.kind === 'gone' || outcome.kind === 'not-permitted';
          return only(
            isRefused ? await shownAs(asker, outcome) : requestErased(Number(number), outcome, asker.municipality),
          );
        }
        case 'close': {
          const { kind } = await requests.close(asker, Number(number));
          const news = { closed: texts.closed, stale: texts.stale, 'not-permitted': texts.notPermitted }[kind];
          return only(await overview(asker, news));
        }
      }
    },

    answerForm(interaction: BaseInteraction, caseId: CaseId): FormOrRefusal {
      return askerOf(interaction)
        ? { kind: 'form', form: answerForm(caseId) }
        : { kind: 'refused', body: said(texts.notPermitted) };
    },

    async answer(interaction: ModalSubmitInteraction, caseId: CaseId): Promise<MessageBody> {
      const asker = askerOf(interaction);
      const { answer } = answersIn(interaction, ['answer']);
      const wanted = erasureAnswers.find((one) => one === answer);
      if (!asker || !wanted) return overview(asker);
      const { kind } = await requests.answer(asker, caseId, wanted);
      const news = {
        erased: texts.erased,
        'erased-here': texts.erasedHere,
        kept: texts.kept,
        held: texts.held,
        'still-open': texts.stillOpen,
        gone: texts.gone,
        stale: texts.stale,
        'not-permitted': texts.notPermitted,
      }[kind];
      return overview(asker, news);
    },
  };
}
