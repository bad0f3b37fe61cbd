import { expect, it } from 'vitest';
import { steps } from '../../../src/core/incident/steps.ts';
import { dayMs } from '../../../src/core/time.ts';
import { deskWordsIn } from '../../e2e/service/desk-words.ts';
import { kari, ola } from '../../examples/cases.ts';
import { openDeskScene } from './scene.ts';

/** Short enough for every field. */
const planted = 'Plantefrø';

it('queues nothing for Discord of what is written in any field of the desk', async () => {
  const scene = await openDeskScene({ severity: 'acute' });
  const { store, about } = scene;
  const [first, second] = [await scene.visitorFor(kari.id), await scene.visitorFor(ola.id)];
  const base = `/sak/${about.id}`;
  const answers = { 'svar.dangerNow': 'yes', 'svar.identity': 'no', 'svar.avertable': 'yes' };
  await first.send(`${base}/neste-steg`, answers, `${base}/neste-steg`);
  for (const step of Object.values(steps)) {
    const fields = Object.fromEntries(
      step.fields.map((field) => [field.id, field.kind === 'choice' ? (field.choices[0] ?? '') : planted]),
    );
    await first.send(`${base}/steg/${step.id}`, { basedOn: '0', ...fields }, `${base}/steg/${step.id}`);
  }
  const acts = [
    [
      'beslutning',
      { card: 'call-112-unknown', follows: 'no', reason: planted, secondAssessment: planted },
      'neste-steg',
    ],
    ['original/alene', { reason: planted }, 'original'],
    ['rapport', { recipient: planted, format: 'pdf' }, 'rapport'],
    ['rapport/behold', { holdReason: planted }, 'rapport'],
    ['etterarbeid/henvis', { to: planted }, 'etterarbeid'],
    ['etterarbeid/snakk', { colleague: planted }, 'etterarbeid'],
    ['etterarbeid/ny-kontakt', {}, 'etterarbeid'],
  ] as const;
  for (const [act, fields, page] of acts)
    expect([act, (await first.send(`${base}/${act}`, { ...fields }, `${base}/${page}`)).statusCode]).not.toEqual([
      act,
      403,
    ]);
  await second.send(`${base}/rapport/behold-godkjenn`, {}, `${base}/rapport`);

  const { dossier } = await scene.dossiers.find(scene.municipality.id, about.id);
  // What was planted is there to be found: in the dossier, and nowhere else.
  expect(deskWordsIn(JSON.stringify(dossier))).toEqual(['antefr']);
  expect(Object.keys(dossier?.steps ?? {}).length).toBeGreaterThanOrEqual(5);
  expect([dossier?.unsealing?.kind, dossier?.hold?.confirmed !== undefined, dossier?.exports.length]).toEqual([
    'granted',
    true,
    1,
  ]);

  scene.pass(20 * dayMs);
  const queued: unknown[] = [];
  for (;;) {
    const rows = await store.claimOutbox(scene.now(), 30_000, 50);
    if (rows.length === 0) break;
    for (const row of rows) {
      queued.push(row.dispatch);
      await store.settleOutbox(row.id, row.lease, { kind: 'sent', at: scene.now() }, []);
    }
  }
  expect(queued.length).toBeGreaterThanOrEqual(2);
  expect(deskWordsIn(JSON.stringify(queued))).toEqual([]);
  await scene.server.close();
  await store.close();
});

it('would be told of a word of the desk among the requests, also in capitals or in another form', () => {
  expect(deskWordsIn('{"content":"PLANTEFRØ"}\n')).toEqual(['antefr']);
  expect(deskWordsIn('{"content":"plantefr\\u00f8sk"}')).toEqual(['antefr']);
  expect(deskWordsIn('{"content":"ring 91200913"}')).toEqual(['91200913']);
  expect(deskWordsIn('{"content":"Sak 4821"}')).toEqual([]);
});
