import type { ChannelUse, Finding } from '../core/doctor/finding.ts';
import { textsIn } from './catalogue.ts';

const uses: Readonly<Record<ChannelUse, string>> = {
  staff: 'Vaktkanalen',
  fallback: 'Reservekanalen',
  card: 'Kanalen med kortet',
};

const permissions: Readonly<Record<string, string>> = {
  view: 'Vis kanal',
  send: 'Send meldinger',
  readHistory: 'Les meldingshistorikk',
  createPublicThreads: 'Opprett offentlige tråder',
  sendInThreads: 'Send meldinger i tråder',
  manageThreads: 'Administrer tråder',
};

const roleNames: Readonly<Record<string, string>> = {
  caseworker: 'saksbehandler',
  dutyLead: 'vakthavende',
  coordinator: 'koordinator',
  contentProducer: 'innholdsprodusent',
};
const roleName = (role: string): string => roleNames[role] ?? role;

type Words = { readonly [Kind in Finding['kind']]: (finding: Extract<Finding, { kind: Kind }>) => string };

/** What is wrong, and what to do about it: one line each, for operators and coordinators. Bokmål only. */
const words: Words = {
  'settings-refused': ({ where, what }) => `${where}: ${what}. Rett innstillingen; se docs/configuration.md.`,
  'token-missing': () => 'DISCORD_TOKEN mangler. Sett den, helst fra en hemmelighetsfil, og kjør på nytt.',
  'token-refused': () => 'Discord godtar ikke DISCORD_TOKEN. Lag et nytt token i utviklerportalen og sett det inn.',
  'discord-unreachable': () => 'Discord svarer ikke. Sjekk nettverk og brannmur, og se discordstatus.com.',
  'clock-off': ({ seconds }) =>
    `Klokka på maskinen avviker ${seconds} sekunder fra Discords. Slå på tidssynkronisering (NTP).`,
  persona: ({ guildIds: [first, ...others], fault, suggested }) =>
    `${others.length === 0 ? `På serveren ${first ?? ''}` : `På ${others.length + 1} servere`}: ${textsIn('nb').profile.fault({ fault })} Sett navn og bilde med «/profil» (forslag: «${suggested}»).`,
  'no-team': () => 'Appen eies av én person. Flytt den til et team i utviklerportalen, og krev to-trinns pålogging.',
  'needless-intents': () => 'Appen har privilegerte intents som ikke brukes. Slå dem av i utviklerportalen.',
  'guild-missing': ({ guildId, use }) =>
    `${use === 'staff' ? 'Ansattserveren' : 'Spillserveren'} ${guildId} kan ikke leses. Inviter boten dit, eller velg en annen i /oppsett.`,
  'no-mfa': () =>
    'Ansattserveren krever ikke to-trinns pålogging. Slå på kravet under Serverinnstillinger › Sikkerhet.',
  'role-missing': ({ role, roleId }) =>
    `Rollen for ${roleName(role)} (${roleId}) finnes ikke. Velg en annen i /oppsett, «Roller».`,
  'role-unfit': ({ role, roleId }) =>
    `Rollen for ${roleName(role)} (${roleId}) er botens egen, eller alle har den. Velg en rolle som bare de ansatte har.`,
  'bot-is-administrator': ({ guildId }) =>
    `Boten er administrator i ${guildId}. Ta bort Administrator, og gi bare tillatelsene den trenger.`,
  'no-calendar': ({ guildId }) =>
    `På serveren ${guildId} mangler boten «Opprett arrangementer», så aktiviteter kommer bare i kanalen og ikke i kalenderen. Be serverens eier om den.`,
  'channel-missing': ({ channelId, use }) =>
    `${uses[use]} ${channelId} finnes ikke eller er stengt for boten. Gi boten «Vis kanal», eller velg en annen kanal i /oppsett.`,
  'channel-elsewhere': ({ channelId, use }) =>
    `${uses[use]} ${channelId} ligger på en annen server enn innstillingene sier. Velg en kanal på riktig server i /oppsett.`,
  'channel-public': ({ channelId, use }) =>
    `${uses[use]} ${channelId} kan leses av alle på serveren. Nekt @everyone «Vis kanal»; saker sendes ikke dit før det er gjort.`,
  'card-hidden': ({ channelId }) =>
    `Kanalen med kortet, ${channelId}, er skjult for @everyone. Gi @everyone «Vis kanal» hvis alle skal finne kortet.`,
  'channel-shared': ({ channelId, count }) =>
    `${count} andre roller enn de ansattes kan lese ${channelId}. Ta bort «Vis kanal» for dem som ikke skal se saker.`,
  'producer-reads-cases': ({ channelId }) =>
    `Rollen for innholdsprodusenter kan lese ${channelId}, der saker vises. Ta bort «Vis kanal» for rollen der, eller velg en annen rolle i /oppsett.`,
  'permissions-missing': ({ channelId, use, names }) =>
    `${uses[use]} ${channelId}: boten mangler ${names.map((name) => `«${permissions[name] ?? name}»`).join(', ')}. Gi den det i kanalens tillatelser.`,
  'coordinator-unreachable': ({ userId }) =>
    `Koordinatoren ${userId}, som skal kontaktes når ingen tar en sak, er ikke på ansattserveren. Inviter vedkommende, eller velg en annen i /oppsett.`,
  'webhook-unreachable': () =>
    'Kommunens adresse for SMS og e-post svarer ikke. Sjekk adressen i /oppsett og at serveren slipper ut dit.',
  'backup-old': ({ days }) =>
    `${days === undefined ? 'Ingen sikkerhetskopi er tatt' : `Siste sikkerhetskopi er ${days} dager gammel`}. Kjør «utekontakt backup» hver natt; se docs/store.md.`,
  'setup-unfinished': ({ municipality }) =>
    `Oppsettet av ${municipality} er ikke ferdig, og tjenesten svarer ingen. Kjør /oppsett på ansattserveren.`,
  'settings-damaged': ({ municipality }) =>
    `Innstillingene til ${municipality} i lageret kan ikke leses. Tjenesten bruker de siste som var hele; legg tilbake en sikkerhetskopi.`,
  'not-test-posted': () => 'Ingen har sett en prøvepost i vaktkanalen. Send en fra /oppsett, og trykk «Jeg ser den».',
  'no-fallback': () =>
    'Ingen reservekanal er satt opp. Velg en i /oppsett, «Vaktkanal og varsling», så varsler har et sted til å gå.',
  'no-escalation': () =>
    'Ingen blir kontaktet utenfor Discord når en alvorlig sak ikke blir tatt. Velg noen i /oppsett, «Vaktkanal og varsling».',
  'never-open': () => 'Tjenesten har ingen åpningstid. Skriv den i /oppsett, «Åpningstid».',
  'school-hours-only': () => 'All åpningstid er i skoletida. Unge er mest på nett om kvelden; vurder en kveldsvakt.',
  'contacts-overdue': ({ national, names }) =>
    national
      ? `${names.length} nasjonale kontakter er ikke kontrollert på 100 døgn. Åpningstidene deres vises ikke før den som drifter tjenesten har prøvd dem og ført datoen i national-contacts.json.`
      : `Ikke kontrollert på 100 døgn: ${names.join(', ')}. Ring dem. Stemmer numrene, lagre «Kontakter» i /oppsett på nytt. En med åpningstid får datoen ført i contacts.json.`,
  'not-approved': ({ strategy }) =>
    `Strategi ${strategy} er ikke godkjent, og boten tar ikke imot meldinger. Gjennomfør IP og PLM eller DPIA, og før hvert steg med /godkjenning.`,
  'approval-expired': ({ strategy, on }) =>
    `Godkjenningen av strategi ${strategy} gikk ut ${on}, og inntaket er stoppet. Begynn en ny runde med /godkjenning.`,
  'review-soon': ({ strategy, on }) =>
    `Godkjenningen av strategi ${strategy} går ut ${on}. Få en ny beslutning før det.`,
  'approval-unreadable': () =>
    'Godkjenningen i lageret kan ikke leses, og inntaket er stoppet. Legg tilbake en sikkerhetskopi.',
  'intake-paused': () => 'Inntaket er stoppet. Åpne det igjen med /gjenoppta når dere er klare.',
  'store-new': () =>
    'Lageret finnes ikke ennå. Det lages ved første start; er dette en flytting, legg tilbake en sikkerhetskopi.',
  'store-unreadable': () => 'Lageret er skadet. Stopp tjenesten og legg tilbake en sikkerhetskopi; se docs/store.md.',
  'store-restored': () =>
    'Lageret gikk i løpet av de to siste ukene videre fra en eldre kopi, eller fra et tomt lager. Se over åpne saker; det som kom inn etter kopien, kan mangle.',
  'ledger-new': () =>
    'Det finnes ingen liste over slettinger på denne maskinen ennå. Den lages ved første start; har tjenesten gått her før, sørg for at det ERASURE_LEDGER sier, tas vare på mellom starter.',
  'ledger-unwritable': () =>
    'Det som slettes, kan ikke noteres på denne maskinen. Gi tjenesten lov til å skrive der ERASURE_LEDGER sier, ellers kan en gammel kopi av lageret bringe det tilbake.',
  'store-refused': ({ code }) => `Lageret kan ikke åpnes (${code}). Se STORE_URL, MASTER_KEY og docs/store.md.`,
  'store-open-to-others': () =>
    'Andre brukere på maskinen kan lese lageret. Kjør chmod 700 på mappa og chmod 600 på filene.',
  'audit-broken': ({ sequence }) =>
    `Revisjonsloggen er endret ved rad ${sequence}. Ta vare på filene, og meld fra til personvernombudet.`,
  'little-space': ({ megabytes }) =>
    `Det er bare ${megabytes} MB ledig der lageret ligger. Frigjør plass før det blir fullt.`,
  'alerts-waiting': ({ seconds }) =>
    `Et varsel har ventet ${seconds} sekunder på å bli sendt. Sjekk at tjenesten kjører, og at vaktkanalen kan brukes.`,
};

/** One finding as one line without a line break. */
export const findingLine = (finding: Finding): string => {
  const say = words[finding.kind] as (finding: Finding) => string;
  return say(finding).replaceAll(/\s+/gu, ' ');
};
