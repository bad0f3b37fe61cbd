import type { WheelField } from '../core/reflection.ts';

const asked: Readonly<Record<WheelField, { readonly label: string; readonly help: string }>> = {
  situation: { label: 'Hva står dere overfor?', help: 'Beskriv valget. Ikke skriv hvem det gjelder.' },
  law: { label: 'Jus: Har dere lov?', help: 'Regler, taushetsplikt, personvern.' },
  identity: { label: 'Identitet: Passer det med verdiene deres?', help: 'Det tjenesten står for.' },
  morals: { label: 'Moral: Er det rett?', help: 'Det de fleste vil kjenne på.' },
  reputation: { label: 'Omdømme: Blir dere trodd etterpå?', help: 'Av ungdom, foreldre og andre.' },
  economy: { label: 'Økonomi: Er det verdt det?', help: 'Tid og penger mot nytte.' },
  ethics: { label: 'Etikk: Kan dere begrunne det?', help: 'Også for dem som er uenige.' },
  conclusion: { label: 'Hva bør dere gjøre?', help: 'Konklusjonen, eller det teammøtet må ta stilling til.' },
};

/** «/navigasjonshjulet», in bokmål: a tool for Norwegian teams. Labels at most 45 characters, helps at most 100. */
export const reflectionTexts = {
  title: 'Navigasjonshjulet',
  asked,
  more: 'Fortsett',
  halfKept: 'Den første halvparten er lagret, uten navn på noen. To spørsmål og konklusjonen er igjen.',
  kept: 'Lagret til teammøtet, uten navn på noen.',
  masked: 'Noe så ut som personopplysninger og er byttet ut.',
  gone: 'Det dere begynte på, finnes ikke lenger. Begynn på nytt med /navigasjonshjulet.',
  notPermitted: 'Dette er for ansatte i tjenesten.',
  where: 'Alle vurderingene kan hentes som PDF på skjermet skjema.',
  when: (day: string) => `Vurdering ${day}`,
  paper: 'Navigasjonshjulet: vurderinger til teammøtet',
  paperIntro: 'Vurderingene er skrevet uten navn. De slettes etter ett år.',
  none: 'Ingen vurderinger ennå.',
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
} as const;
