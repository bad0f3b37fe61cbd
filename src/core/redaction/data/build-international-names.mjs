// Builds international-names.json from the locales of @faker-js/faker (MIT).
//   node src/core/redaction/data/build-international-names.mjs PATH_TO_UNPACKED_FAKER
// Names already written by hand in given-names.json and surnames.json are left out, so the file stays small.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const faker = process.argv[2];
if (!faker) throw new Error('usage: build-international-names.mjs PATH_TO_UNPACKED_FAKER');
const here = new URL('.', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, here), 'utf8'));
const version = JSON.parse(readFileSync(`${faker}/package.json`, 'utf8')).version;
const locales =
  'nb_NO sv da fi en pl tr vi de lv ro hr en_IN en_NG en_GH es pt_PT fr ku_kmr_latin sr_RS_latin az id_ID uk ru ar fa ur'.split(
    ' ',
  );

const known = new Set(
  ['given-names.json', 'surnames.json'].flatMap((file) =>
    Object.entries(read(file)).flatMap(([key, list]) =>
      ['source', 'licence', 'date'].includes(key) ? [] : list.split(' '),
    ),
  ),
);
const given = new Set();
const surnames = new Set();
for (const locale of locales) {
  const { person } = (await import(pathToFileURL(`${faker}/dist/locale/${locale}.js`))).faker.rawDefinitions;
  const flat = (entry) => Object.values(entry ?? {}).flat();
  const collect = (entry, into) => {
    for (const name of flat(entry)) {
      for (const part of name.toLowerCase().split(' ')) {
        if (/^[\p{L}\p{M}'’-]{3,}$/u.test(part) && !known.has(part)) into.add(part);
      }
    }
  };
  collect(person.first_name, given);
  collect(person.last_name, surnames);
}
const sorted = (set) => [...set].sort((a, b) => (a < b ? -1 : 1)).join(' ');
writeFileSync(
  new URL('international-names.json', here),
  `${JSON.stringify(
    {
      source: `@faker-js/faker ${version}, locales ${locales.join(' ')}; names also written by hand left out`,
      licence: 'MIT, Copyright (c) 2022-2026 Faker; Copyright (c) 2008-2022 contributors',
      date: '2026-11-22',
      given: sorted(given),
      surnames: sorted(surnames),
    },
    undefined,
    2,
  )}\n`,
);
