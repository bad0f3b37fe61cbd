import type { Chance } from './chance.ts';

/** One made-up value: `text` as written, of which `gold` is the part that identifies (offsets in `text`). */
export interface Filling {
  readonly text: string;
  readonly gold?: { readonly start: number; readonly end: number; readonly type: string };
}

const list = (text: string): readonly string[] => text.split(' ');
const given = list(
  'Tindra Njål Hodan Ragnhild Kacper Oleksandra Thivya Yonas Maryam Sivert Eskil Ylva Håvard Aurora Synnøve Bjørg Trym Ingeborg Mikkel Kaja Peder Jorunn Zamzam Abdirahman Nasteho Layan Yusuf Rojda Agnieszka Bartosz Zuzanna Dominik Viktoriia Bohdan Tharshan Abinaya Filmon Semhar Minh Thảo Ailo Máret Risten Biret Liam Emma Noah Nora Jakob Sofie Oskar Live Ella Aksel Iben Selma Odin Sander Thea Vetle Maja Sigurd Tuva Marius Pernille Kevin Mathilde Torstein Grete Oddvar Solveig Halvor Ronja Simen Eline Ulrik Vilde Amund Julie Fredrik Camilla Erik Marte Stian Elise Joakim Silje Kenneth Monica Geir Anita Roger Wenche Ahmed Fatima Mohammed Aisha Ali Zainab Omar Hassan Khadija Bilal Sara Elif Emre Amina Ismail Leila Samira Dragan Jelena Besnik Arta Rahul Priya Chen Linh Kwame Chiamaka Diego Camila',
);
const lowerOnlyWords = list('Storm Liv Bjørn Odd Stein Sol Max Live Hauk Rose');
const surnames = list(
  'Hansen Nordmann Brekke Haugland Sørlie Tveit Myhre Nilsen Aasen Kvamme Øverland Bratli Rønningstad Fjellvik Solheimsnes Utsi Buljo Eira Kowalska Nowicki Shevchenko Tran Nguyen Sivakumar Tesfay Haile Abdi Warsame Hosseini Demir Petrović Gashi Okafor Mensah Garcia Ali Hussein Johansen Lunde Holm Strand Dahl Lie Moen Eriksen Bakken Hagen',
);
const cities = list(
  'Bodø Hamar Tromsø Larvik Voss Gjøvik Haugesund Kongsberg Levanger Namsos Oslo Bergen Ålesund Stord Narvik',
);
const streetNames = [
  'Bjørkeveien',
  'Fjellgata',
  'Nedre Storgate',
  'Kirkevegen',
  'Lyngheia',
  'Solbakken',
  'Skogsvingen',
  'Rypestien',
  'Ekornfaret',
  'Olaf Ryes plass',
  'Kong Oscars gate',
  'Myrertunet',
  'Sjøvegen',
  'Kvernhuskroken',
  'Grønlandsleiret',
  'Havneterrassen',
  'Elvepromenaden',
  'Tranebærlia',
  'Ole Bulls vei',
  'Steinrøysa',
  'Fagerheimveien',
  'Industrigata',
  'Peder Claussøns gate',
  'Rognebakken',
  'Vardeåsen',
  'Čuojahangeaidnu',
];
const schools = [
  'Lyngmo skole',
  'Bjørkhaug ungdomsskole',
  'Vestre Ekra barneskole',
  'Tangvall vgs',
  'Nordlia videregående',
  'Fjellheim skole',
  'Sandvoll ungdomsskule',
  'Kvitberg vidaregåande skule',
  'Haukeli u-skole',
  'Storåsen montessoriskole',
  'Elvetun skole',
  'Solvik folkehøyskole',
  'Åsveien skole',
  'Myrland videregående skole',
  'Furulundskolen',
  'Kjelvik steinerskole',
  'Rørvik privatskole',
  'Deanu skuvla',
];
const handles = list(
  'knerten_88 mia.moo xXdragonXx jonte2009 gaming_gutten lilli.pop r3kefantomet PoteteneMine fnugg.fnugg oleolsen07 svett_sokk TurboTrine99 marsvin_mafia kakemons.ter noobslayer_no isbjorn.11 tacofredag_ emo.elg',
);
const hosts = list('gmail.com hotmail.no outlook.com yahoo.no icloud.com online.no live.no');
const plates = list('AB CF DN EK HJ KH LS NF PN RJ SU TR VH ZT');
const months = list('januar februar mars april mai juni juli august september oktober november desember');
const helpLines = [
  '116 111',
  '116111',
  '113',
  '112',
  '02800',
  '116 117',
  '116 123',
  '22 40 00 40',
  '800 33 321',
  '400 00 777',
];
const municipal = ['75 55 50 00', '77790000', '72 54 00 00', '21 80 21 80'];

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
const masked = (text: string, type: string, from = 0, to = text.length): Filling => ({
  text,
  gold: { start: from, end: to, type },
});

