const vowelEnd = /[aeiouyæøå]$/;

/** Bokmål, nynorsk and spoken forms of a noun stem: «kjole», «kjolen», «kjola», «kjoler», «kjolene», «kjolar», «kjolane». */
export function nounForms(stem: string): readonly string[] {
  const root = stem.endsWith('e') ? stem.slice(0, -1) : stem;
  const doubled = /[^m]m$/.test(root) ? `${root}m` : root;
  const endings = ['en', 'et', 'a', 'er', 'ene', 'ar', 'ane', 'or', 'one', 'ens', 'ets', 'enes'];
  const forms = [stem, `${stem}s`, `${stem}n`, `${stem}ne`, ...endings.map((ending) => doubled + ending)];
  if (vowelEnd.test(stem)) forms.push(`${stem}en`, `${stem}et`, `${stem}er`, `${stem}ene`, `${stem}r`);
  if (root.endsWith('er')) forms.push(`${root.slice(0, -2)}re`, `${root.slice(0, -2)}rne`, `${root}ne`, `${root}e`);
  if (root.endsWith('el')) forms.push(`${root.slice(0, -2)}ler`, `${root.slice(0, -2)}lene`);
  return forms;
}

/** Forms of a verb in its infinitive: «kaste», «kaster», «kasta», «kastet», «kastende», «kastes»; and of short verbs. */
export function verbForms(infinitive: string): readonly string[] {
  if (!infinitive.endsWith('e')) {
    return ['', 'r', 'dde', 'dd', 's', 'tt', 'er', 'te', 't', 'a', 'ende'].map((ending) => infinitive + ending);
  }
  const root = infinitive.slice(0, -1);
  const short = root.replace(/(.)\1$/, '$1');
  const endings = [
    'e',
    'er',
    'et',
    'a',
    'te',
    't',
    'de',
    'd',
    'es',
    'ende',
    'ar',
    'as',
    'ast',
    'ing',
    'inga',
    'ingen',
    'ere',
    'eren',
  ];
  const imperative = root.length >= 5 ? [root] : [];
  return [...endings.map((ending) => root + ending), ...imperative, `${short}t`, `${short}te`, `${short}de`, short];
}

/** Forms of an adjective: «trygg», «trygt», «trygge», «tryggere», «tryggest», «tryggare». */
export function adjectiveForms(stem: string): readonly string[] {
  const short = stem.replace(/(.)\1$/, '$1');
  const long = /[^m]om$/.test(stem) ? `${stem}m` : stem;
  return [
    stem,
    `${short}t`,
    `${long}e`,
    `${long}ere`,
    `${long}est`,
    `${long}este`,
    `${long}are`,
    `${long}ast`,
    `${long}aste`,
  ];
}
