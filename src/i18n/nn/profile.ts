import type { PersonaFault } from '../../core/persona.ts';
import type { Catalogue } from '../nb.ts';

const faults: Readonly<Record<PersonaFault, string>> = {
  'name-without-service': 'Namnet seier ikkje kva teneste det er.',
  'name-without-municipality': 'Namnet seier ikkje kva kommune det er.',
  'name-too-long': 'Namnet er for langt. Discord har plass til 32 teikn.',
  'default-avatar': 'Boten har standardbiletet til Discord. Legg kommunevåpenet som `avatar.png` i mappa til kommunen.',
  'owned-by-one-person': 'Appen er eigd av éin person. Flytt han til eit team i utviklarportalen.',
};

export const profile: Catalogue['profile'] = {
  bio: ({ web }) =>
    `Kommunal teneste for ungdom. Ein bot tek imot, menneske svarer. Ikkje naudteneste. Sjekk at kontoen er ekte: ${web}`,
  title: () => 'Slik vil boten presentere seg',
  name: ({ name }) => `Namn: **${name}**`,
  bioLine: ({ bio }) => `Om: ${bio}`,
  pictures: ({ avatar, banner }) =>
    `Kommunevåpen: ${avatar ? 'ja, vist under' : 'manglar (`avatar.png` i mappa til kommunen)'}. Banner: ${banner ? 'ja, vist under' : 'ingen'}.`,
  nowTitle: () => 'Slik er det no',
  now: ({ guildId, name, avatar }) => `- ${guildId}: ${name}, ${avatar ? 'eige bilete' : 'standardbilete'}`,
  notThere: ({ guildId }) => `- ${guildId}: boten er ikkje med her`,
  moreGuilds: ({ count }) => `- og ${count} til`,
  fault: ({ fault }) => faults[fault],
  fixName: () => 'Rett `profile.name` før namnet blir teke i bruk.',
  applyButton: () => 'Bruk på alle serverane',
  applied: ({ count }) => `Profilen er sett på ${count} serverar.`,
  refused: ({ count }) =>
    `${count} serverar tok ikkje imot. Gi boten «Endre kallenamn» der, eller spør den som eig serveren.`,
};