export function person(chance: Chance): string {
  const name = chance.pick(chance.oneIn(25) ? lowerOnlyWords : given);
  return chance.oneIn(3) ? name.toLowerCase() : name;
}

export function phoneDigits(chance: Chance): string {
  return chance.pick(['4', '9', '4', '9', '7', '5']) + chance.digits(7).replace(/0{4}/, '1234');
}

export function phone(chance: Chance): Filling {
  const d = phoneDigits(chance);
  const written = chance.pick([
    d,
    `${d.slice(0, 3)} ${d.slice(3, 5)} ${d.slice(5)}`,
    `${d.slice(0, 2)} ${d.slice(2, 4)} ${d.slice(4, 6)} ${d.slice(6)}`,
    `${d.slice(0, 4)} ${d.slice(4)}`,
    `${d.slice(0, 3)}-${d.slice(3, 5)}-${d.slice(5)}`,
    `${d.slice(0, 2)}.${d.slice(2, 4)}.${d.slice(4, 6)}.${d.slice(6)}`,
  ]);
  const prefix = chance.pick(['', '', '', '+47', '+47 ', '0047']);
  return masked(prefix + written, 'PHONE', prefix.length);
}

/** Eleven digits with a date of month + 80, as in the test population; control digits as they fall. */
export function nationalDigits(chance: Chance): string {
  return `${String(chance.between(1, 28)).padStart(2, '0')}${String(80 + chance.between(1, 12))}${chance.digits(7)}`;
}

function kontonummer(chance: Chance): string {
  for (;;) {
    const ten = `9${chance.digits(9)}`;
    const sum = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce(
      (total, weight, index) => total + weight * Number(ten.charAt(index)),
      0,
    );
    const control = (11 - (sum % 11)) % 11;
    if (control < 10) return ten + String(control);
  }
}

function card(chance: Chance): string {
  const fifteen = `4242${chance.digits(11)}`;
  const sum = Array.from(fifteen).reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return fifteen + String((10 - (sum % 10)) % 10);
}

export function kontoDigits(chance: Chance): string {
  return kontonummer(chance);
}

export function street(chance: Chance): string {
  const name = chance.pick(streetNames);
  const number = `${String(chance.between(1, 140))}${chance.pick(['', '', '', 'A', ' B', 'c'])}`;
  const written = `${name} ${number}`;
  return chance.oneIn(3) ? written.toLowerCase() : written;
}

export function email(chance: Chance): string {
  return `${ascii(chance.pick(given)) || 'ola'}${chance.pick(['.', '_', ''])}${ascii(chance.pick(surnames))}${chance.pick(['', '07', '2010'])}@${chance.pick(hosts)}`;
}

export function handle(chance: Chance): string {
  return chance.pick(handles);
}

export function plate(chance: Chance): string {
  const text = `${chance.pick(plates)}${chance.pick([' ', '', '-'])}${String(chance.between(10000, 99999))}`;
  return chance.oneIn(4) ? text.toLowerCase() : text;
}

