import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { routeNames } from '../src/discord/custom-id.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every source file of the product and the sandbox, relative to the root. */
const files = ['src', 'commands', 'listeners', 'interaction-handlers', 'sandbox']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  /** A path from the root, or a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const importPattern = /^\s*(?:import|export)\s(?<type>type\s)?[^;]*?from\s+'(?<spec>[^']+)'/gmu;

const importsOf = (file: string): readonly Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importPattern)].map(({ groups }) => {
    const spec = groups?.['spec'] ?? '';
    const to = spec.startsWith('.') ? relative(root, join(root, dirname(file), spec)) : spec;
    return { from: file, to, typeOnly: groups?.['type'] !== undefined };
  });

const imports = files.flatMap(importsOf);

/** What each room may import; the first row whose place fits counts. Source: HOUSE_STYLE §2. */
const rooms: readonly { readonly room: RegExp; readonly may: readonly RegExp[]; readonly types?: readonly RegExp[] }[] =
  [
    {
      room: /^(listeners|commands|interaction-handlers)\//u,
      may: [/^src\/discord\//u, /^src\/i18n\/commands\.ts$/u, /^@sapphire\/framework$/u, /^discord\.js$/u],
    },
    {
      room: /^src\/core\/redaction\//u,
      may: [/^src\/core\//u, /^zod$/u, /^@navikt\/fnrvalidator$/u, /^node:util$/u],
    },
    { room: /^src\/core\//u, may: [/^src\/core\//u, /^zod$/u, /^node:util$/u] },
    { room: /^src\/flows\//u, may: [/^src\/flows\//u, /^src\/core\//u, /^src\/ports\.ts$/u, /^zod$/u] },
    { room: /^src\/ports\.ts$/u, may: [], types: [/^src\/core\//u] },
    {
      room: /^src\/intake\//u,
      may: [
        /^src\/intake\//u,
        /^src\/core\//u,
        /^src\/ports\.ts$/u,
        /^@discordjs\/(ws|rest)$/u,
        /^discord-api-types\//u,
        /^zod$/u,
      ],
    },
    {
      room: /^src\/store\//u,
      may: [/^src\/store\//u, /^src\/core\//u, /^src\/ports\.ts$/u, /^node:/u, /^ioredis$/u, /^zod$/u],
    },
    {
      room: /^src\/discord\//u,
      may: [
        /^src\/(discord|core|i18n)\//u,
        /^src\/ports\.ts$/u,
        /^node:/u,
        /^zod$/u,
        /^discord\.js$/u,
        /^discord-api-types\//u,
        /^@discordjs\/rest$/u,
        /^@sapphire\//u,
      ],
      types: [/^src\/flows\//u],
    },
    { room: /^src\/i18n\//u, may: [/^src\/(i18n|core)\//u] },
    {
      room: /^src\/(settings|system)\//u,
      may: [
        /^src\/(settings|system|core|store)\//u,
        /^src\/ports\.ts$/u,
        /^node:/u,
        /^zod$/u,
        /^pino$/u,
        /^prom-client$/u,
      ],
      types: [/^@discordjs\/rest$/u],
    },
    {
      room: /^src\/desk\//u,
      may: [
        /^src\/(desk|core|i18n|flows|papers)\//u,
        /^src\/ports\.ts$/u,
        /^node:/u,
        /^zod$/u,
        /^fastify$/u,
        /^openid-client$/u,
      ],
    },
    {
      room: /^src\/papers\//u,
      may: [
        /^src\/(papers|core|i18n)\//u,
        /^node:module$/u,
        /^pdfkit$/u,
        /^dejavu-fonts-ttf\//u,
        /^@resvg\/resvg-js$/u,
      ],
      types: [/^src\/core\//u],
    },
    { room: /^src\/(wiring|roles|cli)\//u, may: [/./u] },
    { room: /^src\/(app|main)\.ts$/u, may: [/./u] },
    { room: /^sandbox\//u, may: [/^sandbox\//u, /^node:/u, /^ws$/u, /^zod$/u, /^fastify$/u, /^discord-api-types\//u] },
  ];

describe('the walls between rooms', () => {
  it('hold for every import', () => {
    const breaches = imports.filter(({ from, to, typeOnly }) => {
      const rules = rooms.find(({ room }) => room.test(from));
      if (!rules) return true;
      return ![...rules.may, ...(typeOnly ? (rules.types ?? []) : [])].some((allowed) => allowed.test(to));
    });
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('leave no file outside a room', () => {
    expect(files.filter((file) => !rooms.some(({ room }) => room.test(file)))).toEqual([]);
  });

  it('let only redaction, triage, sealing, the staff text check and the sealed desk open raw text', () => {
    const opened = files
      .filter((file) => file.startsWith('src/') && readFileSync(join(root, file), 'utf8').includes('.reveal()'))
      .filter(
        (file) =>
          !/^src\/(core\/(redaction|triage)|store|system|settings|cli)\/|^src\/core\/raw-text\.ts$|^src\/desk\/pages\/original\.ts$|^src\/wiring\/(ground|desk)\.ts$/u.test(
            file,
          ),
      );
    expect(opened).toEqual([]);
  });

  it('keep the framework’s container out of src, save where it is filled', () => {
    const users = imports.filter(({ from, to }) => from.startsWith('src/') && to === '@sapphire/framework');
    expect(users.map(({ from }) => from)).toEqual(['src/discord/client.ts', 'src/discord/client.ts']);
  });
});

describe('pieces', () => {
  const pieces = files.filter((file) => /^(listeners|commands|interaction-handlers)\//u.test(file));

  it.each(pieces)('%s is one class of at most 60 lines that names what it listens to', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text.split('\n').length).toBeLessThanOrEqual(61);
    expect(text.match(/^export /gmu)).toHaveLength(1);
    expect(text).toMatch(/^export class \w+ extends /mu);
    if (file.startsWith('listeners/')) expect(text).toMatch(/event: Events\.\w+/u);
  });

  it('answer every route exactly once', () => {
    const answered = pieces.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/argumentsOf\(interaction\.customId, '([\w-]+)'\)/gu)].map(
        ([, route]) => route,
      ),
    );
    expect(answered.toSorted()).toEqual([...routeNames].sort());
  });
});

describe('words and names', () => {
  it('name no file utils, helpers, common, manager or service', () => {
    expect(files.filter((file) => /(^|\/)(utils|helpers|common|manager|service)\.ts$/u.test(file))).toEqual([]);
  });

  it('use no ASCII word border beside letters', () => {
    const suspects = files
      .filter((file) => /^src\/core\/(redaction|triage)\//u.test(file))
      .filter((file) => /(?<!\\)\\b/u.test(readFileSync(join(root, file), 'utf8').replaceAll(/\/\/.*|\/?\*.*/gu, '')));
    expect(suspects).toEqual([]);
  });
});
