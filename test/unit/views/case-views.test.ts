import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '../../../src/core/case.ts';
import { decodeCustomId } from '../../../src/discord/custom-id.ts';
import { caseAlert } from '../../../src/discord/views/case-alert.ts';
import { caseCard, threadName } from '../../../src/discord/views/case-card.ts';
import { caseEntry, caseEntryParts } from '../../../src/discord/views/case-entry.ts';
import { caseNote } from '../../../src/discord/views/case-note.ts';
import { continuationOf, makeRenderSpeech } from '../../../src/discord/views/render-speech.ts';
import { bodyFaults, labelsOf, partsOf, routesOf, textOf, textsOf } from './body-faults.ts';
import { shown, visible } from './markdown-acts.ts';
import * as sample from './samples.ts';

const { municipality, openCase, claimedCase, closedCase, filedCase, entry, redacted } = sample;

describe('the case card', () => {
  it.each([
    ['acute', 'Akutt'],
    ['serious', 'Alvorlig'],
    ['concern', 'Bekymring'],
    ['none', 'Vanlig henvendelse'],
  ] as const)('begins with the level in words: %s is «%s»', (severity, words) => {
    const [first = ''] = textsOf(caseCard({ ...openCase, severity }, municipality));
    expect(first).toBe(`## ${words} · Sak 4821`);
  });

  it('offers what can be done in each state', () => {
    expect(routesOf(caseCard(openCase, municipality))).toEqual([
      'case-claim',
      'case-reply',
      'case-step',
      'case-form',
      'case-desk',
      'case-more',
      'case-close',
    ]);
    expect(labelsOf(caseCard(openCase, municipality))).toEqual([
      'Jeg tar den',
      'Svar',
      'Neste steg',
      'Skjema',
      'Åpne skjermet skjema',
      'Mer',
      'Lukk',
    ]);
    expect(routesOf(caseCard(claimedCase, municipality))).toEqual([
      'case-reply',
      'case-step',
      'case-form',
      'case-desk',
      'case-more',
      'case-close',
    ]);
    expect(routesOf(caseCard(closedCase, municipality))).toEqual(['case-form', 'case-desk', 'case-more']);
  });

  it('says who has it and when', () => {
    expect(textOf(caseCard(openCase, municipality))).toContain('Ingen har tatt den.');
    expect(textOf(caseCard(claimedCase, municipality))).toContain(
      'Tatt av Kari, saksbehandler, mandag 23. november kl. 19.30.',
    );
    expect(textOf(caseCard(closedCase, municipality))).toContain('Lukket av Kari, saksbehandler');
  });

  it('says when a message was not assessed automatically', () => {
    const unsure = {
      ...openCase,
      reasons: [{ ruleId: 'timeout', sentence: 'Tok for lang tid.', role: 'not-assessed' } as const],
    };
    expect(textOf(caseCard(unsure, municipality))).toContain('Ikke vurdert automatisk');
    expect(textOf(caseCard(openCase, municipality))).not.toContain('Ikke vurdert automatisk');
  });

  it('gives the reasons as sentences, and tells how many it leaves out', () => {
    const reasons = Array.from({ length: 11 }, (_, index) => ({
      ruleId: `r${index}`,
      sentence: `Grunn ${index} med *stjerner*.`,
      role: index === 1 ? ('held-back' as const) : ('rule' as const),
    }));
    const text = textOf(caseCard({ ...openCase, reasons }, municipality));
    expect(text).toContain('- Grunn 0 med \\*stjerner\\*.');
    expect(text).toContain('(holder nivået nede)');
    expect(text).toContain('og 7 til');
    expect(text).not.toContain('Grunn 8');
  });

  it('shows what was filed, in words', () => {
    expect(textOf(caseCard(filedCase, municipality))).toContain(
      'Selvmordstanker. Nivå: Alvorlig. Identitet: Delvis kjent. Gjort: Ringt medisinsk nødtelefon.',
    );
  });

  it('shows nothing that tells who the sender is', () => {
    for (const current of [openCase, claimedCase, closedCase, filedCase]) {
      const json = JSON.stringify(caseCard(current, municipality));
      expect(json).not.toContain(openCase.senderId);
      expect(json).not.toContain(openCase.sender);
    }
  });

  it('is written in the municipality’s own Norwegian', () => {
    expect(labelsOf(caseCard(openCase, { ...municipality, language: 'nn' }))[0]).toBe('Eg tek ho');
  });

  it('names the thread by the number alone', () => {
    expect(threadName(4821)).toBe('Sak 4821');
  });
});

