import { foldCharacter } from '../text/characters.ts';

/**
 * What newcomers write in their own language before they find the Norwegian words: Polish, Arabic, Somali, Tigrinya,
 * Amharic, Vietnamese, Ukrainian, Russian, Turkish, Persian, Kurdish, Spanish, Portuguese, French, German, Italian,
 * Lithuanian, Latvian, Romanian, Hungarian, Tagalog, Swahili, Finnish, Albanian, Bosnian, Sámi. In its own
 * spelling, and as it is typed without the letters. No native speaker has read it. Notation: lexicon.ts.
 */
const written = {
  NEWCOMER_HELP:
    'pomocy, pomóż/pomóżcie mi, ratunku, ساعدوني, ساعدني, النجدة, saaduni, saadni, sa3duni, sa3dni, i caawi/caawiya, caawimaad, caawimo, ሓግዙኒ, ሓግዘኒ, ረድኡኒ, hagzuni, እርዱኝ, እርዳኝ, giúp/cứu tôi/em/với/con, giup/cuu/cu toi/em/voi, допоможіть, допоможи, рятуйте, dopomozhit, dopomozhy, помогите, помоги, спасите, pomogite, yardım edin/et/edebilir, bana yardım, imdat, کمک, کمکم, komak, komakam, alîkarî, hawar, ayuda, ayúdame, ayúdenme, socorro, ajuda, aidez moi, aide moi, au secours, hilfe, helft/hilf mir, aiuto, padėkite, padėk man, palīdziet, palīdzi man, ajutor, ajutați mă, segítség, segítsetek, segíts, tulong, tulungan, saklolo, nisaidie, nisaidieni, msaada, auta minua, auttakaa, apua, ndihmë, më ndihmo, pomozite, upomoć, veahkit, veahket mu',
  NEWCOMER_DEATH:
    'chcę umrzeć, nie chcę żyć, zabiję się, chcę się zabić, samobójstwo, أريد أن أموت, أريد الموت, بدي موت/أموت, ابغى اموت, أريد أن أنتحر, لا أريد أن أعيش, ما بدي عيش/أعيش, سأقتل نفسي, انتحار, bidi/bdi/badi moot/mout/mot, inaan dhinto, inaan is dilo, waan is dilayaa, waan dhimanayaa, rabo inaan noolaado, ክመውት ይደሊ/እደሊ/ደልየ, mewt edeli, kmewt ydeli, መሞት እፈልጋለሁ, muốn chết, không muốn sống, tự tử, muon chet, khong muon song, хочу померти, не хочу жити, вбю себе, khochu/hochu pomerty, хочу умереть, не хочу жить, убью себя, khochu/hochu umeret, ölmek istiyorum, yaşamak istemiyorum, kendimi öldür*, intihar, olmek istiyorum, yasamak istemiyorum, میخواهم/میخوام بمیرم, می خواهم/خوام بمیرم, خودکشی, خودم را بکشم, خودم را میکشم, خودم را می کشم, mikham/mikhaham bemiram, dixwazim bimirim, naxwazim bijîm, quiero morir/morirme/matarme, no quiero vivir, me quiero morir/matar, quero morrer, não quero viver, veux mourir, envie de mourir, vais me tuer, me suicider, will sterben, nicht mehr leben, bringe mich um, voglio morire, noriu mirti, nenoriu gyventi, gribu mirt, negribu dzīvot, vreau să mor, nu vreau să trăiesc, meg akarok halni, gusto ko nang/na/ng mamatay, gusto ko mamatay, magpakamatay, nataka kufa, kujiua, haluan kuolla, tapan itseni, dua të vdes, želim umrijeti, hoću da umrem, háliidan jápmit',
  NEWCOMER_HIT:
    'bije/biją/uderzył mnie, mnie bije/biją, يضربني, بيضربني, تضربني, بتضربني, ضربني, يضربوني, bidrabni, bidribni, bidrobni, yadribuni, darabni, i garaacaa/garaacayaa/garaacay/garaacdo, ይወቅዓኒ, ይወቅዑኒ, ወቒዑኒ, ይሃርመኒ, ይመታኛል, đánh tôi/em/con, đánh đập, danh toi/em/dap, мене бє/бють, бє/бють мене, вдарив мене, mene bie/biut, бьет/бьют/ударил меня, меня бьет/бьют, menya bjot/byot/bjut, beni dövüyor/dövüyorlar/vuruyor, beni dovuyor/dovuyorlar, مرا میزند, مرا می زند, منو میزنه, mano mizane/mizanad, li min dixe/dixin, me pega/pegan/golpea/golpean, me bate/batem, me frappe/frappent/tape, schlägt/schlagen mich, mane muša, muša mane, mani sit, mă bate, sinasaktan/binubugbog ako/niya, ananipiga, wananipiga, lyö/hakkaa minua, lyo minua, më rreh, tuče/bije me',
  NEWCOMER_FORCED:
    'guur qasab, guur khasab, qasab ah, زواج بالإكراه, زواج بالغصب, حبسني, حبسوني, mariage forcé, zorla evlen*, ازدواج اجباری, ślub wbrew',
  NEWCOMER_FEAR:
    'boję się, boje sie, nie mam siły, nie daję rady, nikt mnie nie, jestem w ciąży, uciekłam/uciekłem z domu, أنا خائف/خائفة/خايف/خايفة, خايف, خايفة, kha2ef, khayef, khayfa, waan baqayaa/cabsanayaa, ፈሪሀ, ፈሪሐ, ይፈርሕ, tôi/em sợ, toi so qua, мені страшно, я боюся, meni strashno, мне страшно, я боюсь, korkuyorum, می ترسم, میترسم, mitarsam, ditirsim, tengo miedo, tenho medo, jai peur, habe angst, bijau, mi e frică, natatakot ako, naogopa, pelkään',
};

