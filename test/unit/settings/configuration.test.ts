import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { publishedNumbers } from '../../../src/core/municipality.ts';
import { loadConfiguration } from '../../../src/settings/configuration.ts';
import { faultLine } from '../../../src/settings/fault.ts';

const shipped = fileURLToPath(new URL('../../../config', import.meta.url));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'utekontakt-config-'));
  cpSync(shipped, dir, { recursive: true });
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

type Json = Record<string, unknown>;

/** Changes one file of the copy; `change` gets the parsed contents to alter in place. */
function edit(file: string, change: (contents: Json) => void): void {
  const path = join(dir, file);
  const contents = JSON.parse(readFileSync(path, 'utf8')) as Json;
  change(contents);
  writeFileSync(path, JSON.stringify(contents));
}

/** Lines with the temporary folder written as `config`. */
async function lines(): Promise<readonly string[]> {
  const loaded = await loadConfiguration(dir);
  return loaded.ok ? [] : loaded.faults.map((fault) => faultLine(fault).replace(dir, 'config'));
}

const municipality = 'eksempelvik/municipality.json';

describe('loadConfiguration', () => {
  it('accepts the configuration that is shipped', async () => {
    const loaded = await loadConfiguration(shipped);
    if (!loaded.ok) throw new Error(loaded.faults.map(faultLine).join('\n'));
    const { municipalities, warnings } = loaded.value;
    expect(municipalities.map(({ id, name, service }) => [id, name, service])).toEqual([
      ['eksempelvik', 'Eksempelvik kommune', 'Utekontakten'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('reads a human translation to a Sámi language from a file of its own', async () => {
    const path = join(dir, 'eksempelvik', 'texts-se.json');
    writeFileSync(path, JSON.stringify({ 'pages.helpAction': 'SE' }));
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.municipalities[0]?.translations).toEqual({ se: { 'pages.helpAction': 'SE' } });
    writeFileSync(path, JSON.stringify({ 'pages.helpAction': 7 }));
    expect(await lines()).toEqual([expect.stringMatching(/^config\/eksempelvik\/texts-se\.json: /u)]);
    writeFileSync(path, '{');
    expect(await lines()).toEqual([expect.stringMatching(/texts-se\.json: is not JSON/u)]);
  });

  it('ships a municipality that lives in the sandbox', async () => {
    const loaded = await loadConfiguration(shipped);
    const { guilds, channels, roles } = seedIds;
    expect(loaded.ok && loaded.value.municipalities[0]).toMatchObject({
      guildId: guilds.municipality,
      staffChannelId: channels.vakt,
      fallbackChannelIds: [channels.reserveVakt],
      roles: {
        caseworker: roles.saksbehandler,
        dutyLead: roles.vakthavende,
        coordinator: roles.koordinator,
        contentProducer: roles.innholdsprodusent,
      },
      gameGuilds: [
        { guildId: guilds.minecraft, cardChannelId: channels.minecraftUtekontakten },
        { guildId: guilds.roblox, cardChannelId: channels.robloxUtekontakten },
      ],
    });
  });

  it('begins and ends an approval at midnight in the service’s own time', async () => {
    edit(municipality, (file) => {
      Object.assign(file['approval'] as Json, { decidedAt: '2026-01-15', reviewDate: '2026-07-15' });
    });
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.municipalities[0]?.approval).toMatchObject({
      decidedAt: Date.parse('2026-01-14T23:00:00Z'),
      reviewAt: Date.parse('2026-07-14T22:00:00Z'),
    });
  });

  it('reads a municipality without approval as not approved', async () => {
    edit(municipality, (file) => delete file['approval']);
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.municipalities[0]).not.toHaveProperty('approval');
  });

  it('knows the numbers redaction must leave', async () => {
    const loaded = await loadConfiguration(dir);
    if (!loaded.ok) throw new Error('not loaded');
    const [one] = loaded.value.municipalities;
    expect(one?.protectedNumbers).toEqual([
      ...['02800', '116117', '12345000', '12345001', '12345002', '12345007', '12345009'],
      ...['21802180', '72540000', '75555000', '77790000'],
    ]);
    expect(publishedNumbers(one, loaded.value.national)).toEqual(
      expect.arrayContaining(['12345000', '112', '113', '110', '116111', '116123']),
    );
    expect(publishedNumbers(undefined, loaded.value.national)).not.toContain('12345000');
  });

  it('knows the words redaction is to know here, and refuses one whose example comes out otherwise', async () => {
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.municipalities[0]?.redaction.names).toEqual(['Trollulf']);

    const file = join(dir, 'eksempelvik/municipality.json');
    const municipality = JSON.parse(readFileSync(file, 'utf8')) as object;
    const examples = [{ text: 'trollulf er her', masked: 'trollulf er her' }];
    writeFileSync(file, JSON.stringify({ ...municipality, redaction: { names: ['Trollulf'], examples } }));
    expect(await lines()).toEqual([
      'config/eksempelvik/municipality.json: redaction.names[0]: has no example that holds it and masks it; write one in examples',
      'config/eksempelvik/municipality.json: redaction.examples[0].masked: is not what comes out: [navn 1] er her',
    ]);
  });

  it('warns about a service that is never open', async () => {
    writeFileSync(join(dir, 'eksempelvik/hours.json'), '{"weekly":{}}');
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.warnings.map(({ what }) => what)).toEqual([
      'has no opening hours: the service is never open',
    ]);
  });

  it.each<[string, string, (file: Json) => void, string]>([
    [
      'a role that is no id',
      municipality,
      (file) => Object.assign(file['roles'] as Json, { caseworker: 'Saksbehandler' }),
      `config/${municipality}: roles.caseworker: not a Discord id; needs 17 to 20 digits in quotes`,
    ],
    [
      'an id as a number',
      municipality,
      (file) => (file['guildId'] = 100000000000000100),
      `config/${municipality}: guildId: not a Discord id; needs 17 to 20 digits in quotes`,
    ],
    [
      'a missing id',
      municipality,
      (file) => delete file['staffChannelId'],
      `config/${municipality}: staffChannelId: is missing`,
    ],
    [
      'the role of everybody for staff',
      municipality,
      (file) => Object.assign(file['roles'] as Json, { dutyLead: file['guildId'] }),
      `config/${municipality}: roles.dutyLead: is the id of the guild, which is the role of everybody in it`,
    ],
    [
      'the card in the staff channel',
      municipality,
      (file) => (file['gameGuilds'] = [{ guildId: '1300000000000000200', cardChannelId: file['staffChannelId'] }]),
      `config/${municipality}: gameGuilds[0].cardChannelId: is a staff channel; the card is for everybody`,
    ],
    [
      'the staff channel as its own fallback',
      municipality,
      (file) => (file['fallbackChannelIds'] = [file['staffChannelId']]),
      `config/${municipality}: fallbackChannelIds[0]: has been alerted already; give another channel`,
    ],
    [
      'an unknown field',
      municipality,
      (file) => (file['colour'] = 'blue'),
      `config/${municipality}: unknown field colour`,
    ],
    ['a missing field', municipality, (file) => delete file['service'], `config/${municipality}: service: is missing`],
    ['an empty field', municipality, (file) => (file['name'] = ' '), `config/${municipality}: name: is empty`],
    [
      'another language',
      municipality,
      (file) => (file['language'] = 'sv'),
      `config/${municipality}: language: needs one of nb, nn`,
    ],
    [
      'a wrong organisation number',
      municipality,
      (file) => (file['organisationNumber'] = '123456789'),
      `config/${municipality}: organisationNumber: is not an organisation number of nine digits`,
    ],
    [
      'a privacy statement without https',
      municipality,
      (file) => (file['privacyStatement'] = 'http://eksempelvik.example'),
      `config/${municipality}: privacyStatement: needs an address that begins with https://`,
    ],
    [
      'a duty without a text',
      municipality,
      (file) => delete (file['duties'] as Json)['avvergingsplikt'],
      `config/${municipality}: duties.avvergingsplikt: is missing`,
    ],
    [
      'a duty only in English',
      municipality,
      (file) => ((file['duties'] as Json)['taushetsplikt'] = { en: 'We keep it.' }),
      `config/${municipality}: duties.taushetsplikt.nb: is missing`,
    ],
    [
      'a phone with country code',
      municipality,
      (file) => Object.assign(file['visit'] as Json, { phone: '+47 12 34 50 00' }),
      `config/${municipality}: visit.phone: needs digits and spaces only, without country code`,
    ],
    [
      'a fifth strategy',
      municipality,
      (file) => Object.assign(file['approval'] as Json, { strategies: [5] }),
      `config/${municipality}: approval.strategies[0]: is not a strategy: 1, 2, 3 or 4`,
    ],
    [
      'an approval of nothing',
      municipality,
      (file) => Object.assign(file['approval'] as Json, { strategies: [] }),
      `config/${municipality}: approval.strategies: needs at least one strategy; leave approval out while nothing is approved`,
    ],
    [
      'a review before the decision',
      municipality,
      (file) => Object.assign(file['approval'] as Json, { reviewDate: '2026-01-15' }),
      `config/${municipality}: approval.reviewDate: must come after decidedAt`,
    ],
    [
      'an approval in the file of a real municipality',
      municipality,
      (file) => Object.assign(file, { invented: false }),
      `config/${municipality}: approval: is only for an invented municipality; a real one is approved with /godkjenning`,
    ],
    [
      'a text in a language we lack',
      municipality,
      (file) => (file['texts'] = { de: {} }),
      `config/${municipality}: texts: unknown field de`,
    ],
    [
      'another name than the folder',
      municipality,
      (file) => (file['id'] = 'eksempeldal'),
      `config/${municipality}: id: must be the name of its folder, eksempelvik`,
    ],
    [
      'hours with a bad time',
      'eksempelvik/hours.json',
      (file) => (file['weekly'] = { monday: [['18:00', '25:00']] }),
      'config/eksempelvik/hours.json: weekly.monday[0][1]: «25:00» er ikke et klokkeslett. Skriv timer og minutter fra 00:00 til 23:59, for eksempel "18:00".',
    ],
  ])('refuses %s in one line', async (_, file, change, line) => {
    edit(file, change);
    expect(await lines()).toEqual([line]);
  });

  it.each<[string, (contacts: Json[]) => void, RegExp]>([
    [
      'an emergency number taken away',
      (contacts) => contacts.splice(0, 1),
      /^config\/national-contacts\.json: contacts: needs «nodnummer-politi» with a phone/,
    ],
    ['an emergency number without a phone', (contacts) => { Object.assign(contacts[0] ?? {}, { url: 'https://x.example' }); delete contacts[0]?.['phone']; }, /needs «nodnummer-politi» with a phone/], // prettier-ignore
    [
      'two numbers for one contact',
      (contacts) => Object.assign(contacts[0]?.['phone'] as Json, { digits: '113' }),
      /contacts\[0\]\.phone: written and digits are different numbers/,
    ],
    [
      'the same id twice',
      (contacts) => contacts.push(structuredClone(contacts[7] ?? {})),
      /\.id: is used by an earlier contact/,
    ],
    [
      'a check on a day that does not exist',
      (contacts) => Object.assign(contacts[0] ?? {}, { checkedAt: '2026-02-30' }),
      /contacts\[0\]\.checkedAt: needs a date that exists/,
    ],
    [
      'an unknown theme',
      (contacts) => Object.assign(contacts[0] ?? {}, { themes: ['weather'] }),
      /contacts\[0\]\.themes\[0\]: needs one of suicide, /,
    ],
    [
      'an unknown kind of hours',
      (contacts) => Object.assign(contacts[0] ?? {}, { hours: { kind: 'often' } }),
      /contacts\[0\]\.hours(\.kind)?: has a kind that is not known/,
    ],
  ])('refuses a national register with %s', async (_, change, line) => {
    edit('national-contacts.json', (file) => {
      change(file['contacts'] as Json[]);
    });
    expect(await lines()).toEqual([expect.stringMatching(line)]);
  });

  it.each(['barnevern', 'barnevernvakt', 'legevakt', 'helsestasjon', 'politidistrikt', 'kripos'])(
    'refuses a municipality without a contact of kind %s',
    async (kind) => {
      edit('eksempelvik/contacts.json', (file) => {
        file['contacts'] = (file['contacts'] as Json[]).filter((contact) => contact['kind'] !== kind);
      });
      expect(await lines()).toEqual([
        `config/eksempelvik/contacts.json: contacts: needs a contact of kind «${kind}» with "mandatory": true`,
      ]);
    },
  );

  it('refuses two municipalities with one staff guild', async () => {
    cpSync(join(dir, 'eksempelvik'), join(dir, 'nabovik'), { recursive: true });
    edit('nabovik/municipality.json', (file) => (file['id'] = 'nabovik'));
    expect(await lines()).toEqual([
      'config/nabovik/municipality.json: guildId: is also the staff guild of eksempelvik',
    ]);
  });

  it('refuses files that are missing, each with its own line', async () => {
    mkdirSync(join(dir, 'tomvik'));
    expect(await lines()).toEqual([
      'config/tomvik/municipality.json: is missing',
      'config/tomvik/hours.json: is missing',
      'config/tomvik/contacts.json: is missing',
    ]);
  });

  it('says where a file stops being JSON, without quoting it', async () => {
    writeFileSync(join(dir, municipality), '{\n  "name": "Hemmelig" "x"\n}');
    const [line] = await lines();
    expect(line).toMatch(/^config\/eksempelvik\/municipality\.json: is not JSON, see line 2, column \d+$/);
  });

  it('follows a link to the folder of a municipality', async () => {
    renameSync(join(dir, 'eksempelvik'), join(dir, '.mounted'));
    symlinkSync('.mounted', join(dir, 'eksempelvik'));
    const loaded = await loadConfiguration(dir);
    expect(loaded.ok && loaded.value.municipalities.map(({ id }) => id)).toEqual(['eksempelvik']);
  });

  it('refuses a folder with a broken link in it', async () => {
    symlinkSync('gone', join(dir, 'nabovik'));
    expect(await lines()).toEqual(['config: cannot be read (ENOENT)']);
  });

  it('refuses a folder without municipalities', async () => {
    rmSync(join(dir, 'eksempelvik'), { recursive: true });
    mkdirSync(join(dir, '.data'));
    expect(await lines()).toEqual(['config: has no folder of a municipality in it']);
  });

  it('refuses a folder that is not there', async () => {
    rmSync(dir, { recursive: true });
    expect(await lines()).toEqual(['config: cannot be read (ENOENT)']);
    mkdirSync(dir);
  });
});
