import type { PersonaFault } from '../../core/persona.ts';

const faults: Readonly<Record<PersonaFault, string>> = {
  'name-without-service': 'Navnet sier ikke hvilken tjeneste det er.',
  'name-without-municipality': 'Navnet sier ikke hvilken kommune det er.',
  'name-too-long': 'Navnet er for langt. Discord har plass til 32 tegn.',
  'default-avatar': 'Boten har Discords standardbilde. Legg kommunevåpenet som `avatar.png` i kommunens mappe.',
  'owned-by-one-person': 'Appen eies av én person. Flytt den til et team i utviklerportalen.',
};

/** How the bot presents itself in each server: for the coordinator, and the bio everybody can read. */
export const profile = {
  /** At most 190 characters, whatever the names. */
  bio: ({ web }: { web: string }) =>
    `Kommunal tjeneste for ungdom. En bot tar imot, mennesker svarer. Ikke nødtjeneste. Sjekk at kontoen er ekte: ${web}`,
  title: () => 'Slik vil boten presentere seg',
  name: ({ name }: { name: string }) => `Navn: **${name}**`,
  bioLine: ({ bio }: { bio: string }) => `Om: ${bio}`,
  pictures: ({ avatar, banner }: { avatar: boolean; banner: boolean }) =>
    `Kommunevåpen: ${avatar ? 'ja, vist under' : 'mangler (`avatar.png` i kommunens mappe)'}. Banner: ${banner ? 'ja, vist under' : 'ingen'}.`,
  nowTitle: () => 'Slik er det nå',
  now: ({ guildId, name, avatar }: { guildId: string; name: string; avatar: boolean }) =>
    `- ${guildId}: ${name}, ${avatar ? 'eget bilde' : 'standardbilde'}`,
  notThere: ({ guildId }: { guildId: string }) => `- ${guildId}: boten er ikke med her`,
  moreGuilds: ({ count }: { count: number }) => `- og ${count} til`,
  fault: ({ fault }: { fault: PersonaFault }) => faults[fault],
  fixName: () => 'Rett `profile.name` før navnet tas i bruk.',
  applyButton: () => 'Bruk på alle serverne',
  applied: ({ count }: { count: number }) => `Profilen er satt på ${count} servere.`,
  refused: ({ count }: { count: number }) =>
    `${count} servere tok ikke imot. Gi boten «Endre kallenavn» der, eller spør den som eier serveren.`,
};
