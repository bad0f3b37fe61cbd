import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CompleteRound } from '../../../src/core/approval/round.ts';
import { promises } from '../../../src/core/texts/banned-words.ts';
import { makeMarkdown } from '../../../src/papers/make-markdown.ts';
import { makePdf } from '../../../src/papers/make-pdf.ts';
import { breachPaper } from '../../../src/papers/privacy/breach.ts';
import { paperKinds } from '../../../src/core/paper-kinds.ts';
import type { PrivacyFacts } from '../../../src/papers/privacy/facts.ts';
import { privacyPaper } from '../../../src/papers/privacy/privacy-paper.ts';
import { risks } from '../../../src/papers/privacy/risks.ts';
import { filer, filings, leader, start } from '../approval/filings-made-up.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { municipality, openTime } from '../views/samples.ts';

const made = filings('EKS-2026/0042');
const by = filer;
const at = start;
const approved: CompleteRound = {
  stage: 'complete',
  number: 1,
  purpose: { by, at, filing: made.purpose.filing },
  ip: { by, at, filing: made.ip.filing },
  assessment: { by, at, filing: made.dpia.filing },
  basis: { by, at, filing: made.basis.filing },
  decision: { by: leader, at, filing: made.approved.filing },
  overview: { by, at, filing: made.overview.filing },
};
const bare: PrivacyFacts = {
  municipality,
  madeAt: openTime,
  version: '0.1.0',
  settings: { version: 3, hash: 'ab'.repeat(32) },
  overdue: { cases: 0, entries: 0 },
};
const facts: PrivacyFacts = {
  ...bare,
  approved,
  since: { kind: 'keys', keys: ['escalation', 'hours'] },
  figures: '# Figures\n\nrecall 94.6 %\n',
};
const markdown = (kind: (typeof paperKinds)[number], of = facts): string => makeMarkdown(privacyPaper(kind, of));

describe.each(paperKinds)('the paper «%s»', (kind) => {
  it('is a PDF and Markdown that say the same, who answers for it, and which settings it describes', async () => {
    const paper = privacyPaper(kind, facts);
    const pdf = readPdf(await makePdf(paper));
    const text = JSON.stringify(pdf).replaceAll(/\s+/gu, ' ');
    expect(text.length).toBeGreaterThan(1_000);
    const md = makeMarkdown(paper);
    expect(md).toContain(`# ${paper.title}`);
    expect(md).toContain(municipality.name);
    expect(md).toContain('Innstillinger nr. 3, abababababababab, program 0.1.0');
    expect(md).not.toMatch(/undefined|\[object/u);
  });

  it('can be made before anything is approved', async () => {
    expect((await makePdf(privacyPaper(kind, bare))).length).toBeGreaterThan(1_000);
  });

  it('is the same for the same facts, and another when the settings are', () => {
    expect(markdown(kind)).toBe(markdown(kind));
    expect(markdown(kind, { ...facts, settings: { version: 4, hash: 'cd'.repeat(32) } })).not.toBe(markdown(kind));
  });

  it('promises nothing the service cannot keep', () => {
    expect(promises.exec(markdown(kind))).toBeNull();
  });
});

describe('the record of processing', () => {
  it('has every part the law asks for', () => {
    const text = markdown('protokoll');
    for (const part of [
      'Behandlingsansvarlig',
      'Personvernombud',
      'Formål',
      'Registrerte og kategorier',
      'Mottakere',
      'Overføring til land utenfor EØS',
      'Slettefrister',
      'Sikkerhetstiltak',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Oppdiktet formål EKS-2026/0042');
    expect(text).toContain('72 timer etter at saken er lukket');
  });

  it('says what has been changed since management approved, and when it cannot know', () => {
    expect(markdown('protokoll')).toMatch(
      /Endret siden vedtaket:\n\n- hvem som kontaktes når ingen tar en sak\n- åpningstid/u,
    );
    expect(markdown('protokoll', { ...facts, since: { kind: 'keys', keys: [] } })).toContain('Ingenting er endret');
    expect(markdown('protokoll', { ...facts, since: { kind: 'unknown' } })).toContain('ikke lenger lagret');
    expect(markdown('protokoll', bare)).toContain('ikke godkjent');
  });
});

describe('the support for the DPIA', () => {
  it('names for every risk tests that are there', () => {
    const missing = risks
      .flatMap(({ tests }) => tests)
      .filter((path) => !existsSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url))));
    expect(missing).toEqual([]);
    for (const { risk } of risks) expect(markdown('dpia')).toContain(risk);
  });

  it('proves retention by a count, and says when something is late', () => {
    expect(markdown('dpia')).toContain('ingenting i lageret er eldre enn fristen');
    const late = markdown('dpia', { ...facts, overdue: { cases: 2, entries: 0 } });
    expect(late).toMatch(/skulle vært slettet.*\| cases \| 2 \|/su);
  });

  it('carries the published figures inside', () => {
    expect(privacyPaper('dpia', facts).attached?.[0]).toMatchObject({ name: 'tall.md', text: facts.figures });
    expect(privacyPaper('dpia', bare).attached).toBeUndefined();
  });
});

describe('Markdown', () => {
  it('reads no sign of what people wrote as its own', () => {
    const text = makeMarkdown({
      ...privacyPaper('rutine', bare),
      parts: [
        { kind: 'text', text: '# ikke *en* overskrift <b>' },
        { kind: 'table', columns: ['a|b'], rows: [['c|d']] },
      ],
    });
    expect(text).toContain('\\# ikke \\*en\\* overskrift \\<b\\>');
    expect(text).toContain('| a\\|b |');
  });
});

describe('the draft of a breach report', () => {
  const breach = {
    municipality,
    madeAt: openTime,
    from: openTime - 86_400_000,
    until: openTime,
    acts: [{ event: 'case.claimed', at: openTime - 1_000, by: '130000000000000901', caseId: 'A'.repeat(22) }],
    isCut: false,
    cases: 1,
    openCases: 3,
    overdue: { cases: 0 },
  };

  it('tells the deadline, the scope and the time line, and asks for what only people know', async () => {
    const text = makeMarkdown(breachPaper(breach));
    expect(text).toContain('senest 26.11.2026 kl. 19.30');
    expect(text).toContain('**Samtaler som ble rørt i tidsrommet**: 1');
    expect(text).toContain('| 23.11.2026 kl. 19.29 | case.claimed | 130000000000000901 | AAAAAAAA |');
    expect(text).toMatch(/Skriv: hva skjedde/u);
    expect((await makePdf(breachPaper(breach))).length).toBeGreaterThan(1_000);
  });

  it('says so when the log is longer than the paper', () => {
    expect(makeMarkdown(breachPaper({ ...breach, isCut: true }))).toContain('De eldste handlingene er utelatt');
  });
});