describe('a case entry', () => {
  it('shows when, the redacted words as a quote, what was taken out and what did not come along', () => {
    expect(textsOf(caseEntry(entry, openCase, municipality))).toEqual([
      '**Avsender**, søndag 22. november kl. 15.00',
      '> hei, jeg heter \\[navn 1\\]. kan noen ringe meg på \\[telefonnummer\\]?',
      'Nivå: Bekymring.\nTatt bort: et navn og et telefonnummer.\nIkke vist: 1 bilde.',
    ]);
  });

  it.each([
    ['unmaskable', { kind: 'unmaskable' }, 'Kunne ikke maskeres automatisk'],
    [
      'deleted',
      { kind: 'deleted-by-sender', at: sample.openTime },
      'Slettet av avsenderen mandag 23. november kl. 19.30',
    ],
    ['empty', { kind: 'text', text: redacted(' ') }, 'Ingen tekst.'],
  ] as const)('says so when the text is %s', (_, body, expected) => {
    expect(textOf(caseEntry({ ...entry, body }, openCase, municipality))).toContain(expected);
  });

  it('signs what staff wrote, and offers to change it or take it back', () => {
    const own: CaseEntry = {
      ...entry,
      from: 'staff',
      signature: sample.signature,
      removed: [],
      omitted: [],
      severity: 'none',
    };
    const body = caseEntry(own, openCase, municipality);
    expect(textsOf(body)[0]).toBe('**Kari, saksbehandler**, søndag 22. november kl. 15.00');
    expect(routesOf(body)).toEqual(['case-reply-edit', 'case-reply-withdraw']);
  });

  it('offers an answer while the case is not closed', () => {
    expect(routesOf(caseEntry(entry, claimedCase, municipality))).toEqual(['case-reply']);
    expect(routesOf(caseEntry(entry, closedCase, municipality))).toEqual([]);
  });

  it.each([
    ['words', 'dette er mange ord som betyr noe '.repeat(121)],
    ['signs', '*_~`|'.repeat(800)],
    ['lines', 'a\n'.repeat(2_000)],
    ['one word', 'æ'.repeat(4_000)],
  ])('goes on in further messages when 4,000 characters of %s are too many, and loses nothing', (_, text) => {
    const parts = caseEntryParts({ ...entry, body: { kind: 'text', text: redacted(text) } }, openCase, municipality, 9);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(bodyFaults(part)).toEqual([]);
    const words = parts.map((part) => textsOf(part)[1] ?? '').join('\n');
    expect(visible(shown(words.replaceAll(/^> /gmu, '')))).toBe(visible(text));
    expect(textsOf(parts[0])[0]).toContain(`Del 1 av ${parts.length}`);
    expect(parts.map((part) => part.components[0].id)).toEqual(parts.map((__, index) => 9 + index));
    expect(parts.map((part) => routesOf(part).length)).toEqual(
      parts.map((__, index) => (index === parts.length - 1 ? 1 : 0)),
    );
  });

  it('keeps markers positive and within 31 bits', () => {
    const long = { ...entry, body: { kind: 'text', text: redacted('æ'.repeat(4_000)) } } as const;
    const ids = caseEntryParts(long, openCase, municipality, 0x7fff_ffff).map((part) => part.components[0].id);
    expect(ids).toEqual([0x7fff_ffff, 1]);
  });
});

describe('a case note', () => {
  it.each([
    [{ kind: 'taken', signature: sample.signature }, 'Kari, saksbehandler tar saken.'],
    [{ kind: 'closed', signature: sample.signature }, 'Kari, saksbehandler lukket saken.'],
    [{ kind: 'form-filed', signature: sample.signature }, 'Kari, saksbehandler leverte skjemaet.'],
    [
      { kind: 'original-opened', signature: sample.signature, alone: false },
      'Kari, saksbehandler og en kollega har åpnet den lukkede originalen i skjermet skjema.',
    ],
    [{ kind: 'deleted-by-sender', entryId: '1' }, 'Avsenderen slettet en melding. Teksten er borte her også.'],
    [
      { kind: 'reply-not-delivered', reason: 'dm-closed' },
      '**Svaret kom ikke fram.** Avsenderen tar ikke imot direktemeldinger fra boten. Prøv en annen vei til avsenderen.',
    ],
    [
      { kind: 'notice-not-delivered', reason: 'rejected' },
      '**Beskjeden fra boten kom ikke fram til avsenderen.** Discord tok ikke imot meldingen.',
    ],
  ] as const)('says %j', (note, expected) => {
    expect(textOf(caseNote(note, municipality))).toBe(expected);
  });
});

