import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/doctor/finding.ts';
import { readFounding } from '../../../src/core/settings/founding.ts';
import type { FoundingMunicipality } from '../../../src/core/settings/founding.ts';
import { prefill } from '../../../src/core/setup/prefill.ts';
import { sections } from '../../../src/core/setup/sections.ts';
import type { Section, SetupFields } from '../../../src/core/setup/sections.ts';
import { makeChangeSettings } from '../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../src/flows/settings/live-municipalities.ts';
import { proposalLivesMs, readProposal } from '../../../src/flows/settings/proposal-record.ts';
import { makeTwoPersons } from '../../../src/flows/settings/two-persons.ts';
import { makeSeeTestPost } from '../../../src/flows/setup/see-test-post.ts';
import { makeSaveSection } from '../../../src/flows/setup/save-section.ts';
import { makeShowSetup } from '../../../src/flows/setup/show-setup.ts';
import { savedText, setupOverview } from '../../../src/discord/views/setup.ts';
import { setupTexts } from '../../../src/i18n/setup.ts';
import { kari, ola, snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { openFlowScene } from '../flows/scene.ts';
import type { Staff } from '../../../src/ports.ts';

const { eksempelvik, national } = await exampleConfiguration();
const document = {
  municipality: json('municipality'),
  hours: json('hours'),
  contacts: json('contacts'),
};
function json(part: string): Record<string, unknown> {
  const url = new URL(`../../../config/eksempelvik/${part}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;
}
/** Nothing known but the guild. */
const nyvik = readFounding({ id: 'nyvik', guildId: eksempelvik.guildId });
if (!nyvik) throw new Error('not a founding');

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let presses = 0;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

/** One process, with `inUse` as whether the invented approval stands in the files. */
function openSetup(
  founding: readonly FoundingMunicipality[],
  { inUse = true, findings = [] as readonly Finding[] } = {},
) {
  const { store, now } = scene;
  const { approval: _approval, ...inert } = eksempelvik;
  const { approval: _seed, ...unapproved } = document.municipality;
  const served = inUse
    ? { municipality: eksempelvik, document }
    : { municipality: inert, document: { ...document, municipality: unapproved } };
  const configured = founding.length > 0 ? [] : [served];
  const live = makeLiveMunicipalities({ store, configured, founding, onDamaged: () => undefined });
  const { changeSettings, confirmChange } = makeChangeSettings({ now, store, live });
  const { decide, ask } = makeTwoPersons({ now, store, confirmChange });
  const saveSection = makeSaveSection({
    now,
    store,
    live,
    changeSettings,
    inspect: () => Promise.resolve(findings),
    national: national.contacts,
  });
  const id = founding[0]?.id ?? eksempelvik.id;
  const staff = (given: Partial<Staff> = {}): Staff => ({
    ...kari,
    municipalityId: id,
    roles: ['coordinator'],
    ...given,
  });
  const press = (given: Partial<Staff> = {}) => {
    presses += 1;
    return { cause: snowflake(9_000 + presses), staff: staff(given) };
  };
  return {
    live,
    press,
    save: (section: Section, fields: SetupFields, given: Partial<Staff> = {}) =>
      saveSection(press(given), section, fields),
    show: async () => {
      const shown = await makeShowSetup({ now, store, live })(staff());
      if (shown.kind !== 'shown') throw new Error(shown.kind);
      return shown;
    },
    ask,
    decide,
    /** As the buttons that are shown at this moment do. */
    confirm: async (pressed: ReturnType<typeof press>, agree: boolean) =>
      decide(pressed, (await readProposal(store, id, now())).version, agree),
    seen: makeSeeTestPost({ now, store, live }),
  };
}

const proposals = { duties: setupTexts.duties, national: national.contacts };
/** What the forms hold for the municipality that is shipped. */
const fieldsOf = (section: Section): SetupFields =>
  prefill(section, { ...document.municipality, hours: document.hours, contacts: document.contacts }, proposals);

describe('the set-up', () => {
  /** How long things are kept is set from the start. */
  const missing = sections.filter((section) => section !== 'retention');
  it.each([[missing], [missing.toReversed()]])(
    'may be done in any order, a part at a time, by several processes: %j',
    async (order) => {
      for (const [index, section] of order.entries()) {
        // Another process, or the same after a restart.
        const process = openSetup([nyvik]);
        await process.live.refresh();
        expect((await process.show()).missing).toHaveLength(order.length - index);
        expect(process.live.all()).toEqual([]);
        const outcome = await process.save(section, fieldsOf(section));
        expect(outcome).toEqual({ kind: 'saved', complete: index === order.length - 1, warnings: [] });
      }
      const { live, show } = openSetup([nyvik]);
      await live.refresh();
      const [served] = live.all();
      const { name, roles, staffChannelId, fallbackChannelIds, gameGuilds, visit, dataProtectionOfficer } = eksempelvik;
      expect(served).toMatchObject({
        ...{
          id: 'nyvik',
          invented: false,
          guildId: eksempelvik.guildId,
          name,
          roles,
          staffChannelId,
          fallbackChannelIds,
        },
        ...{ gameGuilds, visit, dataProtectionOfficer, hours: { weekly: eksempelvik.hours.weekly } },
      });
      expect(served?.contacts.map(({ kind }) => kind).sort()).toEqual([
        'barnevern',
        'barnevernvakt',
        'helsestasjon',
        'kripos',
        'legevakt',
        'politidistrikt',
      ]);
      expect(served?.contacts.filter(({ checkedAt }) => checkedAt === null).map(({ kind }) => kind)).toEqual([
        'kripos',
      ]);
      expect(served).not.toHaveProperty('approval');
      expect((await show()).founding).toBe(false);
    },
  );

  it.each<[Section, SetupFields, string]>([
    ['service', { ...fieldsOf('service'), organisationNumber: '123456789' }, '«Organisasjonsnummer» ble ikke godtatt'],
    ['service', { ...fieldsOf('service'), name: ' ' }, '«Kommunen eller bydelen'],
    ['visit', { ...fieldsOf('visit'), phone: '+47 12 34 50 00' }, '«Telefon» ble ikke godtatt. Bare sifre'],
    ['visit', { ...fieldsOf('visit'), web: 'http://nyvik.example' }, '«Nettside» ble ikke godtatt'],
    ['privacy', { ...fieldsOf('privacy'), officerEmail: 'ombudet' }, '«Ombudets e-post» ble ikke godtatt'],
    ['roles', { ...fieldsOf('roles'), caseworker: eksempelvik.guildId }, '«Saksbehandlere» ble ikke godtatt'],
    ['staff', { ...fieldsOf('staff'), webhook: 'ftp://nyvik.example' }, '«Adresse for SMS'],
    ['hours', { weekly: 'mandag sent', publicHolidays: 'closed' }, 'linjen «mandag sent» kan ikke leses'],
    ['hours', { weekly: 'mandag 18-20, 19-21', publicHolidays: 'closed' }, 'overlapper'],
    ['contacts', { ...fieldsOf('contacts'), barnevernvakt: 'Barnevernvakten' }, '«Barnevernvakt» ble ikke godtatt'],
    ['cards', { cardChannels: 'https://discord.com/channels/1/2' }, 'kan ikke leses'],
    [
      'cards',
      { cardChannels: `https://discord.com/channels/${eksempelvik.guildId}/${eksempelvik.staffChannelId}` },
      'Velg en kanal som alle på spillserveren ser',
    ],
  ])('refuses a faulty «%s» with a sentence that says what to do', async (section, fields, words) => {
    const { save, show } = openSetup([]);
    const outcome = await save(section, fields);
    expect(savedText(outcome, section)).toContain(words);
    expect((await show()).version).toBe(0);
  });

  it('refuses a channel that others can read, and one of another guild', async () => {
    const faults: readonly Finding[] = [
      { kind: 'channel-public', channelId: eksempelvik.staffChannelId, use: 'staff' },
      { kind: 'channel-elsewhere', channelId: eksempelvik.staffChannelId, use: 'staff' },
    ];
    for (const finding of faults) {
      const { save, show } = openSetup([nyvik], { findings: [finding] });
      expect(await save('staff', fieldsOf('staff'))).toEqual({ kind: 'unfit', findings: [finding] });
      expect((await show()).version).toBe(0);
    }
  });

  it.each([[[]], [['caseworker']], [['dutyLead']], [['contentProducer']]] as const)(
    'is refused to the roles %j',
    async (roles) => {
      const { save } = openSetup([]);
      expect(await save('visit', fieldsOf('visit'), { roles })).toEqual({ kind: 'not-permitted' });
    },
  );
});

