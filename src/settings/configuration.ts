import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nationalContactsSchema } from '../core/contacts/register.ts';
import type { NationalContacts } from '../core/contacts/register.ts';
import { faultPath } from '../core/fault-path.ts';
import { neverOpens } from '../core/hours/schedule.ts';
import { samiLanguages } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { readFounding } from '../core/settings/founding.ts';
import type { FoundingMunicipality } from '../core/settings/founding.ts';
import { settleDocument } from '../core/settings/municipality-document.ts';
import type { MunicipalityDocument } from '../core/settings/municipality-document.ts';
import type { SettingsFault, Settled } from './fault.ts';
import { parseJson } from './json-text.ts';
import { describeIssue } from '../core/describe-issue.ts';

/** Everything under `config/`, checked. */
export interface Configuration {
  /** Ids and staff guilds are different. As the files say, before what coordinators have changed since. */
  readonly municipalities: readonly Municipality[];
  /** The same, each with what its files said word for word. */
  readonly configured: readonly ConfiguredMunicipality[];
  /** Municipalities that are to be set up in Discord. */
  readonly founding: readonly FoundingMunicipality[];
  readonly national: NationalContacts;
  /** Allowed, but worth a line in the log; same form as faults. */
  readonly warnings: readonly SettingsFault[];
}

export interface ConfiguredMunicipality {
  readonly municipality: Municipality;
  readonly document: MunicipalityDocument;
}

/** Reads `national-contacts.json` and one folder per municipality. Never throws; tells every fault, not only the first. */
export async function loadConfiguration(dir: string): Promise<Settled<Configuration>> {
  const folders = await listFolders(dir);
  if (!folders.ok) return folders;

  const national = await readJsonFile(join(dir, 'national-contacts.json'), nationalContactsSchema);
  const loaded = await Promise.all(folders.value.map((folder) => loadMunicipality(dir, folder)));

  const faults = [
    ...(national.ok ? [] : national.faults),
    ...loaded.flatMap((one) => (one.ok ? [] : one.faults)),
    ...clashes(
      loaded.flatMap((one) => (one.ok ? ['municipality' in one.value ? one.value.municipality : one.value] : [])),
      dir,
    ),
  ];
  if (!national.ok || faults.length > 0) return { ok: false, faults };

  const configured = loaded.flatMap((one) => (one.ok && 'municipality' in one.value ? [one.value] : []));
  const founding = loaded.flatMap((one) => (one.ok && 'guildId' in one.value ? [one.value] : []));
  const municipalities = configured.map(({ municipality }) => municipality);
  return {
    ok: true,
    value: {
      municipalities,
      configured,
      founding,
      national: national.value,
      warnings: municipalities.flatMap((one) => warningsOf(one, dir)),
    },
  };
}

async function listFolders(dir: string): Promise<Settled<readonly string[]>> {
  const refuse = (what: string): Settled<never> => ({ ok: false, faults: [{ where: dir, what }] });
  try {
    // Kubernetes mounts a configuration with hidden folders beside the real one, and reaches it through links.
    const visible = (await readdir(dir)).filter((name) => !name.startsWith('.'));
    const kinds = await Promise.all(
      visible.map(async (name) => ({ name, isFolder: (await stat(join(dir, name))).isDirectory() })),
    );
    const names = kinds.filter(({ isFolder }) => isFolder).map(({ name }) => name);
    return names.length > 0 ? { ok: true, value: names.sort() } : refuse('has no folder of a municipality in it');
  } catch (cause) {
    return refuse(`cannot be read (${codeOf(cause)})`);
  }
}

