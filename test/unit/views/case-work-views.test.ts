import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/core/contacts.ts';
import { askedQuestions } from '../../../src/core/duty-guide/next-step.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import { caseEntry, caseEntryParts, openedEntry } from '../../../src/discord/views/case-entry.ts';
import { replyWaiting } from '../../../src/discord/views/reply-waiting.ts';
import { casePanel } from '../../../src/discord/views/case-panel.ts';
import { nextStepCard, nextStepForm, questionsNext } from '../../../src/discord/views/next-step.ts';
import { bodyFaults, partsOf, routesOf, textOf, textsOf } from './body-faults.ts';
import { everyState, guide } from './case-work-bodies.ts';
import * as sample from './samples.ts';

const { municipality, contacts, signature } = sample;
const here = { guide, municipality, national: contacts, signature, language: 'nb', now: sample.openTime } as const;
const holder = sample.snowflake('100000000000000002');
const other = sample.snowflake('100000000000000003');

const customIds = (body: { readonly components: readonly unknown[] }) =>
  partsOf(body.components).flatMap(({ custom_id: id }) => (id === undefined ? [] : [id.split(':')[0]]));

describe('«Mer»', () => {
  const panel = (index: number, viewer = other) => {
    const current = everyState[index];
    if (!current) throw new Error('no such state');
    return casePanel({ case: current, municipality, national: contacts, viewer, language: 'nb' });
  };

  it('offers what the state allows', () => {
    expect(customIds(panel(0))).toEqual(['case-hand-over', 'case-who']);
    expect(customIds(panel(1))).toEqual([
      'case-move',
      'case-move',
      'case-set-aside',
      'case-set-aside',
      'case-offer',
      'case-hand-over',
      'case-who',
    ]);
    expect(customIds(panel(1, holder))).toHaveLength(6);
    expect(customIds(panel(6))).toEqual(['case-move', 'case-who']);
  });

  it('never shows who the sender is', () => {
    for (const [index, current] of everyState.entries())
      expect(JSON.stringify(panel(index))).not.toContain(current.senderId);
  });
});