describe('where alerts go', () => {
  const elsewhere = { ...fieldsOf('staff'), coordinatorIds: ola.id };
  const other = { ...ola, roles: ['dutyLead'] } as const;

  it('changes at once while the service is not in use', async () => {
    const { save } = openSetup([], { inUse: false });
    expect(await save('staff', elsewhere)).toMatchObject({ kind: 'saved' });
  });

  it('changes when a second person confirms, and not before', async () => {
    const { save, show, confirm, press, live } = openSetup([]);
    expect(await save('staff', elsewhere)).toEqual({ kind: 'proposed' });
    expect((await show()).proposed?.proposal).toMatchObject({ kind: 'settings', by: kari.id });
    const shown = JSON.stringify(setupOverview(await show()));
    expect(shown).toContain(`<@${ola.id}>`);
    expect(shown).toContain('hvem som kontaktes når ingen tar en sak');
    // The same form has the channels; what stays as it is would only hide what does not.
    expect(shown).not.toContain('**reservekanaler**');
    expect(live.all()[0]?.escalation.coordinatorIds).toEqual([]);
    expect(await confirm(press(), true)).toEqual({ kind: 'own-proposal' });
    expect(await confirm(press({ ...other, roles: ['caseworker'] }), true)).toEqual({ kind: 'not-permitted' });
    expect(await confirm(press(other), true)).toEqual({ kind: 'confirmed' });
    expect(live.all()[0]?.escalation.coordinatorIds).toEqual([ola.id]);
    expect((await show()).proposed).toBeUndefined();
    expect(await confirm(press(other), true)).toEqual({ kind: 'nothing-proposed' });
  });

  it('is not confirmed by somebody who was shown another proposal', async () => {
    const { save, show, decide, press, live } = openSetup([]);
    await save('staff', elsewhere);
    const first = (await show()).proposed?.number ?? 0;
    await save('staff', { ...elsewhere, webhook: 'https://elsewhere.example' });
    expect(await decide(press(other), first, true)).toEqual({ kind: 'nothing-proposed' });
    expect(live.all()[0]?.escalation).toEqual({ coordinatorIds: [] });
  });

  it('stays when it is withdrawn, grows old, or something else has changed since', async () => {
    const { save, confirm, press, live } = openSetup([]);
    await save('staff', elsewhere);
    expect(await confirm(press(), false)).toEqual({ kind: 'withdrawn' });
    await save('staff', elsewhere);
    await save('visit', { ...fieldsOf('visit'), phone: '12 34 50 03' });
    expect(await confirm(press(other), true)).toEqual({ kind: 'stale' });
    await save('staff', elsewhere);
    scene.pass(proposalLivesMs + 1);
    expect(await confirm(press(other), true)).toEqual({ kind: 'nothing-proposed' });
    expect(live.all()[0]?.escalation.coordinatorIds).toEqual([]);
  });

  it('waits for nobody when the form is sent as it stands', async () => {
    const { save } = openSetup([]);
    expect(await save('staff', fieldsOf('staff'))).toMatchObject({ kind: 'saved' });
  });

  it('is known to work when somebody has seen the test post in that very channel', async () => {
    const { seen, press, show } = openSetup([]);
    expect(await seen(press({ roles: [] }), eksempelvik.staffChannelId)).toEqual({ kind: 'not-permitted' });
    expect(await seen(press(), snowflake(1))).toEqual({ kind: 'another-channel' });
    expect((await show()).isSeen).toBe(false);
    expect(await seen(press(), eksempelvik.staffChannelId)).toEqual({ kind: 'seen' });
    expect((await show()).isSeen).toBe(true);
  });
});
