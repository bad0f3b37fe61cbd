import { mayPerform } from '../core/access.ts';
import type { Act } from '../core/access.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { RawText } from '../core/raw-text.ts';
import type { ReplyConcern } from '../core/reply-concerns.ts';
import type { PersonalDataKind } from '../core/redaction/redaction.ts';
import {
  approveText,
  longest,
  mostTexts,
  standardTextsSchema,
  stateOfText,
  takeOutText,
  writeText,
} from '../core/standard-text.ts';
import type { StandardText } from '../core/standard-text.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, Staff, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly checkStaffText: StaffTextCheck;
}

/** One press or form of a staff member. */
export interface TextPress {
  readonly cause: string;
  readonly staff: Staff;
}

type Refused = { readonly kind: 'not-permitted' };

export type WriteTextOutcome =
  | { readonly kind: 'written'; readonly text: StandardText }
  /** What is sent to many holds no personal data, no method and no promise. */
  | {
      readonly kind: 'not-clean';
      /** As it was written, to be given back. */
      readonly text: StaffText;
      readonly personalData: readonly PersonalDataKind[];
      readonly concerns: readonly ReplyConcern[];
    }
  | { readonly kind: 'empty' | 'too-many' | 'not-found' }
  | Refused;

export type ChangeTextOutcome =
  | { readonly kind: 'approved' | 'removed'; readonly text: StandardText }
  | { readonly kind: 'same-person' | 'taken-out' | 'not-found' }
  | Refused;

export type ListTextsOutcome =
  | {
      readonly kind: 'listed';
      /** Those that are not taken out, newest first. */
      readonly texts: readonly StandardText[];
      /** Those of them that may be sent now. */
      readonly usable: readonly StandardText[];
    }
  | Refused;

const setting = 'standard-texts';

/**
 * Purpose: texts staff send often, written by one and approved by another. Personal data: the signatures of staff; a text
 * with personal data in it is refused. The audit keeps who did what, never the words.
 */
export function makeStandardTexts({ now, store, checkStaffText }: Deps) {
  async function read(
    id: MunicipalityId,
  ): Promise<{ readonly version: number; readonly texts: readonly StandardText[] }> {
    const found = await store.findSetting(id, setting);
    return { version: found?.version ?? 0, texts: standardTextsSchema.parse(found?.value ?? []) };
  }

  interface Planned {
    readonly texts: readonly StandardText[];
    readonly event: string;
    readonly text: StandardText;
  }

  /** Load, change, commit; made again when somebody else was first. What is as it was is not filed again. */
  async function change<Stop extends { readonly kind: string }>(
    press: TextPress,
    act: Act,
    plan: (texts: readonly StandardText[], at: Instant) => Planned | Stop,
  ): Promise<{ readonly kind: 'done'; readonly text: StandardText } | Stop | Refused> {
    const { staff, cause } = press;
    if (!mayPerform(staff.roles, act)) return { kind: 'not-permitted' };
    const { municipalityId } = staff;
    const { version, texts } = await read(municipalityId);
    const at = now();
    const planned = plan(texts, at);
    if (!('texts' in planned)) return planned;
    if (planned.texts === texts) return { kind: 'done', text: planned.text };
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        { kind: 'save-setting', municipalityId, name: setting, basedOn: version, value: planned.texts },
        {
          kind: 'audit',
          entry: { event: planned.event, at, municipalityId, by: staff.id, details: { text: planned.text.id } },
        },
      ],
    });
    return outcome === 'stale' ? change(press, act, plan) : { kind: 'done', text: planned.text };
  }

  const signed = ({ id, signature }: Staff) => ({ id, signature });

  /** One text changed into another, in its place. */
  function changeOne<Stop extends { readonly kind: string }>(
    press: TextPress,
    act: Act,
    id: string,
    event: string,
    changing: (text: StandardText, at: Instant) => { readonly text: StandardText } | Stop,
  ) {
    return change<Stop | { readonly kind: 'not-found' }>(press, act, (texts, at) => {
      const text = texts.find((one) => one.id === id);
      if (!text) return { kind: 'not-found' };
      const changed = changing(text, at);
      if (!('text' in changed)) return changed;
      const next = changed.text === text ? texts : texts.map((one) => (one.id === id ? changed.text : one));
      return { text: changed.text, event, texts: next };
    });
  }

  return {
    /** @param id of the text that is written anew; absent for a new one */
    async writeStandardText(press: TextPress, title: string, words: RawText, id?: string): Promise<WriteTextOutcome> {
      if (!mayPerform(press.staff.roles, 'standard-text.write')) return { kind: 'not-permitted' };
      const { text, personalData, concerns = [] } = checkStaffText(words);
      const [heading, body] = [title.trim().slice(0, longest.title), text.trim().slice(0, longest.text)];
      if (heading === '' || body === '') return { kind: 'empty' };
      if (personalData.length > 0 || concerns.length > 0) return { kind: 'not-clean', text, personalData, concerns };
      const by = signed(press.staff);
      const event = 'standard-text.written';
      const outcome =
        id === undefined
          ? await change<{ readonly kind: 'too-many' }>(press, 'standard-text.write', (texts, at) => {
              if (texts.length >= mostTexts) return { kind: 'too-many' };
              // Discord makes each cause once; its last signs are enough to tell texts apart.
              const fresh = { id: BigInt(press.cause).toString(36).slice(-10), history: [] };
              const written = writeText(fresh, heading, body, by, at);
              return { texts: [...texts, written], text: written, event };
            })
          : await changeOne<never>(press, 'standard-text.write', id, event, (earlier, at) => ({
              text: writeText(earlier, heading, body, by, at),
            }));
      return outcome.kind === 'done' ? { kind: 'written', text: outcome.text } : outcome;
    },

    async approveStandardText(press: TextPress, id: string): Promise<ChangeTextOutcome> {
      const outcome = await changeOne<{ readonly kind: 'same-person' | 'taken-out' }>(
        press,
        'standard-text.approve',
        id,
        'standard-text.approved',
        (text, at) => {
          const approving = approveText(text, signed(press.staff), at);
          return approving.kind === 'approved' ? { text: approving.text } : approving;
        },
      );
      return outcome.kind === 'done' ? { kind: 'approved', text: outcome.text } : outcome;
    },

    async takeOutStandardText(press: TextPress, id: string): Promise<ChangeTextOutcome> {
      const outcome = await changeOne<never>(
        press,
        'standard-text.approve',
        id,
        'standard-text.taken-out',
        (text, at) => ({ text: takeOutText(text, signed(press.staff), at) }),
      );
      return outcome.kind === 'done' ? { kind: 'removed', text: outcome.text } : outcome;
    },

    async listStandardTexts({ roles, municipalityId }: Staff): Promise<ListTextsOutcome> {
      if (!mayPerform(roles, 'standard-text.write')) return { kind: 'not-permitted' };
      const { texts } = await read(municipalityId);
      const at = now();
      const listed = texts.filter(({ takenOut }) => !takenOut).toReversed();
      return { kind: 'listed', texts: listed, usable: listed.filter((text) => stateOfText(text, at) === 'ready') };
    },
  };
}

export type StandardTexts = ReturnType<typeof makeStandardTexts>;