describe('«Neste steg»', () => {
  it('asks the three first questions in one form', () => {
    expect(questionsNext(guide, {}).map(({ id }) => id)).toEqual(['dangerNow', 'identity', 'avertable']);
    const form = nextStepForm(sample.openCase, {}, here);
    expect(form.components).toHaveLength(3);
  });

  it('asks on until every question is answered, five at a time', () => {
    let answers: Record<string, string> = {};
    for (let forms = 0; ; forms += 1) {
      expect(forms).toBeLessThan(6);
      const next = questionsNext(guide, answers);
      expect(next.length).toBeLessThanOrEqual(5);
      answers = { ...answers, ...Object.fromEntries(next.map(({ id, ifUnanswered }) => [id, ifUnanswered])) };
      if (askedQuestions(guide, answers).every(({ answer }) => answer !== undefined)) break;
    }
    expect(questionsNext(guide, answers).every(({ first }) => first)).toBe(true);
  });

  it('shows the number to call first in bold, and the three lines to say', () => {
    const text = textOf(
      nextStepCard(sample.openCase, { answers: { dangerNow: 'yes', identity: 'unknown' }, decision: undefined }, here),
    );
    expect(text).toMatch(/^## Ring politiets nødnummer nå/u);
    expect(text).toContain(`**${contacts.required['nodnummer-politi'].phone.written}**`);
    expect(text).toContain('Dette er Kari, saksbehandler');
    expect(text).toContain('selvmordstanker');
  });

  it('says which local help is open now, which hours nobody has verified, and leaves out what is closed', () => {
    const verified = (kind: string, hours: Contact['hours']) => (contact: Contact) =>
      contact.kind === kind ? { ...contact, checkedAt: '2026-11-20', hours } : contact;
    const always = { kind: 'always', basis: 'provider' } as const;
    const local = municipality.contacts.map(verified('barnevernvakt', always));
    const text = textOf(
      nextStepCard(
        sample.openCase,
        { answers: {}, decision: undefined },
        { ...here, municipality: { ...municipality, contacts: local } },
      ),
    );
    const lines = text.slice(text.indexOf('Lokalt nå')).split('\n');
    expect(lines[1]).toMatch(/^- 12 34 50 01 .*\(åpen nå\)$/u);
    expect(lines.slice(1, 5).join('\n')).toMatch(
      /116 117 .*\(åpen nå\)[\s\S]*12 34 50 07 .*\(åpningstiden er ikke bekreftet\)/u,
    );
    const closed = {
      kind: 'scheduled',
      schedule: sample.parsedHours({ timeZone: 'Europe/Oslo', weekly: {}, publicHolidays: 'closed', exceptions: [] }),
    } as const;
    const shut = municipality.contacts.map(verified('barnevern', closed));
    expect(
      textOf(
        nextStepCard(
          sample.openCase,
          { answers: {}, decision: undefined },
          { ...here, municipality: { ...municipality, contacts: shut } },
        ),
      ),
    ).not.toContain('12 34 50 07');
  });

  it('is a danger until it is answered, and says that it is provisional', () => {
    const text = textOf(nextStepCard(sample.openCase, { answers: {}, decision: undefined }, here));
    expect(text).toContain('Foreløpig');
    expect(text).toMatch(/^## Ring/u);
  });

  it('leads on to the form and the desk', () => {
    expect(routesOf(nextStepCard(sample.openCase, { answers: {}, decision: undefined }, here))).toEqual([
      'case-step',
      'case-form',
      'case-desk',
    ]);
  });

  it('asks for a decision once it is settled, and shows who made it but never why', () => {
    const answers = { dangerNow: 'yes', dangerKind: 'unsure', identity: 'unknown', avertable: 'yes' };
    const reason = 'politiet er alt på stedet';
    const by = { id: sample.snowflake('100000000000000002'), signature: 'Kari, vakthavende' };
    const decision = { cardId: 'call-112-unknown', rowId: 'x', guideVersion: '1', follows: false, reason, by, at: 0 };
    expect(routesOf(nextStepCard(sample.openCase, { answers, decision: undefined }, here))).toContain('case-decide');
    const text = textOf(nextStepCard(sample.openCase, { answers, decision }, here));
    expect(text).toMatch(/Besluttet av Kari, vakthavende, .*gjør noe annet enn kortet sier/u);
    expect(text).not.toContain(reason);
  });

  it('says who decides as long as no jurist has approved the guide', () => {
    expect(textsOf(nextStepCard(sample.openCase, { answers: {}, decision: undefined }, here)).at(-1)).toContain(
      'ikke godkjent av jurist',
    );
    const approved = { ...guide, approvedBy: { name: 'Jo Eksempel', date: '2026-01-01' } };
    const body = nextStepCard(sample.openCase, { answers: {}, decision: undefined }, { ...here, guide: approved });
    expect(textOf(body)).not.toContain('jurist');
    expect(bodyFaults(body)).toEqual([]);
  });
});

describe('where staff read', () => {
  const as = (staffView: 'thread' | 'stub' | 'desk') => ({ ...municipality, staffView });
  const words = 'kan noen ringe meg';

  it.each([
    ['thread', true, ['case-reply']],
    ['stub', false, ['case-read', 'case-reply']],
    ['desk', false, ['case-desk', 'case-reply']],
  ] as const)('in %s: the words stand in the thread: %s', (staffView, stand, routes) => {
    const body = caseEntry(sample.entry, sample.openCase, as(staffView), 7);
    expect(textOf(body).includes(words)).toBe(stand);
    expect(routesOf(body)).toEqual(routes);
    expect(bodyFaults(body)).toEqual([]);
  });

  it('still tells the level and what was taken out', () => {
    expect(textOf(caseEntry(sample.entry, sample.openCase, as('stub')))).toContain('Nivå: Bekymring.');
  });

  it('is one message, however long the words are, where they do not stand in the thread', () => {
    const long = { ...sample.entry, body: { kind: 'text', text: sample.redacted('ord '.repeat(2_000)) } } as const;
    expect(caseEntryParts(long, sample.openCase, as('desk'))).toHaveLength(1);
    expect(openedEntry(long, sample.openCase, as('stub')).length).toBeGreaterThan(1);
    expect(textOf(openedEntry(sample.entry, sample.openCase, as('stub'))[0])).toContain(words);
  });
});

describe('word of a reply in a private thread', () => {
  it.each(catalogueLanguages)('holds none of its words, in %s', (language) => {
    const entry = {
      ...sample.entry,
      from: 'staff',
      body: { kind: 'text', text: sample.redacted('hemmelig') },
    } as const;
    const body = replyWaiting({ case: { ...sample.openCase, language }, municipality, entry }, 7);
    expect(textOf(body)).not.toContain('hemmelig');
    expect(JSON.stringify(body)).not.toContain(sample.openCase.senderId);
    expect(routesOf(body)).toEqual(['read-reply', 'write-to-us', 'help-now']);
    expect(bodyFaults(body)).toEqual([]);
  });
});
