/** What can go wrong for a young person, what holds it back, and the automatic tests that fail when it no longer does. */
export interface Risk {
  readonly risk: string;
  readonly measure: string;
  /** Paths from the root of the program. */
  readonly tests: readonly string[];
}

export const risks: readonly Risk[] = [
  {
    risk: 'En bekymringsfull melding blir borte, eller kommer for sent fram.',
    measure:
      'Meldingen lagres kryptert før noe annet skjer. Varsel gjentas oppover i en stige til et menneske tar saken. Svikter vurderingen, behandles meldingen som alvorlig.',
    tests: [
      'test/contract/store-contract.ts',
      'test/e2e/delivery/kill-points.test.ts',
      'test/e2e/delivery/ladder.test.ts',
    ],
  },
  {
    risk: 'Personopplysninger når mennesker eller disker som ikke skal ha dem.',
    measure:
      'Navn, numre og adresser maskeres før tekst vises eller lagres. Maskering er ikke feilfri; målte tall følger dette dokumentet.',
    tests: [
      'test/unit/redaction/examples.test.ts',
      'test/unit/redaction/properties.test.ts',
      'test/unit/redaction/disguised.test.ts',
    ],
  },
  {
    risk: 'Noe leses av uvedkommende på disken, i logger eller i sikkerhetskopier.',
    measure:
      'Alt innhold er kryptert med en nøkkel per sak. Logger kan ikke inneholde tekst. Sletting destruerer nøkkelen.',
    tests: ['test/contract/store-contract.ts', 'test/unit/system/log.test.ts', 'test/contract/sqlite-backup.test.ts'],
  },
  {
    risk: 'Opplysninger blir liggende lenger enn de skal.',
    measure:
      'Alt som har en frist, lagres sammen med fristen. En nattlig kontroll teller det som skulle vært borte. Legges en gammel kopi tilbake, slettes det igjen så lenge listen over slettinger er bevart.',
    tests: [
      'test/unit/accounts/self-audit.test.ts',
      'test/unit/data-subject/staff-copies.test.ts',
      'test/e2e/data-subject/erasure.test.ts',
      'test/contract/restore.test.ts',
    ],
  },
  {
    risk: 'En sak når feil kommune eller feil person.',
    measure:
      'Kommune følger av serveren. Rolle avgjøres ved hvert trykk. En sak i en annen kommune finnes ikke for den som spør.',
    tests: [
      'test/unit/flows/act-on-case.test.ts',
      'test/unit/discord/custom-id.test.ts',
      'test/unit/core/access.test.ts',
    ],
  },
  {
    risk: 'En ansatt ser mer enn det tjenstlige behovet krever.',
    measure:
      'Originalen åpnes av to personer, eller av én alene ved akutt fare med begrunnelse, og lederen får beskjed. Innsyn logges.',
    tests: ['test/unit/incident/dossier.test.ts', 'test/unit/desk/server.test.ts'],
  },
  {
    risk: 'Tjenesten brukes uten at ledelsen har godkjent den.',
    measure: 'Uten registrert godkjenning tas det ikke imot ord. Den som beslutter, er en annen enn den som la fram.',
    tests: ['test/unit/approval/walks.test.ts', 'test/unit/approval/gate.test.ts', 'test/e2e/approval/pause.test.ts'],
  },
  {
    risk: 'Noen kjennes igjen i statistikken.',
    measure: 'Tall under fem vises ikke, heller ikke ved å trekke tall fra hverandre. Bare avsluttede perioder vises.',
    tests: ['test/unit/statistics/publish.test.ts'],
  },
  {
    risk: 'Den unge får ikke se eller slettet det som er lagret.',
    measure:
      'Innsyn og sletting med kvittering i chatten. Det loven krever dokumentert, vurderes av et menneske innen 30 døgn.',
    tests: ['test/unit/data-subject/erase-my-data.test.ts', 'test/e2e/data-subject/my-data.test.ts'],
  },
  {
    risk: 'Noen endrer eller fjerner spor etter egne handlinger.',
    measure: 'Handlinger står i en kjede der hver rad er bundet til den forrige. Endring og avkutting oppdages.',
    tests: ['test/contract/sqlite-audit.test.ts'],
  },
];
