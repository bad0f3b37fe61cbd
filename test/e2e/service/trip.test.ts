import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, bytesOnDisk, cardChannel, openScene, publicCard, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

const checker = fileURLToPath(new URL('../../../../shared/tools/check-discord-requests.mjs', import.meta.url));

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
});
afterAll(async () => {
  await scene.close();
});

describe('a first direct message', () => {
  it('is answered with who we are, and shown to staff redacted in a thread of its own', async () => {
    const { kim, kari } = scene;
    await kim.sendDm('hei, jeg heter Testine og nummeret er 412 34 567, e-post testine@eksempel.invalid');

    const first = await kim.waitForDm(says('Utekontakten i Eksempelvik kommune'));
    expect(textOfMessage(first)).toMatch(/112.*113/su);
    expect(buttonLabels(first)).toContain('Hjelp nå');
    const receipt = await kim.waitForDm(says('Vi fjernet'));
    expect(textOfMessage(receipt)).toMatch(/telefonnummer/u);
    expect(textOfMessage(receipt)).not.toMatch(/412|Testine|eksempel\.invalid/u);

    const card = await kari.waitForMessage(staffChannel, says(/Sak \d{4,6}/u));
    expect(buttonLabels(card)).toEqual([
      'Jeg tar den',
      'Svar',
      'Neste steg',
      'Skjema',
      'Åpne skjermet skjema',
      'Mer',
      'Lukk',
    ]);
    const thread = await kari.waitForThread(staffChannel);
    expect(thread.name).toMatch(/^Sak \d{4,6}$/u);
    const entry = await kari.waitForMessage(thread.id, says('Avsender'));
    expect(textOfMessage(entry)).toMatch(/\[telefonnummer/u);
    expect(textOfMessage(entry)).not.toMatch(/412 34 567|testine@/u);
  });

  it('leaves none of its words on disk', () => {
    const bytes = bytesOnDisk(scene.dataDir);
    for (const planted of ['412 34 567', '41234567', 'testine@eksempel', 'jeg heter'])
      expect(bytes).not.toContain(planted);
  });

  it('leaves none of its words in the log', () => {
    expect(scene.bot.output).not.toMatch(/412|testine|heter/iu);
  });

  it('opens a case once, and the next message joins it', async () => {
    const { kim, kari } = scene;
    await kim.sendDm('er dere der?');
    const [thread] = await kari.threads(staffChannel);
    if (!thread) throw new Error('no thread');
    await kari.waitForMessage(thread.id, says('er dere der?'));
    expect(await kari.threads(staffChannel)).toHaveLength(1);
  });
});

describe('an acute message', () => {
  it('gets the emergency numbers at once, and calls the one on duty', async () => {
    const { sander, kari } = scene;
    await sander.sendDm('jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer');
    const reply = await sander.waitForDm(says(/^Ring 11[23]/u));
    await sander.waitForDm(says('Jeg er en bot'));
    const fromBot = (await sander.dmMessages()).filter(({ author }) => author.bot);
    expect(fromBot[0]?.id).toBe(reply.id);
    expect(textOfMessage(reply)).not.toMatch(/farvelbrev/u);

    const alert = await kari.waitForMessage(staffChannel, says(`<@&${seedIds.roles.vakthavende}>`));
    expect(textOfMessage(alert)).toMatch(/Akutt/u);
    await kari.waitForMessage(staffChannel, says(/## Akutt · Sak \d+/u));
  });

  it('is taken once, however many press', async () => {
    const { kari, ola, sander } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const [first, second, third] = await Promise.all([
      kari.press(card, 'Jeg tar den'),
      ola.press(card, 'Jeg tar den'),
      kari.press(card, 'Jeg tar den'),
    ]);
    const shown = await Promise.all([answerTo(kari, first), answerTo(ola, second), answerTo(kari, third)]);
    const answers = shown.map(textOfMessage);
    expect(answers.filter((text) => text.startsWith('Du har tatt'))).toHaveLength(1);
    expect(answers.filter((text) => text.includes('har allerede tatt'))).toHaveLength(2);

    const told = await sander.waitForDm(says(/(Kari|Ola), /u));
    expect(textOfMessage(told)).toMatch(/saksbehandler|vakthavende/u);
    await kari.waitForMessage(staffChannel, says(/## Akutt[\s\S]*Tatt av/u));
    const taken = (await sander.dmMessages()).filter(says(/(Kari|Ola), /u));
    expect(taken).toHaveLength(1);
  });
});

describe('a reply of staff', () => {
  it('reaches the sender signed, and stands in the thread', async () => {
    const { kari, sander } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const modal = openedModal(await kari.press(card, 'Svar'));
    const receipt = await kari.fillModal(modal, { 'Svaret til avsenderen': 'Hei. Jeg leser det du skriver nå.' });
    expect(textOfMessage(await answerTo(kari, receipt))).toMatch(/på vei til avsenderen/u);
    const reply = await sander.waitForDm(says('Jeg leser det du skriver nå.'));
    expect(textOfMessage(reply)).toMatch(/Hilsen Kari, vakthavende/u);
  });

  it('is held back when it names somebody, until the writer says send', async () => {
    const { kari, sander } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const modal = openedModal(await kari.press(card, 'Svar'));
    const words = 'Ring meg på 412 98 765 hvis du vil';
    const preview = await answerTo(kari, await kari.fillModal(modal, { 'Svaret til avsenderen': words }));
    expect(textOfMessage(preview)).toMatch(/Ikke sendt ennå/u);
    expect(textOfMessage(preview)).toMatch(/et telefonnummer/u);
    expect((await sander.dmMessages()).filter(says('412 98 765'))).toHaveLength(0);

    await kari.press(preview, 'Send likevel');
    await sander.waitForDm(says('412 98 765'));
    // The answer has become «on its way», so there is nothing left to press.
    await expect(kari.press(preview, 'Send likevel')).rejects.toThrow(/no component/u);
    expect((await sander.dmMessages()).filter(says('412 98 765'))).toHaveLength(1);
  });
});

describe('the incident form', () => {
  const matter = {
    'Hvor alvorlig er det?': ['acute'],
    'Er det akutt fare nå?': ['yes'],
    'Vet dere hvem avsenderen er?': ['unknown'],
    'Kan det fortsatt avverges?': ['yes'],
    'Hva gjelder det mest?': 'Selvmordstanker',
  };

  /** An answer that takes the place of the one before it. */
  const becomes = (visitor: Visitor, { id, channelId }: MessageView, text: RegExp): Promise<MessageView> =>
    visitor.waitForMessage(channelId, (message) => message.id === id && text.test(textOfMessage(message)));

  it('is begun by one and gone on with by another, and its summary stands on the card', async () => {
    const { kari, ola } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const first = await kari.fillModal(openedModal(await kari.press(card, 'Skjema')), matter);
    const answer = await answerTo(kari, first);
    expect(textOfMessage(answer)).toMatch(/«Hva det gjelder» er lagret[\s\S]*Ring politiets nødnummer nå/u);

    const panel = await answerTo(ola, await ola.press(card, 'Skjema'));
    expect(textOfMessage(panel)).toMatch(/Lagret av Kari/u);
    const modal = openedModal(await ola.press(panel, 'Fyll ut hva som er gjort'));
    const written = {
      'Hva er gjort?': 'Ringt politiets nødnummer',
      'Hvem fikk beskjeden?': 'Politiet',
      'Når?': 'nå',
      Referanse: '',
      'Hva skjer videre, og hvem følger opp?': 'Kari ringer 413 98 765 i morgen',
    };
    await ola.fillModal(modal, written);
    const saved = await becomes(ola, panel, /er lagret[\s\S]*Vi tok ut [\s\S]*skjermede skjemaet/u);
    expect(textOfMessage(saved)).not.toContain('413 98 765');
    await kari.waitForMessage(
      staffChannel,
      says(/## Akutt[\s\S]*Skjema levert av Ola[\s\S]*Ringt politiets nødnummer/u),
    );
  });

  it('asks for the reason when the answer is no, and opens again as it was typed', async () => {
    const { kari } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const panel = await answerTo(kari, await kari.press(card, 'Skjema'));
    const modal = openedModal(await kari.press(panel, 'Fyll ut hvem som har fått vite det'));
    const typed = {
      'Vet avsenderen at dere melder fra?': ['no'],
      'Hvis nei: hvorfor vet ikke avsenderen det?': 'Det var ikke trygt',
      'Har avsenderen fått være med og bestemme?': ['no'],
      'Har lederen fått beskjed?': ['yes'],
    };
    await kari.fillModal(modal, typed);
    const refused = await becomes(kari, panel, /Ikke lagret ennå[\s\S]*Må fylles ut[\s\S]*Det var ikke trygt/u);
    const again = openedModal(await kari.press(refused, 'Åpne det jeg skrev'));
    expect(JSON.stringify(again.components)).toContain('Det var ikke trygt');
    await kari.fillModal(again, { ...typed, 'Hvis nei: hvorfor ikke vært med?': 'Det hastet' });
    await becomes(kari, panel, /Alle stegene her er fylt ut/u);
  });

  it('loses nothing when two people save the same step', async () => {
    const { kari, ola } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const step = 'Endre hva det gjelder';
    const [karisPanel, olasPanel] = [
      await answerTo(kari, await kari.press(card, 'Skjema')),
      await answerTo(ola, await ola.press(card, 'Skjema')),
    ];
    const karis = openedModal(await kari.press(karisPanel, step));
    const olas = openedModal(await ola.press(olasPanel, step));
    await kari.fillModal(karis, { ...matter, 'Vet dere hvem avsenderen er?': ['partly'] });
    await becomes(kari, karisPanel, /Delvis/u);
    const known = { ...matter, 'Vet dere hvem avsenderen er?': ['known'] };
    await ola.fillModal(olas, known);
    const late = await becomes(ola, olasPanel, /Ikke lagret ennå[\s\S]*Kari[\s\S]*Delvis[\s\S]*Det du skrev/u);
    await ola.fillModal(openedModal(await ola.press(late, 'Åpne det jeg skrev')), known);
    await becomes(ola, olasPanel, /«Hva det gjelder» er lagret/u);
  });
});

describe('the card in a game server', () => {
  it('opens a form whose words reach staff redacted', async () => {
    const { kim, kari } = scene;
    const card = await publicCard(kim);
    expect(buttonLabels(card)).toEqual([
      'Skriv til oss',
      'Hjelp nå',
      'Når er dere her?',
      'Hvem er dere?',
      'Personvern',
      'Bekymret for en venn',
      'Tilbakemelding',
    ]);
    const modal = openedModal(await kim.press(card, 'Skriv til oss'));
    const receipt = await kim.fillModal(modal, {
      'Hva vil du si til oss?': 'kan jeg snakke med noen? ring 413 57 924',
    });
    const shown = await answerTo(kim, receipt);
    expect(textOfMessage(shown)).toMatch(/Vi har fått meldingen din/u);
    expect(shown.ephemeral).toBe(true);
    const [thread] = (await kari.threads(staffChannel)).slice(-1);
    if (!thread) throw new Error('no thread');
    const posts = await Promise.all((await kari.threads(staffChannel)).map(({ id }) => kari.messages(id)));
    expect(posts.flat().map(textOfMessage).join('\n')).not.toContain('413 57 924');
  });

  it.each(['Hjelp nå', 'Når er dere her?', 'Hvem er dere?', 'Personvern', 'Bekymret for en venn'])(
    'answers «%s» to the one who pressed, and to nobody else',
    async (label) => {
      const { kim, sander } = scene;
      const card = await publicCard(kim);
      const shown = await answerTo(kim, await kim.press(card, label));
      expect(shown.ephemeral).toBe(true);
      expect(textOfMessage(shown).length).toBeGreaterThan(40);
      expect((await sander.messages(cardChannel)).filter(({ id }) => id === shown.id)).toHaveLength(0);
    },
  );
});

describe('commands', () => {
  it('tell whether the service is open, and the next opening', async () => {
    const shown = await answerTo(scene.berit, await scene.berit.runCommand(seedIds.channels.velkommen, 'apningstider'));
    expect(textOfMessage(shown)).toMatch(/Åpningstid nå|Stengt nå/u);
    expect(shown.ephemeral).toBe(true);
  });

  it('are shown by their Norwegian names', async () => {
    const commands = await scene.berit.commands(seedIds.channels.velkommen);
    expect(commands.map(({ shownName }) => shownName)).toContain('åpningstider');
  });
});

describe('whoever may not', () => {
  it('is refused by the roles of this very press, and nothing changes', async () => {
    const { berit } = scene;
    const card = await berit.waitForMessage(staffChannel, says('Ingen har tatt den'));
    const viewChannel = String(1n << 10n);
    await scene.control('PUT', `/channels/${staffChannel}/permissions/${seedIds.users.berit}`, {
      type: 'member',
      allow: viewChannel,
      deny: '0',
    });
    await scene.control('PUT', `/guilds/${seedIds.guilds.municipality}/members/${seedIds.users.berit}`, {
      roleIds: [seedIds.roles.koordinator],
    });
    const refused = await answerTo(berit, await berit.press(card, 'Jeg tar den'));
    expect(textOfMessage(refused)).toMatch(/ikke tilgang/u);
    const after = await berit.waitForMessage(staffChannel, ({ id }) => id === card.id);
    expect(textOfMessage(after)).toMatch(/Ingen har tatt/u);
  });
});

describe('a sender', () => {
  it('may delete a message, and the words go from the thread and the disk', async () => {
    const { kim, kari } = scene;
    const message = await kim.sendDm('dette angrer jeg på å skrive her');
    const [thread] = await kari.threads(staffChannel);
    if (!thread) throw new Error('no thread');
    await kari.waitForMessage(thread.id, says('dette angrer jeg på'));
    await kim.delete(message);
    await kari.waitForMessage(thread.id, says(/Slettet av avsenderen/u));
    expect((await kari.messages(thread.id)).filter(says('angrer'))).toHaveLength(0);
  });

  it('may edit a message, and staff see both wordings', async () => {
    const { kim, kari } = scene;
    const message = await kim.sendDm('vi sees på torsdag');
    const [thread] = await kari.threads(staffChannel);
    if (!thread) throw new Error('no thread');
    await kari.waitForMessage(thread.id, says('på torsdag'));
    await kim.edit(message, 'vi sees på fredag');
    await kari.waitForMessage(thread.id, says('på fredag'));
    expect((await kari.messages(thread.id)).filter(says('på torsdag'))).toHaveLength(1);
  });

  it('is told that a picture is not received, and staff that there was one', async () => {
    const { kim, kari } = scene;
    await kim.sendDm({ content: '', attachments: [{ filename: 'bilde.png', contentType: 'image/png', size: 1234 }] });
    await kim.waitForDm(says(/bilde/u));
    const [thread] = await kari.threads(staffChannel);
    if (!thread) throw new Error('no thread');
    await kari.waitForMessage(thread.id, says(/1 bilde/u));
  });

  it('who takes no direct messages is told in a private thread that a reply waits, and staff see how it went', async () => {
    const { kim, kari } = scene;
    await kim.set({ dmOpen: false });
    const card = await kari.waitForMessage(staffChannel, says('Ingen har tatt den'));
    const modal = openedModal(await kari.press(card, 'Svar'));
    await kari.fillModal(modal, { 'Svaret til avsenderen': 'Hei, er du der?' });
    const [thread] = await kari.threads(staffChannel);
    if (!thread) throw new Error('no thread');
    await kari.waitForMessage(thread.id, says('privat tråd'));
    await kim.set({ dmOpen: true });
  });
});

describe('closing', () => {
  it('tells the sender where to go next, and what is left of the case cannot be used', async () => {
    const { kari, sander } = scene;
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'));
    const closed = await answerTo(kari, await kari.press(card, 'Lukk'));
    expect(textOfMessage(closed)).toMatch(/lukket/u);
    await sander.waitForDm(says(/slutt|avsluttet|lukket/iu));
    await kari.waitForMessage(staffChannel, says(/## Akutt[\s\S]*Lukket av Kari/u));

    const number = /Sak (\d+)/u.exec(textOfMessage(card))?.[1] ?? '';
    const call = await kari.waitForMessage(staffChannel, says(new RegExp(`Akutt: Sak ${number}\\. Tatt av Kari`, 'u')));
    expect(buttonLabels(call)).toEqual(['Neste steg']);
    const thread = await kari.waitForThread(staffChannel, ({ name }) => name.includes(number));
    const entry = await kari.waitForMessage(thread.id, (message) => buttonLabels(message).includes('Svar'));
    const again = await answerTo(kari, await kari.press(entry, 'Svar'));
    expect(textOfMessage(again)).toMatch(/lukket/u);
  });
});

describe('what was sent to Discord', () => {
  it.runIf(existsSync(checker))('fits its own description, every request of it', () => {
    const { status, stdout } = spawnSync(process.execPath, [checker, scene.requestLog], { encoding: 'utf8' });
    expect(stdout).toMatch(/requests fit/u);
    expect(`${status}\n${stdout}`).toMatch(/^0\n/u);
  });
});
