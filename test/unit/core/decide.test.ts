import { describe, expect, it } from 'vitest';
import { decide, noticeKey, recontactKey } from '../../../src/core/decide.ts';
import type { Situation } from '../../../src/core/decide.ts';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { hourMs, minuteMs } from '../../../src/core/time.ts';
import { caseId } from '../../examples/cases.ts';

const now = Date.UTC(2026, 10, 22, 20, 0);

const ordinary: Situation = {
  severity: 'none',
  categories: [],
  masked: true,
  removed: [],
  omitted: [],
  staffed: true,
  approved: true,
  firstContact: false,
  viaForm: false,
  hasOpenCase: true,
  claimed: false,
  lastNoticeAt: {},
  now,
};

const notices = (situation: Partial<Situation>): readonly string[] =>
  decide({ ...ordinary, ...situation }).effects.flatMap((effect) =>
    effect.kind === 'notify-sender' ? [effect.notice.kind] : [],
  );
const kinds = (situation: Partial<Situation>): readonly string[] =>
  decide({ ...ordinary, ...situation }).effects.map(({ kind }) => kind);

describe('decide', () => {
  it('keeps nothing and gives the emergency numbers while the service is not approved', () => {
    const decision = decide({ ...ordinary, approved: false, severity: 'acute', firstContact: true });
    expect(decision.effects).toEqual([{ kind: 'notify-sender', notice: { kind: 'not-active' } }]);
  });

  it.each([
    { severity: 'none', alerts: false },
    { severity: 'concern', alerts: false },
    { severity: 'serious', alerts: true },
    { severity: 'acute', alerts: true },
  ] as const)('alerts staff about $severity: $alerts', ({ severity, alerts }) => {
    expect(kinds({ severity }).includes('alert-staff')).toBe(alerts);
  });

  describe('where several municipalities may be meant', () => {
    const asked = ['eksempelvik' as MunicipalityId, 'nabovik' as MunicipalityId];
    const isShown = (situation: Partial<Situation>): boolean =>
      decide({ ...ordinary, ...situation }).effects.some((effect) => effect.kind === 'store-entry' && effect.shown);

    it.each([
      { severity: 'none', shown: false },
      { severity: 'concern', shown: false },
      { severity: 'serious', shown: true },
      { severity: 'acute', shown: true },
    ] as const)('shows staff a message of level $severity before the choice: $shown', ({ severity, shown }) => {
      expect(isShown({ asked, severity })).toBe(shown);
      expect(isShown({ unseen: true, severity })).toBe(shown);
    });

    it('asks once, and welcomes nobody on behalf of a service that may not be meant', () => {
      expect(notices({ asked, firstContact: true, hasOpenCase: false })).toEqual(['choose-municipality']);
      expect(notices({ unseen: true, firstContact: true })).toEqual([]);
    });

    it('says at once what was taken out', () => {
      expect(notices({ asked, removed: ['PHONE'] })).toEqual(['choose-municipality', 'removed']);
    });

    it('helps first and asks then when it worries', () => {
      expect(notices({ asked, severity: 'acute', firstContact: true })).toEqual([
        'safe-reply',
        'first-contact',
        'choose-municipality',
      ]);
    });

    it('shows new contact in a reported matter at once', () => {
      expect(isShown({ asked, recontact: { reported: caseId('R'), caseNumber: 4821 } })).toBe(true);
    });
  });

  it('raises nothing while the service is not approved', () => {
    expect(decide({ ...ordinary, approved: false, severity: 'acute' }).severity).toBe('none');
  });

  it('tells a new sender from when to when nobody listened', () => {
    const missed = { from: now - 2 * hourMs, until: now - hourMs };
    const { effects } = decide({ ...ordinary, firstContact: true, missed });
    expect(effects).toContainEqual({ kind: 'notify-sender', notice: { kind: 'maybe-missed', ...missed } });
    expect(notices({ firstContact: false, missed })).not.toContain('maybe-missed');
  });

  it('does nothing about an ordinary message but keep it and say that it came', () => {
    expect(kinds({})).toEqual(['store-entry', 'notify-sender']);
  });

  describe('when the police are to be told of new contact', () => {
    const recontact = { reported: caseId('R'), caseNumber: 7 };
    const told = (lastNoticeAt: Situation['lastNoticeAt'] = {}) =>
      decide({ ...ordinary, recontact, lastNoticeAt }).effects.filter(({ kind }) => kind !== 'notify-sender');

    it('calls staff and names the case', () => {
      expect(told()).toEqual([
        { kind: 'store-entry', sealOriginal: false, shown: true },
        { kind: 'alert-staff', severity: 'serious' },
        { kind: 'tell-recontact', ...recontact },
      ]);
    });

    it.each([
      ['not again within six hours', 6 * hourMs - 1, false],
      ['again after six hours', 6 * hourMs, true],
    ] as const)('calls %s', (_, ago, again) => {
      expect(told({ [recontactKey]: now - ago }).some(({ kind }) => kind === 'tell-recontact')).toBe(again);
    });

    it('calls nobody where no case asks for it', () => {
      expect(kinds({ recontact: undefined })).not.toContain('tell-recontact');
    });
  });

  it.each([
    [{ kind: 'received', staffed: true }, 'received:open'],
    [{ kind: 'received', staffed: false }, 'received:closed'],
    [
      {
        kind: 'omitted',
        omitted: [
          { kind: 'voice', count: 1 },
          { kind: 'image', count: 2 },
        ],
      },
      'omitted:image+voice',
    ],
    [{ kind: 'removed', kinds: ['PHONE', 'NAME', 'PHONE'] }, 'removed:NAME+PHONE'],
    [{ kind: 'deletion-done', sealed: true }, 'deletion-done:sealed'],
    [{ kind: 'deletion-done', sealed: false }, 'deletion-done:plain'],
    [{ kind: 'first-contact' }, 'first-contact'],
  ] as const)('counts the cooldown of %o by %s', (notice, key) => {
    expect(noticeKey(notice)).toBe(key);
  });

  describe('within an episode', () => {
    const alerted = { caseSeverity: 'serious', lastNoticeAt: { 'safe-reply': now - 29 * minuteMs } } as const;
    const told = (situation: Partial<Situation>) => ({
      alert: kinds({ ...alerted, ...situation }).includes('alert-staff'),
      reply: notices({ ...alerted, ...situation }).includes('safe-reply'),
    });

    it('lets a further serious message grow the alert staff have', () => {
      expect(told({ severity: 'serious' })).toEqual({ alert: false, reply: false });
      expect(kinds({ ...alerted, severity: 'serious' })).toContain('store-entry');
      expect(notices({ ...alerted, severity: 'serious' })).toEqual(['received']);
    });

    it.each([
      ['is acute', { severity: 'acute' }],
      ['comes half an hour later', { severity: 'serious', lastNoticeAt: { 'safe-reply': now - 30 * minuteMs } }],
      ['is in a case nobody was alerted about', { severity: 'serious', caseSeverity: 'concern' }],
      ['is in a new case', { severity: 'serious', hasOpenCase: false, caseSeverity: undefined }],
      ['follows no alert', { severity: 'serious', lastNoticeAt: {} }],
    ] as const)('alerts again when the message %s', (_, situation) => {
      expect(told(situation)).toEqual({ alert: true, reply: true });
    });
  });

  it('gives the safe reply before anything else when it is urgent', () => {
    expect(notices({ severity: 'acute', firstContact: true, removed: ['PHONE'] })).toEqual([
      'safe-reply',
      'first-contact',
      'removed',
    ]);
  });

  it('tells who we are on a first contact, and that the message is received', () => {
    expect(notices({ firstContact: true, hasOpenCase: false })).toEqual(['first-contact', 'received']);
  });

  it('says of an edit that it was seen, once in a while, instead of that it was received', () => {
    expect(notices({ edited: true })).toEqual(['edit-seen']);
    expect(notices({ edited: true, lastNoticeAt: { 'edit-seen': now - 29 * minuteMs } })).toEqual([]);
    expect(notices({ edited: true, lastNoticeAt: { 'edit-seen': now - 30 * minuteMs } })).toEqual(['edit-seen']);
    expect(notices({ edited: true, claimed: true })).toEqual([]);
    expect(notices({ edited: true, severity: 'acute' })).toEqual(['safe-reply']);
  });

  it('says of a long message that it came whole, unless a human is answering', () => {
    expect(notices({ long: true })).toEqual(['received', 'long-message']);
    expect(notices({ long: true, claimed: true })).toEqual([]);
    expect(notices({ long: true, severity: 'serious' })).toEqual(['safe-reply']);
  });

  it('says once for a burst that pictures are not received, and again for another kind', () => {
    const images = [{ kind: 'image', count: 2 }] as const;
    const told = { 'received:open': now, 'omitted:image': now - 5 * minuteMs };
    expect(notices({ omitted: images, lastNoticeAt: told })).toEqual([]);
    expect(notices({ omitted: [{ kind: 'voice', count: 1 }], lastNoticeAt: told })).toEqual(['omitted']);
    expect(notices({ omitted: images, lastNoticeAt: { ...told, 'omitted:image': 0 } })).toEqual(['omitted']);
  });

  it('says once for a burst that the same kinds were removed, and again for others', () => {
    const told = { 'received:open': now, 'removed:NAME+PHONE': now - 4 * minuteMs };
    expect(notices({ removed: ['PHONE', 'NAME', 'NAME'], lastNoticeAt: told })).toEqual([]);
    expect(notices({ removed: ['PHONE'], lastNoticeAt: told })).toEqual(['removed']);
    expect(notices({ removed: ['PHONE', 'NAME'], lastNoticeAt: { 'removed:NAME+PHONE': 0 } })).toContain('removed');
  });

  it('says which kinds were removed', () => {
    const { effects } = decide({ ...ordinary, removed: ['PHONE', 'NAME'] });
    expect(effects).toContainEqual({ kind: 'notify-sender', notice: { kind: 'removed', kinds: ['PHONE', 'NAME'] } });
  });

  it.each([
    { ago: 29 * minuteMs, repeats: false },
    { ago: 30 * minuteMs, repeats: true },
  ])('repeats a receipt given $ago ms ago: $repeats', ({ ago, repeats }) => {
    expect(notices({ lastNoticeAt: { 'received:open': now - ago } }).includes('received')).toBe(repeats);
  });

  it('gives a receipt when opening hours changed what it says', () => {
    expect(notices({ staffed: false, lastNoticeAt: { 'received:open': now } })).toEqual(['received']);
  });

  it('is silent about receipts while a human answers, and on what the form already said', () => {
    expect(notices({ claimed: true })).toEqual([]);
    expect(notices({ viaForm: true, hasOpenCase: false })).toEqual([]);
  });

  it('alerts about an acute message even when a human has the case', () => {
    expect(kinds({ claimed: true, severity: 'acute' })).toContain('alert-staff');
  });

  it('lets a person see that words could not be masked, and seals them', () => {
    const decision = decide({ ...ordinary, masked: false });
    expect(decision.severity).toBe('concern');
    expect(decision.effects).toContainEqual({ kind: 'store-entry', sealOriginal: true, shown: true });
    expect(notices({ masked: false })).toContain('unmaskable');
  });

  it('never lowers what triage said because masking failed', () => {
    expect(decide({ ...ordinary, masked: false, severity: 'acute' }).severity).toBe('acute');
  });

  it('seals the original of a worrying message only', () => {
    expect(decide(ordinary).effects).toContainEqual({ kind: 'store-entry', sealOriginal: false, shown: true });
    expect(decide({ ...ordinary, severity: 'concern' }).effects).toContainEqual({
      kind: 'store-entry',
      sealOriginal: true,
      shown: true,
    });
  });

  it('tells the sender about pictures that are not received', () => {
    expect(notices({ omitted: [{ kind: 'image', count: 1 }] })).toContain('omitted');
  });

  describe('about a simple question', () => {
    const asked = { question: 'where', severity: 'none' } as const;

    it('answers instead of the receipt, and the message reaches staff all the same', () => {
      expect(notices(asked)).toEqual(['answer']);
      expect(kinds(asked)).toContain('store-entry');
    });

    it('answers each question once in the cooldown, and gives receipts as ever', () => {
      expect(notices({ ...asked, lastNoticeAt: { 'answer:where': now - 29 * minuteMs } })).toEqual(['received']);
      expect(notices({ ...asked, lastNoticeAt: { 'answer:bot': now } })).toEqual(['answer']);
      expect(notices({ ...asked, lastNoticeAt: { 'answer:where': now - 30 * minuteMs } })).toEqual(['answer']);
    });

    it('is silent while a human answers, and on what the form has answered already', () => {
      expect(notices({ ...asked, claimed: true })).toEqual([]);
      expect(notices({ ...asked, viaForm: true })).toEqual([]);
    });

    it.each(['concern', 'serious', 'acute'] as const)('gives no ready answer to a message that is %s', (severity) => {
      expect(notices({ ...asked, severity })).not.toContain('answer');
    });

    it('gives no ready answer to words that could not be masked', () => {
      expect(notices({ ...asked, masked: false })).not.toContain('answer');
    });

    it.each([
      ['hours', ['first-contact', 'received']],
      ['greeting', ['first-contact', 'received']],
      ['who-reads', ['first-contact', 'answer']],
    ] as const)('leaves to the first contact what it tells already: %s', (question, expected) => {
      expect(notices({ question, firstContact: true, hasOpenCase: false })).toEqual(expected);
    });
  });
});
