import { describe, expect, it } from 'vitest';
import { emptyTrack } from '../../../src/core/approval/book.ts';
import type { Finding } from '../../../src/core/doctor/finding.ts';
import { sections } from '../../../src/core/setup/sections.ts';
import { statusView } from '../../../src/discord/views/status.ts';
import type { ShowApprovalOutcome } from '../../../src/flows/approval/show-approval.ts';
import type { SetupShown } from '../../../src/flows/setup/show-setup.ts';
import { kari } from '../../examples/cases.ts';
import { municipality } from '../views/samples.ts';
import { bodyFaults, textOf } from '../views/body-faults.ts';

const setup = (overrides: Partial<SetupShown> = {}): SetupShown => ({
  kind: 'shown',
  founding: false,
  version: 1,
  current: {},
  missing: [],
  isSeen: true,
  ...overrides,
});
const approved: ShowApprovalOutcome = { kind: 'shown', now: 0, strategies: [], mayFile: true, mayDecide: false };
const { staffChannelId } = municipality;
const status = (findings: readonly Finding[], overrides: Partial<SetupShown> = {}) => {
  const body = statusView(setup(overrides), approved, findings);
  expect(bodyFaults(body)).toEqual([]);
  return textOf(body);
};

describe('/status', () => {
  it('has the doctor’s faults in the list of what is missing, with the channel as Discord shows it', () => {
    const text = status([{ kind: 'channel-public', channelId: staffChannelId, use: 'staff' }, { kind: 'no-mfa' }], {
      missing: ['visit'],
    });
    expect(text).toContain('3 ting må ordnes');
    expect(text).toContain('Besøk og telefon (`/oppsett`)');
    expect(text).toContain(`Vaktkanalen <#${staffChannelId}> kan leses av alle`);
    expect(text).toContain('to-trinns');
  });

  it('counts what should be looked at, and says where', () => {
    const text = status([{ kind: 'no-fallback' }, { kind: 'no-team' }]);
    expect(text).toContain('Ingenting mangler.');
    expect(text).toContain('2 ting å se på i helsesjekken (`/helsesjekk`)');
    expect(status([{ kind: 'no-team' }])).toContain('én ting å se på');
  });

  it('does not say that a service in use may not be used', () => {
    const standing = { kind: 'active', until: 1, reviewSoon: false } as const;
    const inUse: ShowApprovalOutcome = {
      ...approved,
      strategies: [{ strategy: 2, standing, track: emptyTrack, open: [] }],
    };
    const text = textOf(statusView(setup({ isSeen: false }), inUse, []));
    expect(text).toContain('Tjenesten er i bruk. Én ting må ordnes:');
    expect(textOf(statusView(setup({ isSeen: false }), { ...inUse, pause: { at: 0, by: kari.id } }, []))).toContain(
      '2 ting må ordnes før tjenesten kan brukes',
    );
  });

  it('says nothing twice', () => {
    const text = status([{ kind: 'not-approved', strategy: 2 }, { kind: 'not-test-posted' }], { isSeen: false });
    expect(text).toContain('Én ting må ordnes');
    expect(text.match(/prøvepost/giu)).toHaveLength(1);
    expect(text).not.toContain('helsesjekken');
  });

  it('fits one message when everything is missing at once', () => {
    const many = Array.from({ length: 40 }, (): Finding => ({
      kind: 'permissions-missing',
      channelId: staffChannelId,
      use: 'staff',
      names: ['view', 'send'],
    }));
    expect(status(many, { missing: sections, isSeen: false, founding: true })).toContain('…og');
  });
});
