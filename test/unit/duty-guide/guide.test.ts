import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callScript } from '../../../src/core/duty-guide/call-script.ts';
import { contactOf, danglingContacts } from '../../../src/core/duty-guide/card-contacts.ts';
import { dutyGuideSchema } from '../../../src/core/duty-guide/guide.ts';
import type { DutyGuide } from '../../../src/core/duty-guide/guide.ts';
import { loadConfiguration } from '../../../src/settings/configuration.ts';
import { guide } from './shipped-guide.ts';

const changed = (change: (copy: Record<keyof DutyGuide, never[]>) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(guide)) as Record<keyof DutyGuide, never[]>;
  change(copy);
  return copy;
};
const complaints = (file: unknown): string => dutyGuideSchema.safeParse(file).error?.message ?? '';
const at = (list: unknown[], index: number): Record<string, unknown> => list[index] as Record<string, unknown>;

describe('the shipped guide', () => {
  it('says that no jurist has approved it yet', () => {
    expect(guide.approvedBy).toBeNull();
  });

  it('has no question that the form would cut', () => {
    // A question longer than Discord's label of 45 stands in the line under it, which holds 100.
    const under = guide.questions.map(({ text, help }) => (text.length > 45 ? text : help));
    expect(under.filter((line) => line.length > 100)).toEqual([]);
  });

  it('holds no phone number in any sentence', () => {
    const said = [
      ...guide.cards.flatMap(({ title, why, steps }) => [title, why, ...steps]),
      ...guide.questions.flatMap(({ text, help, answers }) => [text, help, ...answers.map(({ label }) => label)]),
      ...[...guide.tell, ...guide.reminders].map(({ text }) => text),
      ...Object.values(guide.call),
    ];
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((text) => /\d\s?\d\s?\d/u.test(text))).toEqual([]);
  });

  it('reaches every contact its cards name, in every configured municipality', async () => {
    const loaded = await loadConfiguration('config');
    if (!loaded.ok) throw new Error('configuration');
    for (const { contacts } of loaded.value.municipalities)
      expect(danglingContacts(guide, contacts, loaded.value.national)).toEqual([]);
  });

  it('prefers the municipality’s own service of a kind', async () => {
    const loaded = await loadConfiguration('config');
    if (!loaded.ok) throw new Error('configuration');
    const [municipality] = loaded.value.municipalities;
    const found = contactOf({ kind: 'kripos' }, municipality?.contacts ?? [], loaded.value.national);
    expect(found?.id).toBe('eksempelvik-kripos');
    expect(danglingContacts(guide, [], { ...loaded.value.national, contacts: [] })).toContain(
      'call-113: nodnummer-ambulanse',
    );
  });

  it('sends a message to barnevern in office hours first, and has the emergency service beside it', () => {
    for (const card of guide.cards.filter(({ group }) => group === 'barnevern'))
      expect([card.id, ...card.contacts.slice(0, 2)]).toEqual([
        card.id,
        { kind: 'barnevern' },
        { kind: 'barnevernvakt' },
      ]);
  });

  it('says «hovedregel» about parents, and never that they always hear of it', () => {
    const parents = guide.tell.find(({ id }) => id === 'parents');
    expect(parents?.text).toMatch(/hovedregel/u);
    expect(guide.cards.filter(({ group }) => group === 'barnevern').every(({ tell }) => tell.includes('report'))).toBe(
      true,
    );
  });

  it('gives a victim the four things the source names', () => {
    const card = guide.cards.find(({ id }) => id === 'victim');
    expect(card?.tell).toEqual(['victim-police', 'victim-support', 'victim-parents', 'victim-time']);
  });

  it('opens the Kripos fields wherever Kripos is the one to call', () => {
    for (const { contacts, kripos } of guide.cards) {
      const first = contacts[0];
      if (first && 'kind' in first && first.kind === 'kripos') expect(kripos).toBe(true);
    }
  });

  it.runIf(existsSync('../shared/sources'))('names lines of the sources that hold words', () => {
    const lines = new Map(
      readdirSync('../shared/sources').map((name) => [
        name.slice(0, 3),
        readFileSync(`../shared/sources/${name}`, 'utf8').split('\n'),
      ]),
    );
    const named = JSON.stringify(guide).match(/\d{3}:\d+/gu) ?? [];
    expect(named.length).toBeGreaterThan(50);
    for (const source of named) {
      const [file = '', line] = source.split(':');
      expect(lines.get(file)?.[Number(line) - 1]?.trim(), source).toBeTruthy();
    }
  });
});