const folded = (terms: string): string =>
  Array.from(terms, (sign) => (/\p{L}/u.test(sign) ? foldCharacter(sign) : sign)).join('');
const fold = <Names extends string>(group: Record<Names, string>): Record<Names, string> => {
  const result = { ...group };
  for (const name in group) result[name] = folded(group[name]);
  return result;
};

export const newcomers = fold(written);

/** Greetings, thanks and the like in the same languages: alone they worry nobody. */
export const newcomerCourtesy: ReadonlySet<string> = new Set(
  folded(
    'cześć dzień dobry dziękuję dzięki hej siema jak się masz dobranoc tak nie proszę ' +
      'مرحبا مرحبًا أهلا اهلين شكرا شكراً السلام عليكم وعليكم سلام صباح الخير مساء النور كيف حالك كيفك شلونك نعم لا تمام يلا حبيبي إن شاء الله ما الحمد لله عيد مبارك رمضان كريم ' +
      'haye mahadsanid subax galab habeen wanaagsan iska warran sidee tahay haa maya ' +
      'ሰላም ሰላማት የቐንየለይ ከመይ ኣለኻ ኣለኺ እወ ኣይፋል ደሓን አመሰግናለሁ ' +
      'xin chào cảm ơn chúc ngủ ngon vâng không ' +
      'привіт дякую як справи доброго ранку добрий день вечір добраніч так ні будь ласка добре привет спасибо как дела доброе утро пока да нет хорошо ' +
      'merhaba selam teşekkürler nasılsın günaydın iyi geceler evet hayır tamam ' +
      'سلام ممنون مرسی خوبی چطوری بله نه خداحافظ صبح بخیر نوروز silav spas rojbaş ' +
      'hola gracias qué tal buenas noches buenos días adiós bonjour merci ça va salut au revoir guten morgen tag danke wie gehts ' +
      'ačiū labas laba diena paldies sveiki mulțumesc bună köszönöm szia salamat kumusta asante habari jambo karibu ' +
      'kiitos moi hei hyvää yötä tack så mycket god natt hej hallå faleminderit përshëndetje hvala zdravo dobro jutro giitu bures buorre beaivi eahket idja ' +
      'konnichiwa arigato sayonara ciao bella amore mio hakuna matata carpe diem',
  ).split(' '),
);
