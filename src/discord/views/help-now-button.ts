import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button } from './body.ts';

/** «Hjelp nå»: on every card and every text to a sender. Source: 003:96. */
export const helpNowButton = (language: Language, municipality?: Municipality): APIButtonComponentWithCustomId =>
  button(textsIn(language, municipality).pages.helpNowButton(), encodeCustomId('help-now'), 'danger');
