import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { answerTo, bytesOnDisk, openScene, publicCard, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

/** Words that stand nowhere else. */
const planted = {
  message: 'kvelerslange',
  form: 'rabarbrapai',
  reply: 'stekepannelapper',
  dossier: 'solbersaftglass',
};
const words = Object.values(planted);

let scene: Scene | undefined;
let redis: RedisServer | undefined;
afterEach(async () => {
  await scene?.close();
  await redis?.dispose();
  scene = undefined;
  redis = undefined;
});

/** A worrying message, a form from the game server, a reply and the record of the incident, each with its word. */
async function plant({ sander, kari }: Scene): Promise<void> {
  await sander.sendDm(`pappa slår meg hver dag, jeg er redd for å gå hjem. ${planted.message}`);
  const thread = await kari.waitForThread(staffChannel);
  await kari.waitForMessage(thread.id, says(planted.message));
  const writing = openedModal(await sander.press(await publicCard(sander), 'Skriv til oss'));
  await answerTo(sander, await sander.fillModal(writing, { 'Hva vil du si til oss?': `det var meg, ${planted.form}` }));
  await kari.waitForMessage(thread.id, says(planted.form));

  const card = await kari.waitForMessage(staffChannel, says(/## Alvorlig · Sak \d+/u));
  const answering = openedModal(await kari.press(card, 'Svar'));
  await kari.fillModal(answering, { 'Svaret til avsenderen': `Hei. Jeg leser det du skriver. ${planted.reply}` });
  await sander.waitForDm(says(planted.reply));
  const filing = await kari.fillModal(openedModal(await kari.press(card, 'Skjema')), {
    'Hvor alvorlig er det?': ['serious'],
    'Er det akutt fare nå?': ['no'],
    'Vet dere hvem avsenderen er?': ['unknown'],
    'Kan det fortsatt avverges?': ['yes'],
    'Hva gjelder det mest?': 'Vold eller omsorgssvikt hjemme',
  });
  await answerTo(kari, filing);
  const panel = await answerTo(kari, await kari.press(card, 'Skjema'));
  await kari.fillModal(openedModal(await kari.press(panel, 'Fyll ut hva som er gjort')), {
    'Hva er gjort?': 'Ringt politiets nødnummer',
    'Hvem fikk beskjeden?': 'Politiet',
    'Når?': 'nå',
    Referanse: '',
    'Hva skjer videre, og hvem følger opp?': `Kari følger opp. ${planted.dossier}`,
  });
  await kari.waitForMessage(staffChannel, (one) => one.id === panel.id && says(planted.dossier)(one));
}

const ask = async (visitor: Visitor, command: string) =>
  answerTo(visitor, await visitor.runCommand((await visitor.dm()).id, command));

/** The case is followed up and closed, the young person asks, and the coordinator weighs it and lets everything go. */
async function erase({ sander, kari, berit }: Scene): Promise<void> {
  const card = await kari.waitForMessage(staffChannel, says(/## Alvorlig · Sak \d+/u));
  expect(textOfMessage(await answerTo(kari, await kari.press(card, 'Lukk')))).toContain('er lukket');
  await answerTo(sander, await sander.press(await ask(sander, 'slett'), 'Ja, slett nå'));
  const overview = await answerTo(berit, await berit.runCommand(staffChannel, 'innsyn'));
  const number = /Sak (?<number>\d+)/u.exec(textOfMessage(overview))?.groups?.['number'] ?? '';
  const modal = openedModal(await berit.press(overview, `Svar om sak ${number}`));
  await berit.fillModal(modal, { 'Hva svarer dere?': 'Slett saken nå' });
  await berit.waitForMessage(staffChannel, (one) => one.id === overview.id && says('Saken er slettet')(one));
  await sander.waitForDm(says(/slettet/u));
}

/** Everything that stands in a channel or thread some member of staff sees. What only one person saw is not kept by Discord. */
async function inChannels({ kari, ola, berit, iben }: Scene): Promise<string> {
  const read = async (one: Visitor): Promise<readonly string[]> => {
    const channels = (await one.view()).guilds.flatMap((guild) => guild.channels);
    const messages = await Promise.all(channels.map(({ id }) => one.messages(id)));
    return messages.flat().flatMap((message) => (message.ephemeral ? [] : [JSON.stringify(message)]));
  };
  return (await Promise.all([kari, ola, berit, iben].map(read))).flat().join('\n');
}

const found = (text: string): readonly string[] => words.filter((word) => text.includes(word));

/** What there is of the case, as it is stored: sealed words and wrapped keys. */
function sealedInFile(dataDir: string): readonly Buffer[] {
  const database = new DatabaseSync(join(dataDir, 'utekontakt.db'), { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT body AS bytes FROM cases UNION ALL SELECT body FROM entries UNION ALL SELECT body FROM originals
         UNION ALL SELECT body FROM dossiers UNION ALL SELECT wrapped FROM data_keys
         WHERE owner LIKE 'case:%' OR owner LIKE 'original:%' OR owner LIKE 'dossier:%'`,
      )
      .all()
      .flatMap(({ bytes }) => (bytes instanceof Uint8Array ? [Buffer.from(bytes)] : []));
  } finally {
    database.close();
  }
}

async function sealedInRedis(server: RedisServer): Promise<readonly Buffer[]> {
  const ofCase = /\}:(?:case|entries|originals|dossier):/u;
  const values = await server.ask(async (client) => {
    const names = await client.keys('*');
    return Promise.all(
      names.map(async (name) => {
        const isKeys = /\}:keys:/u.test(name);
        if (!isKeys && !ofCase.test(name)) return [];
        if ((await client.type(name)) !== 'hash') return [];
        const fields = Object.entries(await client.hgetallBuffer(name));
        return fields.flatMap(([field, value]) =>
          !isKeys || /^(?:case|original|dossier):/u.test(field) ? [value] : [],
        );
      }),
    );
  });
  // Short ones are states and times, which may stand elsewhere too.
  return values.flat().filter(({ length }) => length >= 40);
}

const left = (bytes: Buffer, sealed: readonly Buffer[]): number => sealed.filter((one) => bytes.includes(one)).length;
const contentsOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'requests.jsonl')
      .map(({ name }) => readFileSync(join(folder, name))),
  );

describe('what somebody wrote, once it is erased', () => {
  it('is in no file of the embedded store, no backup, no log and no channel, and a restored backup has nothing of it', async () => {
    scene = await openScene();
    const { bot, dataDir, sander } = scene;
    await bot.start();
    await plant(scene);
    expect(found(await inChannels(scene))).toEqual([planted.message, planted.form, planted.reply]);
    const sealed = sealedInFile(dataDir);
    expect(sealed.length).toBeGreaterThanOrEqual(7);
    expect(left(contentsOf(dataDir), sealed)).toBe(sealed.length);
    const backups = join(dataDir, 'backups');
    mkdirSync(backups);
    const before = await bot.command(['backup', backups]);
    expect(before).toMatchObject({ status: 0, stderr: '' });
    expect(left(contentsOf(backups), sealed)).toBe(sealed.length);

    await erase(scene);
    expect(textOfMessage(await ask(sander, 'mine-data'))).toContain('Vi fant ingenting');
    expect(found(await inChannels(scene))).toEqual([]);
    expect(left(contentsOf(dataDir), sealed)).toBe(0);
    expect(found(bytesOnDisk(dataDir))).toEqual([]);
    expect(found(bot.output)).toEqual([]);

    const [older = ''] = before.stdout.split('\n');
    copyFileSync(older, join(backups, 'utekontakt-20200101T030000Z.db'));
    // The next backup takes away what has outlived its days, and takes the keys with it; the sealed words of the older one are then bytes without a key.
    expect(await bot.command(['backup', backups])).toMatchObject({ status: 0 });
    const keys = readFileSync(join(backups, 'keys.db'));
    expect(left(keys, sealed)).toBe(0);
    expect(found(contentsOf(backups).toString('latin1'))).toEqual([]);
    expect(readdirSync(backups)).not.toContain('utekontakt-20200101T030000Z.db');
    await bot.stop();
    expect(await bot.command(['restore', older, join(backups, 'keys.db')])).toMatchObject({ status: 0, stderr: '' });
    expect(sealedInFile(dataDir)).toEqual([]);
    await bot.start();
    expect(textOfMessage(await ask(sander, 'mine-data'))).toContain('Vi fant ingenting');
    expect(found(await inChannels(scene))).toEqual([]);
  });

  it.runIf(hasRedis)('is in no dump and no append-only file of Redis, no log and no channel', async () => {
    redis = await RedisServer.start();
    scene = await openScene({}, { STORE_URL: redis.url });
    const { bot, dataDir, sander } = scene;
    await bot.start();
    await plant(scene);
    const sealed = await sealedInRedis(redis);
    expect(sealed.length).toBeGreaterThanOrEqual(7);
    await redis.save();
    expect(left(redis.bytes(), sealed)).toBe(sealed.length);

    await erase(scene);
    expect(textOfMessage(await ask(sander, 'mine-data'))).toContain('Vi fant ingenting');
    expect(found(await inChannels(scene))).toEqual([]);
    await redis.save();
    const onDisk = redis.bytes();
    expect(left(onDisk, sealed)).toBe(0);
    expect(found(onDisk.toString('latin1') + bytesOnDisk(dataDir) + bot.output)).toEqual([]);
  });
});