describe('an alert', () => {
  const roleId = municipality.roles.dutyLead;

  it('calls the role from the text and names level and case, nothing more', () => {
    const body = caseAlert(openCase, municipality, { roleId, severity: 'acute', step: 0 });
    expect(textOf(body)).toBe(`<@&${roleId}> **Akutt: Sak 4821.** Les den nå. Trykk «Jeg tar den» når du leser den.`);
    expect(body.allowed_mentions).toEqual({ parse: [], roles: [roleId] });
    expect(routesOf(body)).toEqual(['case-claim', 'case-step']);
  });

  it('says that it is a reminder further up the ladder', () => {
    expect(textOf(caseAlert(openCase, municipality, { roleId, severity: 'serious', step: 2 }))).toContain(
      'Påminnelse 2: ingen har tatt den ennå.',
    );
  });
});

describe('every speech', () => {
  const render = makeRenderSpeech({ contacts: sample.contacts, now: () => sample.openTime });
  const about = { case: openCase, municipality };
  const place = sample.snowflake('500000000000000001');
  const post = { channelId: place, messageId: place };
  const to = { userId: openCase.senderId };
  const longEntry = { ...entry, body: { kind: 'text', text: redacted('ord '.repeat(1_000)) } } as const;

  it.each([
    [{ kind: 'case-card', ...about }, 'Sak 4821'],
    [{ kind: 'card-refresh', ...about, card: post }, 'Sak 4821'],
    [{ kind: 'case-alert', ...about, severity: 'serious', step: 1 }, `<@&${municipality.roles.dutyLead}> **Alvorlig`],
    [{ kind: 'case-entry', ...about, entry, threadId: place }, '**Avsender**'],
    [{ kind: 'entry-refresh', ...about, entry, post }, '**Avsender**'],
    [
      { kind: 'case-note', ...about, note: { kind: 'taken', signature: sample.signature }, threadId: place },
      'tar saken',
    ],
    [
      { kind: 'sender-reply', ...about, entry: { ...entry, from: 'staff', signature: sample.signature }, to },
      'Hilsen Kari, saksbehandler, Utekontakten i Eksempelvik kommune',
    ],
    [
      { kind: 'sender-notice', municipality, language: 'nn', notice: { kind: 'first-contact' }, staffed: false, to },
      'Eg er ein bot',
    ],
    [{ kind: 'duty-handover', municipality, by: 'closing', waiting: [] }, 'Vakta er slutt'],
    [{ kind: 'duty-post', municipality, channelId: place, post: { kind: 'closed' } }, 'har stengt'],
  ] as const)('becomes a message with its marker: $0.kind', (speech, expected) => {
    const body = render(speech, 11);
    expect(textOf(body)).toContain(expected);
    expect(body.components[0].id).toBe(11);
    expect(bodyFaults(body)).toEqual([]);
  });

  it('answers the sender in the language of the case', () => {
    const speech = { kind: 'sender-reply', case: { ...openCase, language: 'en' }, municipality, entry, to } as const;
    expect(labelsOf(render(speech, 1))).toEqual(['Help now']);
  });

  it('is followed by what did not fit, and by nothing when it all did', () => {
    expect(continuationOf({ kind: 'case-entry', ...about, entry, threadId: place }, 11)).toEqual([]);
    const rest = continuationOf({ kind: 'case-entry', ...about, entry: longEntry, threadId: place }, 11);
    expect(rest.map((body) => body.components[0].id)).toEqual([12]);
  });

  it('carries the case in its buttons, and no Discord id', () => {
    const ids = partsOf(render({ kind: 'case-card', ...about }, 1).components).flatMap(({ custom_id: id }) => id ?? []);
    expect(ids).toHaveLength(7);
    for (const id of ids) {
      expect(decodeCustomId(id)?.args).toEqual([sample.caseId]);
      expect(id).not.toMatch(/\d{17}/u);
    }
  });
});