function birthDate(chance: Chance): string {
  const day = chance.between(1, 28);
  const month = chance.between(1, 12);
  const year = chance.between(2006, 2013);
  const two = (value: number): string => String(value).padStart(2, '0');
  return chance.pick([
    `${two(day)}.${two(month)}.${String(year)}`,
    `${String(day)}/${String(month)}-${String(year)}`,
    `${String(day)}. ${months[month - 1] ?? ''} ${String(year)}`,
    `${two(day)}${two(month)}${String(year).slice(2)}`,
    `${String(year)}-${two(month)}-${two(day)}`,
    `${String(day)} ${(months[month - 1] ?? '').slice(0, 3)} ${String(year)}`,
  ]);
}

/** Every slot a frame may hold. */
export const fillers: Readonly<Record<string, (chance: Chance) => Filling>> = {
  name: (chance) => masked(person(chance), 'NAME'),
  full: (chance) => {
    const text = `${chance.pick(given)} ${chance.oneIn(5) ? `${chance.pick(given)} ` : ''}${chance.pick(surnames)}`;
    return masked(chance.oneIn(4) ? text.toLowerCase() : text, 'NAME');
  },
  surname: (chance) => masked(chance.pick(surnames), 'NAME'),
  phone,
  'phone.foreign': (chance) => {
    const text = chance.pick([
      `46 70 ${chance.digits(3)} ${chance.digits(4)}`,
      `48 5${chance.digits(2)} ${chance.digits(3)} ${chance.digits(3)}`,
      `44 7700 900${chance.digits(3)}`,
      `252 61 ${chance.digits(7)}`,
    ]);
    return masked(`+${text}`, 'PHONE', 1);
  },
  nid: (chance) => {
    const d = nationalDigits(chance);
    return masked(chance.pick([d, `${d.slice(0, 6)} ${d.slice(6)}`, `${d.slice(0, 6)}-${d.slice(6)}`]), 'NATIONAL_ID');
  },
  email: (chance) => masked(email(chance), 'EMAIL'),
  street: (chance) => masked(street(chance), 'ADDRESS'),
  'street.name': (chance) => masked(chance.pick(streetNames), 'ADDRESS'),
  'street.post': (chance) =>
    masked(
      `${street(chance)}${chance.pick([', ', ' '])}${chance.digits(1)}${String(chance.between(100, 999))} ${chance.pick(cities)}`,
      'ADDRESS',
    ),
  flat: (chance) => masked(`H0${String(chance.between(1, 9))}0${String(chance.between(1, 9))}`, 'ADDRESS'),
  school: (chance) => {
    const name = chance.pick(schools);
    return masked(chance.oneIn(3) ? name.toLowerCase() : name, 'SCHOOL');
  },
  class: (chance) => masked(`${String(chance.between(5, 10))}${chance.pick(['A', 'B', 'c', 'd'])}`, 'SCHOOL'),
  handle: (chance) => masked(handle(chance), 'USERNAME'),
  mention: (chance) => {
    const id = `1${chance.digits(17)}`;
    return masked(`<@${id}>`, 'USERNAME', 2, id.length + 2);
  },
  link: (chance) => {
    const host = chance.pick([
      'https://www.instagram.com/',
      'https://www.tiktok.com/@',
      'snapchat.com/add/',
      'https://www.twitch.tv/',
      'https://www.facebook.com/',
    ]);
    const name = handle(chance);
    return masked(host + name, 'URL', host.length);
  },
  bdate: (chance) => masked(birthDate(chance), 'BIRTHDATE'),
  'bdate.short': (chance) =>
    masked(
      chance.pick([
        `${String(chance.between(1, 28))}. ${chance.pick(months)}`,
        `${String(chance.between(1, 28))}/${String(chance.between(1, 12))}`,
        `${String(chance.between(1, 28))} ${chance.pick(months)}`,
      ]),
      'BIRTHDATE',
    ),
  bank: (chance) => {
    const d = kontonummer(chance);
    return masked(
      chance.pick([
        d,
        `${d.slice(0, 4)} ${d.slice(4, 6)} ${d.slice(6)}`,
        `${d.slice(0, 4)}.${d.slice(4, 6)}.${d.slice(6)}`,
      ]),
      'BANK',
    );
  },
  card: (chance) => {
    const d = card(chance);
    return masked(chance.pick([d, d.replace(/(\d{4})(?=\d)/g, '$1 ')]), 'BANK');
  },
  iban: (chance) => masked(`NO${chance.digits(2)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(3)}`, 'BANK'),
  ip: (chance) =>
    masked(
      chance.pick([
        `192.0.2.${String(chance.between(1, 254))}`,
        `198.51.100.${String(chance.between(1, 254))}`,
        `2001:db8::${String(chance.between(1000, 9999))}:${chance.digits(3)}`,
      ]),
      'IP',
    ),
  plate: (chance) => masked(plate(chance), 'VEHICLE'),
  map: (chance) => {
    const host = chance.pick(['https://maps.google.com/', 'https://www.google.com/maps/']);
    return masked(
      `${host}${host.endsWith('maps/') ? '@' : '?q='}6${chance.digits(1)}.${chance.digits(5)},1${chance.digits(1)}.${chance.digits(5)}`,
      'COORDINATES',
      host.length,
    );
  },
  coords: (chance) =>
    masked(`6${chance.digits(1)}.${chance.digits(5)}, 1${chance.digits(1)}.${chance.digits(5)}`, 'COORDINATES'),
  help: (chance) => ({ text: chance.pick(helpLines) }),
  municipal: (chance) => ({ text: chance.pick(municipal) }),
  city: (chance) => ({ text: chance.pick(cities) }),
  age: (chance) => ({ text: String(chance.between(11, 19)) }),
  grade: (chance) => ({ text: chance.pick(['2', '3', '4', '7', '8', '9', '10']) }),
  weekday: (chance) => ({ text: chance.pick(list('mandag tirsdag onsdag torsdag fredag')) }),
  weekdayen: (chance) => ({ text: chance.pick(list('Monday Tuesday friday Saturday')) }),
  time: (chance) => ({
    text: chance.pick([
      `${String(chance.between(10, 23))}:${chance.pick(['00', '15', '30'])}`,
      String(chance.between(10, 23)),
      `${String(chance.between(10, 23))}.30`,
    ]),
  }),
  date: (chance) => ({
    text: chance.pick([
      `${String(chance.between(1, 28))}. ${chance.pick(months)}`,
      `${String(chance.between(1, 28))}/${String(chance.between(1, 12))}`,
      `${String(chance.between(1, 28))}.${String(chance.between(1, 12))}`,
    ]),
  }),
  price: (chance) => ({
    text: chance.pick([
      String(chance.between(20, 999)),
      `${String(chance.between(1, 90))} ${chance.digits(3)}`,
      String(chance.between(1000, 90000)),
    ]),
  }),
  score: (chance) => ({ text: `${String(chance.between(0, 40))}-${String(chance.between(0, 40))}` }),
  year: (chance) => ({ text: String(chance.between(2015, 2026)) }),
  version: (chance) => ({
    text: `${String(chance.between(1, 20))}.${String(chance.between(0, 30))}.${String(chance.between(0, 9))}`,
  }),
  n1: (chance) => ({ text: String(chance.between(1, 6)) }),
  n2: (chance) => ({ text: String(chance.between(10, 99)) }),
  n3: (chance) => ({ text: String(chance.between(100, 999)) }),
  digits5: (chance) => ({ text: String(chance.between(10000, 99999)) }),
  digits6: (chance) => ({ text: String(chance.between(100000, 999999)) }),
  digits8: (chance) => ({ text: String(chance.between(20000000, 99999999)) }),
  digits11: (chance) => ({ text: `${String(chance.between(10000, 99999))}${String(chance.between(100000, 999999))}` }),
  snowflake: (chance) => ({ text: `1${chance.digits(17)}` }),
  channel: (chance) => ({ text: `<#1${chance.digits(17)}>` }),
  timestamp: (chance) => ({ text: `<t:17${chance.digits(8)}:R>` }),
  classonly: (chance) => ({ text: `${String(chance.between(5, 10))}${chance.pick(['A', 'B', 'C'])}` }),
};
