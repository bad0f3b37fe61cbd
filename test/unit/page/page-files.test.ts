import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPage, pageFolder } from './page-modules.ts';

const read = (path: string) => readFileSync(new URL(path, pageFolder), 'utf8');
const files = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:js|css|html|svg)$/u.test(name),
);
const index = read('index.html');

describe('the page’s files', () => {
  it('let the browser run only what is named: own files and the import map by its hash', () => {
    const map = /<script type="importmap">([^]*?)<\/script>/u.exec(index)?.[1] ?? '';
    const hash = createHash('sha256').update(map).digest('base64');
    const policy = /content="(default-src[^"]*)"/u.exec(index)?.[1] ?? '';
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('have one inline script, the import map, and no inline styles or handlers', () => {
    const scripts = [...index.matchAll(/<script(?![^>]*src=)[^>]*>/gu)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="importmap">']);
    expect(index).not.toMatch(/<style|\sstyle=|\son[a-z]+=/iu);
  });

  it('load every style sheet there is', () => {
    const linked = [...index.matchAll(/href="\/(style\/[a-z-]+\.css)"/gu)].map(([, path]) => path);
    expect(new Set(linked)).toEqual(new Set(files.filter((name) => name.endsWith('.css'))));
  });

  it.each(files)('ask for nothing outside the machine and set no markup: %s', (name) => {
    const source = read(name).replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(source).not.toMatch(
      /(?:from|import\()\s*['"]https?:|url\(\s*['"]?https?:|(?:src|href)="https?:|innerHTML|insertAdjacentHTML/u,
    );
  });
});

describe('scenarios', async () => {
  const { scenarios } = await loadPage('scenarios.js');

  it('have names of their own, a caption for each step and a closing line', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { steps, closing } of scenarios) {
      expect(closing).not.toBe('');
      expect(steps.filter(({ caption }) => caption === '')).toEqual([]);
    }
  });

  it('are about everything the sandbox promises to show', () => {
    expect(scenarios.map(({ id }) => id)).toEqual([
      'first-hello-at-night',
      'phone-number',
      'joke',
      'acute',
      'worried-friend',
      'closed-dm',
      'bot-away',
    ]);
  });

  it('are played by people who live in the sandbox', () => {
    const people = new Set(scenarios.flatMap(({ steps }) => steps.flatMap(({ who }) => who ?? [])));
    expect([...people].sort()).toEqual(['Alex', 'Kim', 'Sander']);
  });
});

describe('colours', () => {
  const tokens = new Map(
    [
      ...read('style/tokens.css').matchAll(
        /--([a-z0-9-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/gu,
      ),
    ].map(([, name, light, dark, both]) => [name ?? '', [light ?? both ?? '', dark ?? both ?? ''] as const]),
  );

  const grounds = ['surface', 'raised', 'hover', 'mine', 'whisper'];
  const pairs = [
    ...['ink', 'ink-soft', 'link', 'brand-text', 'bad-text'].flatMap((text) =>
      grounds.map((ground) => [text, ground] as const),
    ),
    ...['brand', 'brand-hover', 'good', 'good-hover', 'bad', 'bad-hover'].map(
      (ground) => ['brand-ink', ground] as const,
    ),
    ...[0, 1, 2, 3, 4, 5].map((face) => ['brand-ink', `face-${String(face)}`] as const),
    ['ink', 'quiet'],
    ['ink', 'quiet-hover'],
    ['ink', 'code'],
    ['ink', 'mention'],
    ['ink-soft', 'mention'],
    ['ink-soft', 'ground'],
    ['brand-text', 'mention'],
    ['bad-text', 'bad-ground'],
  ] as const;

  it.each(pairs)('%s on %s can be read, light and dark', (text, ground) => {
    for (const shade of [0, 1] as const) {
      const ratio = contrast(tokens.get(text)?.[shade] ?? '', tokens.get(ground)?.[shade] ?? '');
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['line-strong', 'focus', 'mine-line', 'whisper-line'])(
    '%s stands out from the surface, light and dark',
    (line) => {
      for (const shade of [0, 1] as const) {
        expect(contrast(tokens.get(line)?.[shade] ?? '', tokens.get('surface')?.[shade] ?? '')).toBeGreaterThanOrEqual(
          3,
        );
      }
    },
  );
});

/** Contrast of two colours `#rrggbb`, 1–21. Source: WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? NaN) + 0.05) / ((dark ?? NaN) + 0.05);
}

function luminance(colour: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
