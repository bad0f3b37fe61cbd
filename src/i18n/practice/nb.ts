import type { Subject } from '../../core/practice/practice.ts';

const subjects: Readonly<Record<Subject, string>> = {
  'suicide-talk': 'Den selvmordsforebyggende samtalen',
  chat: 'Å samtale på chat',
  trauma: 'Traumebevisst møte',
  violence: 'Vold og overgrep',
  'next-of-kin': 'Barn og unge som pårørende',
  'own-care': 'Å ta vare på seg selv som hjelper',
};

/** Practice, for staff. Bokmål only, as the invented cases. */
export const practiceNb = {
  mark: () => '# ØVELSE – ingenting her er ekte',
  menu: () =>
    'Velg en oppdiktet sak. Ingenting av det du gjør, telles, lagres som sak eller sendes til noen. Det eneste som huskes, er at du har øvd på saken.',
  choose: () => 'Hva gjør du?',
  card: ({ level }: { level: string }) => `**Sak 0000 (øvelse)**. Nivå: ${level}. Ingen har tatt den.`,
  said: ({ text }: { text: string }) => `Avsender (øvelse) skriver:\n> ${text}`,
  youChose: ({ label }: { label: string }) => `Du valgte: ${label}`,
  over: ({ afterwards }: { afterwards: string }) => `Øvelsen er over. Snakk sammen: ${afterwards}`,
  again: () => 'Øv på en annen sak',
  done: ({ title }: { title: string }) => `${title} (øvd)`,
  subjects: () =>
    '**Dette har jeg lært** (trykk for å krysse av; bare du ser det, og ingen får poeng). Opplæringen har RVTS, og koordinator har lenkene.',
  subject: ({ subject, ticked }: { subject: Subject; ticked: boolean }) =>
    `${ticked ? '[x]' : '[ ]'} ${subjects[subject]}`,
  trained: () => 'Du har øvd og krysset av for alt. Du kan gå på vakt der kommunen krever det.',
  notTrained: () => 'Kommunen kan kreve én øvd sak og alle seks avkrysset før du kan logge inn på vakt.',
};
