import type { AutocompleteInteraction, BaseInteraction, ChatInputCommandInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { TriageChange } from '../core/triage/change.ts';
import { allRules } from '../core/triage/rules/all-rules.ts';
import { largestShift, type SettledTriageSettings, type Shift } from '../core/triage/settings.ts';
import type { ChangeOutcome } from '../flows/settings/change-settings.ts';
import type { ProposeOutcome, TriageProposal } from '../flows/triage/change-triage.ts';
import { triageOptions as options } from '../i18n/commands.ts';
import type { Clock, Municipalities, Staff, TriageTrial } from '../ports.ts';
import { staffOf } from './actor.ts';
import { createHeld } from './held.ts';
import type { MessageBody } from './views/body.ts';
import {
  confirmed,
  notComplete,
  notPermitted,
  proposed,
  softRules,
  tooOld,
  trialFailed,
  triedSentence,
} from './views/triage.ts';

interface TriageActsOptions {
  readonly now: Clock;
  readonly municipalities: Municipalities;
  readonly trial: TriageTrial;
  readonly flows: {
    readonly propose: (staff: Staff, change: TriageChange) => Promise<ProposeOutcome>;
    readonly confirm: (staff: Staff, cause: string, proposal: TriageProposal) => Promise<ChangeOutcome>;
  };
}

/** «/triage»: the coordinator tries sentences and fits the soft part of triage; always seen before it is in force. */
export type TriageActs = ReturnType<typeof createTriageActs>;

/** Discord shows at most this many suggestions. */
const mostSuggestions = 25;
/** A step of a threshold is half of how far it may be moved. */
const stepsEachWay = 2;

export function createTriageActs({ now, municipalities, trial, flows }: TriageActsOptions) {
  const held = createHeld<TriageProposal>(now);
  const keyOf = ({ id, municipalityId }: Staff, interactionId: string): string =>
    [municipalityId, id, interactionId].join(':');

  /** The coordinator and what is set now; nothing for anybody else. */
  function coordinator(interaction: BaseInteraction): { staff: Staff; settings: SettledTriageSettings } | undefined {
    const staff = staffOf(interaction, municipalities);
    const settings = staff && municipalities.find(staff.municipalityId)?.triage;
    return staff && settings && mayPerform(staff.roles, 'settings.change') ? { staff, settings } : undefined;
  }

  async function propose(interaction: BaseInteraction, staff: Staff, change: TriageChange): Promise<MessageBody> {
    const { id } = interaction;
    if (!isSnowflake(id)) throw new RangeError('an interaction without an id');
    const outcome = await flows.propose(staff, change);
    if (outcome.kind === 'proposed') held.hold(keyOf(staff, id), outcome.proposal);
    return proposed(outcome, id);
  }

  /** What is asked for; nothing when there is nothing to change, or not enough to change it. */
  function changeIn({ options: given }: ChatInputCommandInteraction): TriageChange | undefined {
    const rule = given.getString(options.rule.name);
    if (rule !== null) return { kind: 'rule', rule, on: given.getString(options.state.name) === 'on' };
    const step = given.getInteger(options.step.name);
    if (step !== null) {
      const shift: Shift = given.getString(options.limit.name) === 'seriousShift' ? 'seriousShift' : 'concernShift';
      return { kind: 'shift', shift, by: (step * largestShift[shift]) / stepsEachWay };
    }
    const removed = given.getString(options.removeWord.name);
    if (removed !== null) return { kind: 'remove-word', words: removed };
    const words = given.getString(options.newWord.name)?.trim().toLowerCase();
    const concept = given.getString(options.means.name);
    const [match, not] = [given.getString(options.mustMatch.name), given.getString(options.mustNot.name)];
    if (words === undefined || concept === null || match === null || not === null) return undefined;
    return { kind: 'add-word', word: { words, concept, examplesMatch: [match], examplesNot: [not] } };
  }

  return {
    async answer(interaction: ChatInputCommandInteraction): Promise<MessageBody> {
      const known = coordinator(interaction);
      if (!known) return notPermitted();
      const part = interaction.options.getSubcommand();
      if (part === options.tryOut.name) {
        const sentence = interaction.options.getString(options.sentence.name, true);
        const [assessment] = (await trial.assess(known.settings, [sentence])) ?? [];
        return assessment ? triedSentence(sentence, assessment) : trialFailed();
      }
      const change = changeIn(interaction);
      if (!change) return part === options.word.name ? notComplete() : softRules(known.settings);
      return propose(interaction, known.staff, change);
    },

    /** Soft rules, or the municipality's own words, that hold what has been typed so far. */
    complete(interaction: AutocompleteInteraction): readonly { readonly name: string; readonly value: string }[] {
      const known = coordinator(interaction);
      if (!known) return [];
      const { name, value } = interaction.options.getFocused(true);
      const all =
        name === options.rule.name
          ? allRules.flatMap(({ id, level }) => (level === 'acute' ? [] : [id]))
          : known.settings.localWords.map(({ words }) => words);
      return all
        .filter((one) => one.includes(value.toLowerCase()))
        .slice(0, mostSuggestions)
        .map((one) => ({ name: one, value: one }));
    },

    async confirm(interaction: BaseInteraction, proposedIn: Snowflake): Promise<MessageBody> {
      const known = coordinator(interaction);
      if (!known) return notPermitted();
      const key = keyOf(known.staff, proposedIn);
      const proposal = held.find(key);
      if (!proposal) return tooOld();
      held.drop(key);
      return confirmed(await flows.confirm(known.staff, interaction.id, proposal), proposal);
    },
  };
}
