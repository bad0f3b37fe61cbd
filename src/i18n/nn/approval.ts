import type { Catalogue } from '../nb.ts';

export const approval: Catalogue['approval'] = {
  intakePaused: ({ service }) =>
    `${service} tek ikkje imot meldingar akkurat no. Ingen les det du skriv, og vi tek ikkje vare på det.`,
  paused: () =>
    'Inntaket er stoppa. Ingen nye meldingar blir tekne imot, heller ikkje i opne samtalar. Dei som skriv, får vite det og får nødnumra. «Hjelp no» verkar som før. Opne att med `/gjenoppta`.',
  pausedWithOpen: ({ count }) =>
    `**${count === 1 ? '1 samtale er open' : `${count} samtalar er opne`}.** Dei unge får ikkje svara dykk no. Skriv til dei i saka, og sei korleis dei kan nå nokon.`,
  alreadyPaused: () => 'Inntaket var allereie stoppa. Ingenting er endra.',
  resumed: () => 'Inntaket er ope att, så langt godkjenninga rekk. Stoppen er ført som ei øving.',
  notPaused: () => 'Inntaket var ikkje stoppa. Ingenting er endra.',
  unreadable: () =>
    'Godkjenninga i lageret kan ikkje lesast, og inntaket står stille. Be den som driftar tenesta, om å leggje tilbake ein tryggingskopi.',
};
