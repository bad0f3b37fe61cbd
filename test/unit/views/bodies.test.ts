import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bodyFaults, labelsOf, partsOf, routesOf, sentTexts, textOf } from './body-faults.ts';
import { caseWorkBodies, caseWorkForms } from './case-work-bodies.ts';
import { incidentBodies } from './incident-bodies.ts';
import { presenceBodies, presenceForms, presencePublicBodies } from './presence-bodies.ts';
import { forms as ordinaryForms, publicBodies, staffBodies } from './every-body.ts';

const everyBody = [
  ...publicBodies,
  ...staffBodies,
  ...caseWorkBodies,
  ...incidentBodies,
  ...presenceBodies,
  ...presencePublicBodies,
];
const forms = [...ordinaryForms, ...caseWorkForms, ...presenceForms];

describe('every message', () => {
  it('is one Discord takes, texts before buttons, nobody mentioned, nothing cut', () => {
    expect(everyBody.length).toBeGreaterThan(500);
    const faulty = everyBody.flatMap(([name, body]) => bodyFaults(body).map((fault) => `${name}: ${fault}`));
    expect(faulty).toEqual([]);
  });

  it('has no hole where a name was to be', () => {
    const holes = everyBody.filter(([, body]) => /\S {2,}\S/u.test(textOf(body))).map(([name]) => name);
    expect(holes).toEqual([]);
  });

  it('names a role only where somebody is called, and there the one it calls', () => {
    const naming = everyBody.filter(([, body]) => body.allowed_mentions.roles !== undefined);
    expect(naming.length).toBeGreaterThan(0);
    for (const [name, body] of naming) {
      expect(name).toMatch(/alert|original-opened|recontact|reminder|stopped|trouble not-storing/u);
      expect(JSON.stringify(body.components)).toContain(`<@&${String(body.allowed_mentions.roles?.[0])}>`);
    }
  });

  it('carries the marker as the id of its container when it is given one', () => {
    for (const [name, body] of everyBody.filter(([name]) => / notice | note | alert | entry| reminder/u.test(name))) {
      expect([name, body.components[0].id]).toEqual([name, 7]);
    }
    expect(everyBody.some(([, body]) => body.components[0].id === undefined)).toBe(true);
  });
});

describe('what a sender or the public sees', () => {
  it('never ends a line inside a number, nor between «kl.» and its time', () => {
    const sent = [...publicBodies, ...presencePublicBodies].map(
      ([name, body]) => [name, sentTexts(body).join('\n')] as const,
    );
    expect(sent.some(([, text]) => text.includes('116\u{A0}117'))).toBe(true);
    const broken = sent.filter(([, text]) => /\d \d|kl\. \d/u.test(text)).map(([name]) => name);
    expect(broken).toEqual([]);
  });

  it('carries «Hjelp nå», unless it is that page itself', () => {
    for (const [name, body] of publicBodies) {
      expect([name, routesOf(body).includes('help-now')]).toEqual([name, !name.includes(' help')]);
    }
  });
});

describe('every form', () => {
  it('has at most five parts and texts within Discord’s limits', () => {
    for (const [name, { title, custom_id: id, components }] of forms) {
      const parts = partsOf(components);
      expect([name, components.length <= 5, title.length <= 45, id.length <= 100]).toEqual([name, true, true, true]);
      for (const { type, label = '', content = '-' } of parts) {
        if (type === 18) expect(label.length, `${name}: ${label}`).toBeLessThanOrEqual(45);
        expect(content.length).toBeLessThanOrEqual(4_000);
      }
      for (const part of parts) {
        const { description = '', options = [] } = part as {
          description?: string;
          options?: readonly { readonly label: string; readonly default?: boolean }[];
        };
        expect(description.length, `${name}: ${description}`).toBeLessThanOrEqual(100);
        expect(options.length).toBeLessThanOrEqual(25);
        expect(options.filter((option) => option.default === true).length).toBeLessThanOrEqual(1);
        for (const option of options) expect(option.label.length).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('labels', () => {
  it('are words, not signs alone', () => {
    for (const label of everyBody.flatMap(([, body]) => labelsOf(body)))
      expect(label).toMatch(/^\p{L}[\p{L}\p{N} /]+\??$/u);
  });
});

const checker = fileURLToPath(new URL('../../../../shared/tools/check-discord-requests.mjs', import.meta.url));

describe.runIf(existsSync(checker))('Discord’s own description', () => {
  it('takes every message, edit and form', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'utekontakt-views-'));
    try {
      const log = path.join(folder, 'requests.jsonl');
      const requests = [
        ...everyBody.flatMap(([, body]) => [
          { method: 'POST', path: '/channels/100000000000000001/messages', body },
          { method: 'PATCH', path: '/channels/100000000000000001/messages/100000000000000002', body },
        ]),
        ...forms.map(([, data]) => ({
          method: 'POST',
          path: '/interactions/100000000000000001/token/callback',
          body: { type: 9, data },
        })),
      ];
      writeFileSync(log, requests.map((request) => JSON.stringify(request)).join('\n'));
      const answer = execFileSync(process.execPath, [checker, log], { encoding: 'utf8' });
      expect(answer).not.toMatch(/unknown key|missing|wants/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
