import type { Catalogue } from '../nb.ts';

export const approval: Catalogue['approval'] = {
  intakePaused: ({ service }) =>
    `${service} tek ikkje imot meldingar akkurat no. Ingen av oss les det du skriv, og vi tek ikkje vare på det.`,
  paused: () =>
    'Inntaket er stoppa. Ingen nye meldingar blir tekne imot, heller ikkje i opne samtalar. Dei som skriv, får vite det og får nødnumra. «Hjelp no» verkar som før. Opne att med `/gjenoppta`.',
  pausedWithOpen: ({ count }) =>
    `**${count === 1 ? '1 samtale er open' : `${count} samtalar er opne`}.** Dei unge får ikkje svara dykk no. Skriv til dei i saka, og sei korleis dei kan nå nokon.`,
  alreadyPaused: () => 'Inntaket var allereie stoppa. Ingenting er endra.',
  resumed: () => 'Inntaket er ope att, så langt godkjenninga rekk. Stoppen er ført som ei øving.',
  notPaused: () => 'Inntaket var ikkje stoppa. Ingenting er endra.',
  stoppedContact: () =>
    'Nokon skreiv medan inntaket er stoppa. Meldinga er ikkje teken vare på, og boten kan ikkje seie kven det var. Dei fekk vite det, med nummer å ringje.',
  stoppedWorry: ({ mention, severity }) =>
    `${mention} **${severity}: Nokon skreiv medan inntaket er stoppa.** Meldinga er ikkje teken vare på, og boten kan ikkje seie kven det var. Dei fekk vite kvar dei kan ringje. Vurder å opne att med \`/gjenoppta\`, så neste melding når dykk.`,
  stoppedCount: ({ messages, worrying }) =>
    `Avvist medan inntaket var stoppa: ${messages === 1 ? '1 melding' : `${messages} meldingar`}${worrying === 0 ? '' : `, ${worrying} av dei såg ${worrying === 1 ? 'alvorleg' : 'alvorlege'} ut`}.`,
  noteWroteWhileStopped: ({ severity }) =>
    `**Den unge skreiv medan inntaket er stoppa (${severity}).** Meldinga er ikkje teken vare på. Svar i saka, og sei korleis de kan nåast.`,
  unreadable: () =>
    'Godkjenninga i lageret kan ikkje lesast, og inntaket står stille. Be den som driftar tenesta, om å leggje tilbake ein tryggingskopi.',
};
