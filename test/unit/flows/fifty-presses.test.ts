import { afterEach, describe, expect, it } from 'vitest';
import type { Snowflake } from '../../../src/core/ids.ts';
import { kindOfRoute, routeNames } from '../../../src/discord/custom-id.ts';
import type { Route } from '../../../src/discord/custom-id.ts';
import { snowflake } from '../../examples/cases.ts';
import { caseFilings } from './filing/case-filings.ts';
import { openFilingScene } from './filing/filing-scene.ts';
import type { FilingScene } from './filing/filing-scene.ts';
import type { Filing, Press } from './filing/filing.ts';
import { senderFilings } from './filing/sender-filings.ts';
import { settingsFilings } from './filing/settings-filings.ts';
import { staffFilings } from './filing/staff-filings.ts';

const filings: readonly Filing[] = [...caseFilings, ...senderFilings, ...staffFilings, ...settingsFilings];

/** Opens a form, or shows something, and leaves nothing on record. */
const filesNothing: readonly Route[] = [
  'help-now',
  'language',
  'write-to-us',
  'worried-friend',
  'opening-hours',
  'who-are-you',
  'feedback',
  'privacy',
  'my-data',
  'erase-ask',
  'text-edit',
  // A draft that waits in memory for «text-use».
  'text-sent',
  'standard-text-edit',
  'practice-menu',
  'case-reply',
  'case-reply-again',
  'case-reply-edit',
  'read-reply',
  'case-form',
  'case-form-step',
  'case-form-mend',
  'case-more',
  'case-step',
  'case-decide',
  // A test post in Discord; that somebody has seen it is «setup-seen».
  'setup-act',
  'setup-form',
  'reflection-more',
  'request-overview',
  'request-new',
  'request-answer',
  'approval-overview',
  'approval-show',
  'approval-paper',
  'approval-form',
];

describe('every route of the service', () => {
  it('is tried below, or is known to file nothing', () => {
    const tried = new Set(filings.map(({ from }) => from).filter((from) => !from.startsWith('/')));
    expect([...tried, ...filesNothing].toSorted()).toEqual([...routeNames].toSorted());
  });

  it('files when it is a form, but for the one that shows a draft', () => {
    expect(filesNothing.filter((route) => kindOfRoute(route) === 'form')).toEqual(['text-sent']);
  });
});

const scenes: FilingScene[] = [];
afterEach(async () => {
  await Promise.all(scenes.splice(0).map(({ store }) => store.close()));
});

/** What these presses of one thing file, each scene anew. */
async function filedBy(ready: Filing['ready'], pressing: (press: Press) => Promise<unknown>) {
  const at = await openFilingScene();
  scenes.push(at);
  const press = await ready(at);
  await at.filedSince();
  await pressing(press);
  return at.filedSince();
}

const first = snowflake(3_000);
const fifty: readonly Snowflake[] = Array.from({ length: 50 }, (_, n) => snowflake(3_000 + n));
const named = (all: readonly Filing[]) =>
  all.map(({ from, which, ready }) => [which === undefined ? from : `${from} ${which}`, ready] as const);

describe('one press that comes fifty times at once, and once more after', () => {
  it.each(named(filings))('files what it files once: %s', async (_name, ready) => {
    const once = await filedBy(ready, (press) => press(first));
    expect(once).not.toEqual([]);
    const often = await filedBy(ready, async (press) => {
      await Promise.all(fifty.map(() => press(first)));
      await press(first);
    });
    expect(often).toEqual(once);
  });
});

const inTurn = async (press: Press): Promise<void> => {
  for (const cause of fifty) await press(cause);
};

describe('fifty presses of an impatient hand', () => {
  const acts = filings.filter(({ anew }) => anew === undefined);
  it.each(named(acts))('file what one files, at once and one more after: %s', async (_name, ready) => {
    const once = await filedBy(ready, (press) => press(first));
    const often = await filedBy(ready, async (press) => {
      await Promise.all(fifty.map((cause) => press(cause)));
      await press(snowflake(4_000));
    });
    expect(often).toEqual(once);
  });

  const told = (all: readonly string[]) => all.filter((one) => /^said (?:case-note|sender-)/u.test(one));
  const forms = filings.filter(({ anew }) => anew === 'on record again, told once');
  it.each(named(forms))('tell the thread and the sender what one tells: %s', async (_name, ready) => {
    const once = await filedBy(ready, (press) => press(first));
    expect(told(await filedBy(ready, inTurn))).toEqual(told(once));
  });
});