async function loadMunicipality(
  dir: string,
  folder: string,
): Promise<Settled<ConfiguredMunicipality | FoundingMunicipality>> {
  const path = (part: keyof MunicipalityDocument) => join(dir, folder, `${part}.json`);
  const [municipality, hours, contacts] = await Promise.all([
    readJson(path('municipality')),
    readJson(path('hours')),
    readJson(path('contacts')),
  ]);
  const translations = await readTranslations(join(dir, folder));
  const read = { municipality, hours, contacts };
  const document = {
    municipality: municipality.ok ? withTranslations(municipality.value, translations.texts) : undefined,
    hours: hours.ok ? hours.value : undefined,
    contacts: contacts.ok ? contacts.value : undefined,
  };
  const founding = readFounding(document.municipality);
  if (founding) {
    if (founding.id === folder) return { ok: true, value: founding };
    return { ok: false, faults: [{ where: `${path('municipality')}: id`, what: mustBe(folder) }] };
  }
  const settled = settleDocument(document);
  const faults = [
    ...[municipality, hours, contacts].flatMap((one) => (one.ok ? [] : one.faults)),
    ...translations.faults,
  ];
  if (!settled.ok) {
    faults.push(
      ...settled.faults
        .filter(({ part }) => read[part].ok)
        .map(({ part, path: place, what }) => ({ where: place === '' ? path(part) : `${path(part)}: ${place}`, what })),
    );
  } else if (settled.value.id !== folder) {
    faults.push({ where: `${path('municipality')}: id`, what: mustBe(folder) });
  }
  if (!settled.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { municipality: settled.value, document } };
}

const translationSchema = z.record(z.string(), z.string());

/** The Sámi texts a human translator has supplied, `texts-se.json` and the like; most municipalities have none. */
async function readTranslations(folder: string): Promise<{
  readonly texts: Readonly<Record<string, unknown>>;
  readonly faults: readonly SettingsFault[];
}> {
  const supplied = (await readdir(folder)).filter((name) => samiLanguages.some((one) => name === `texts-${one}.json`));
  const read = await Promise.all(
    supplied.map(async (name) => ({ name, file: await readJsonFile(join(folder, name), translationSchema) })),
  );
  return {
    texts: Object.fromEntries(
      read.flatMap(({ name, file }) => (file.ok ? [[name.slice('texts-'.length, -'.json'.length), file.value]] : [])),
    ),
    faults: read.flatMap(({ file }) => (file.ok ? [] : file.faults)),
  };
}

/** They have files of their own, so that nobody can write them in Discord. */
const withTranslations = (municipality: unknown, texts: Readonly<Record<string, unknown>>): unknown =>
  typeof municipality === 'object' && municipality !== null && Object.keys(texts).length > 0
    ? { ...municipality, translations: texts }
    : municipality;

const mustBe = (folder: string): string => `must be the name of its folder, ${folder}`;

/** A staff guild decides which municipality an act belongs to, so two may not share one. */
function clashes(
  municipalities: readonly Pick<Municipality, 'id' | 'guildId'>[],
  dir: string,
): readonly SettingsFault[] {
  return municipalities.flatMap(({ id, guildId }, index) => {
    const earlier = municipalities.slice(0, index).find((other) => other.guildId === guildId);
    const where = `${join(dir, id, 'municipality.json')}: guildId`;
    return earlier ? [{ where, what: `is also the staff guild of ${earlier.id}` }] : [];
  });
}

const warningsOf = ({ id, hours }: Municipality, dir: string): readonly SettingsFault[] =>
  neverOpens(hours)
    ? [{ where: join(dir, id, 'hours.json'), what: 'has no opening hours: the service is never open' }]
    : [];

/** Reads one file. A fault names the file and the place in it, never what stands there. */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<Settled<z.output<Schema>>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value, { error: describeIssue });
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map((issue) => {
    const place = faultPath(issue.path);
    return { where: place === '' ? path : `${path}: ${place}`, what: issue.message };
  });
  return { ok: false, faults };
}

async function readJson(path: string): Promise<Settled<unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const what = codeOf(cause) === 'ENOENT' ? 'is missing' : `cannot be read (${codeOf(cause)})`;
    return { ok: false, faults: [{ where: path, what }] };
  }
  const json = parseJson(text);
  return json.ok ? json : { ok: false, faults: [{ where: path, what: `is not JSON, see ${json.place}` }] };
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown cause';
