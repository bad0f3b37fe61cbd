import { describe, expect, it } from 'vitest';
import { fields } from '../../../src/discord/written-form.ts';
import { decodeCustomId } from '../../../src/discord/custom-id.ts';
import {
  apology,
  claimOutcome,
  closeOutcome,
  formRefusal,
  replyOutcome,
  staleOutcome,
} from '../../../src/discord/views/outcome.ts';
import { replyForm } from '../../../src/discord/views/reply-form.ts';
import { replyPreview } from '../../../src/discord/views/reply-preview.ts';
import { maxReplyLength, senderReply } from '../../../src/discord/views/sender-reply.ts';
import { writeToUsForm } from '../../../src/discord/views/write-to-us-form.ts';
import { bodyFaults, partsOf, routesOf, textOf, textsOf } from './body-faults.ts';
import * as sample from './samples.ts';

const { municipality, contacts, openCase, signature, redacted } = sample;

interface Field {
  readonly type: number;
  readonly custom_id?: string;
  readonly max_length?: number;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
}
const fieldsOf = (form: { readonly components: readonly unknown[] }): ReadonlyMap<string, Field> =>
  new Map(
    (partsOf(form.components) as readonly Field[]).flatMap((part) =>
      part.custom_id === undefined ? [] : [[part.custom_id, part] as const],
    ),
  );
describe('«Skriv til oss»', () => {
  it('takes up to 4,000 characters and asks for nothing else', () => {
    const form = writeToUsForm(municipality, { contacts, language: 'nb', now: sample.openTime });
    expect([...fieldsOf(form).keys()]).toEqual([fields.words]);
    expect(fieldsOf(form).get(fields.words)?.max_length).toBe(4_000);
    expect(decodeCustomId(form.custom_id)).toEqual({ route: 'write-to-us-sent', args: [municipality.id] });
  });
});

describe('the reply form', () => {
  it('says who the reply will be signed by', () => {
    const form = replyForm(openCase, 'nb', { signature });
    expect(textOf(form)).toContain('«Kari, saksbehandler»');
    expect(decodeCustomId(form.custom_id)).toEqual({ route: 'case-reply-sent', args: [openCase.id] });
  });

  it('takes no more than fits one message, whatever is written', () => {
    expect(fieldsOf(replyForm(openCase, 'nb', { signature })).get(fields.words)?.max_length).toBe(maxReplyLength);
    for (const text of [
      '*'.repeat(maxReplyLength),
      '> '.repeat(maxReplyLength / 2),
      '- a\n'.repeat(maxReplyLength / 4),
    ]) {
      const reply = senderReply(
        { ...sample.entry, from: 'staff', signature, body: { kind: 'text', text: redacted(text) } },
        { municipality, language: 'nb' },
      );
      expect(bodyFaults(reply)).toEqual([]);
    }
  });
});

describe('the preview of a reply', () => {
  const text = redacted('Du kan ringe Ola. Se https://www.ung.no/hjelp');
  const preview = replyPreview(openCase, {
    text,
    warnings: { personalData: ['NAME'], concerns: ['method'] },
    writtenIn: sample.snowflake('400000000000000001'),
    signed: { signature, municipality, language: 'en' },
    language: 'nb',
  });

  it('shows exactly what the sender would see', () => {
    const sent = senderReply(
      { ...sample.entry, from: 'staff', signature, body: { kind: 'text', text } },
      { municipality, language: 'en' },
    );
    expect(textsOf(preview).slice(1, 3)).toEqual(textsOf(sent));
    expect(textsOf(sent)).toEqual([
      'Du kan ringe Ola. Se https://www.ung.no/hjelp',
      'From Kari, saksbehandler, Utekontakten in Eksempelvik kommune',
    ]);
  });

  it('says that nothing is sent yet, and what to look at', () => {
    expect(textsOf(preview)[0]).toContain('Ikke sendt ennå');
    expect(textsOf(preview)[3]).toContain('Svaret inneholder et navn.');
    expect(textsOf(preview)[3]).toContain('#chatsafe');
    expect(textsOf(preview)[3]).not.toContain('helsehjelp');
  });

  it('offers to write again before sending all the same', () => {
    expect(routesOf(preview)).toEqual(['case-reply-again', 'case-reply-confirm']);
  });

  it('offers to send first when there is nothing to look over', () => {
    const calm = replyPreview(openCase, {
      text,
      warnings: { personalData: [], concerns: [] },
      writtenIn: sample.snowflake('400000000000000001'),
      signed: { signature, municipality, language: 'nb' },
      language: 'nb',
    });
    expect(routesOf(calm)).toEqual(['case-reply-confirm', 'case-reply-again']);
    expect(textsOf(calm).join()).not.toContain('Se over dette');
  });
});

describe('the answer to a press', () => {
  it.each([
    [
      claimOutcome({ kind: 'claimed', caseId: openCase.id, caseNumber: 4821 }, 'nb'),
      'Du har tatt Sak 4821, og avsenderen får vite det. Les videre i tråden under kortet.',
    ],
    [
      claimOutcome(
        {
          kind: 'already-claimed',
          caseNumber: 4821,
          by: { id: sample.snowflake('100000000000000003'), signature: 'Ola, vakthavende' },
        },
        'nb',
      ),
      'Ola, vakthavende har allerede tatt Sak 4821.',
    ],
    [claimOutcome({ kind: 'closed', caseNumber: 4821 }, 'nb'), 'Sak 4821 er lukket. Ingenting er endret eller sendt.'],
    [closeOutcome({ kind: 'already-closed', caseNumber: 4821 }, 'nb'), 'Saken er allerede lukket.'],
    [
      closeOutcome({ kind: 'not-taken', caseNumber: 4821 }, 'nb'),
      'Sak 4821 er alvorlig, og ingen har tatt den. Trykk «Jeg tar den» før du lukker.',
    ],
    [replyOutcome({ kind: 'queued', caseNumber: 4821 }, 'nb'), 'Svaret i Sak 4821 er på vei til avsenderen.'],
    [replyOutcome({ kind: 'expired' }, 'nb'), 'Svaret ventet for lenge og er slettet. Skriv det på nytt.'],
    [
      formRefusal({ kind: 'not-permitted' }, 'nb'),
      'Du har ikke tilgang til dette. Spør koordinatoren hvis det er feil.',
    ],
    [closeOutcome({ kind: 'not-found' }, 'nb'), 'Saken finnes ikke lenger. Den kan være slettet etter fristen.'],
    [apology('a1b2c3', 'staff', 'nb'), 'Noe gikk galt hos oss. Prøv en gang til. Referanse: a1b2c3'],
  ])('is one clear sentence: %#', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('tells a sender that the words may be lost, and gives the way to help', () => {
    const body = apology('a1b2c3', 'sender', 'nb');
    expect(textOf(body)).toContain('ikke sikkert vi fikk det du skrev');
    expect(routesOf(body)).toEqual(['help-now']);
    expect(routesOf(staleOutcome('nb'))).toEqual(['help-now']);
  });
});
