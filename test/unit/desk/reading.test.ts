import { describe, expect, it } from 'vitest';
import { kari } from '../../examples/cases.ts';
import { DeskVisitor, openDeskScene } from './scene.ts';

const pages = [
  '',
  '/neste-steg',
  '/samtale',
  '/original',
  '/etterarbeid',
  '/tidslinje',
  '/rapport',
  '/innsyn',
  '/steg/matter',
];

describe('a desk in a municipality that writes nynorsk', () => {
  it('is in nynorsk on every page, signed in or not', async () => {
    const scene = await openDeskScene({ severity: 'acute' }, undefined, undefined, 'nn');
    const visitor = await scene.visitorFor(kari.id);
    for (const page of pages) {
      const { body } = await visitor.get(`/sak/${scene.about.id}${page}`);
      expect([
        page,
        /<html lang="nn">/u.test(body),
        body.includes('Skjerma skjema'),
        body.includes('Skjermet'),
      ]).toEqual([page, true, true, false]);
    }
    const stranger = new DeskVisitor(scene.server);
    expect((await stranger.get('/')).body).toContain('Du er logga ut');
    expect((await stranger.get('/finst-ikkje')).body).toContain('Finst ikkje');
    await scene.server.close();
    await scene.store.close();
  });
});

describe('the access log', () => {
  it.each([
    ['/samtale', 'conversation'],
    ['/etterarbeid', 'after-care'],
    ['/tidslinje', 'timeline'],
    ['/innsyn', 'access-log'],
    ['/steg/identity', 'identity'],
  ] as const)('has a line of its own for %s, once per session', async (page, what) => {
    const scene = await openDeskScene();
    const visitor = await scene.visitorFor(kari.id);
    await visitor.get(`/sak/${scene.about.id}${page}`);
    await visitor.get(`/sak/${scene.about.id}${page}`);
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.accesses.map((one) => one.what)).toEqual(['case', what]);
    await scene.server.close();
    await scene.store.close();
  });

  it('shows in words what was seen', async () => {
    const scene = await openDeskScene();
    const visitor = await scene.visitorFor(kari.id);
    for (const page of ['/etterarbeid', '/tidslinje']) await visitor.get(`/sak/${scene.about.id}${page}`);
    expect((await visitor.get(`/sak/${scene.about.id}/innsyn`)).body).toMatch(/Tidslinja[\s\S]*Etterarbeidet/u);
    await scene.server.close();
    await scene.store.close();
  });
});