describe('a changed guide', () => {
  it.each([
    [
      'a last row that does not fit everything',
      (g) => {
        at(g.rows, g.rows.length - 1)['when'] = { dangerNow: ['no'] };
      },
      /last row/,
    ],
    [
      'a row to a card that is not there',
      (g) => {
        at(g.rows, 0)['card'] = 'nowhere';
      },
      /not a card/,
    ],
    [
      'a row with an unknown question',
      (g) => {
        at(g.rows, 0)['when'] = { weather: ['yes'] };
      },
      /not a question/,
    ],
    [
      'a row with an unknown answer',
      (g) => {
        at(g.rows, 0)['when'] = { dangerNow: ['maybe'] };
      },
      /does not have/,
    ],
    [
      'a card no row reaches',
      (g) => {
        at(g.rows, 0)['card'] = 'call-112';
      },
      /reached by no row/,
    ],
    [
      'a phone number in a sentence',
      (g) => {
        at(g.cards, 0)['title'] = 'Ring 412 34 567';
      },
      /name a contact/,
    ],
    [
      'a card without a source',
      (g) => {
        at(g.cards, 0)['source'] = [];
      },
      /needs a source/,
    ],
    [
      'a law that is not listed',
      (g) => {
        at(g.cards, 0)['legal'] = ['grl-1'];
      },
      /law that is not there/,
    ],
    [
      'a line that is not there',
      (g) => {
        at(g.cards, 0)['tell'] = ['poem'];
      },
      /line that is not there/,
    ],
    [
      'two cards with one name',
      (g) => {
        at(g.cards, 1)['id'] = at(g.cards, 0)['id'];
      },
      /used twice/,
    ],
    [
      'an assumed answer that is none',
      (g) => {
        at(g.questions, 0)['ifUnanswered'] = 'maybe';
      },
      /one of its answers/,
    ],
    [
      'a call script with a strange placeholder',
      (g) => {
        (g.call as unknown as Record<string, string>)['caller'] = 'Dette er {navn}.';
      },
      /placeholders/,
    ],
    [
      'an approval without a date',
      (g) => {
        (g as unknown as Record<string, unknown>)['approvedBy'] = { name: 'Jurist Eksempel' };
      },
      /approvedBy/,
    ],
  ] satisfies [string, (g: Record<keyof DutyGuide, never[]>) => void, RegExp][])(
    'is refused with %s',
    (_what, change, said) => {
      expect(complaints(changed(change))).toMatch(said);
    },
  );

  it('is taken when a jurist has signed it', () => {
    const signed = changed((g) => {
      (g as unknown as Record<string, unknown>)['approvedBy'] = { name: 'Jurist Eksempel', date: '2026-11-20' };
    });
    expect(complaints(signed)).toBe('');
  });
});

describe('the call script', () => {
  const facts = {
    caller: 'Kari, vakthavende',
    service: 'Utekontakten',
    municipality: 'Eksempelvik kommune',
    matter: 'Selvmordstanker',
  };

  it('says who calls, whom it concerns and what it concerns', () => {
    expect(callScript(guide, { urgency: 'now' }, { ...facts, about: ['Testine', 'cirka 15 år'] })).toEqual([
      'Dette er Kari, vakthavende i Utekontakten, Eksempelvik kommune.',
      'Det gjelder en ungdom: Testine, cirka 15 år.',
      'Det er fare nå. Det gjelder: Selvmordstanker.',
    ]);
  });

  it('says honestly that nobody knows who it is', () => {
    const [, whom, what] = callScript(guide, { urgency: 'today' }, { ...facts, about: [] });
    expect(whom).toMatch(/ikke vet hvem/u);
    expect(what).toBe('Det gjelder: Selvmordstanker.');
  });

  it('puts words with braces in as they are', () => {
    const [, whom] = callScript(guide, { urgency: 'today' }, { ...facts, about: ['{matter}'] });
    expect(whom).toContain('{matter}');
  });
});
