/** Who it is about, when, where and how sure: the slots that rules share. Notation: lexicon.ts. */
export const people = {
  I: 'i was, i am, i have, i had, i got, i feel, i want, i cant, i dont, i took, i just, jeg, im, ive, ill, mun, muinna',
  ME: 'meg, me, myself, oss, us, mu, munnje',
  MY: 'min, mitt, mine, mi, my, vår, vårt, våre, our',
  PARENT:
    'mamma, mor, moren, far, faren, pappa, stefar*, stemor*, stefaren, stemoren, foreldrene, foreldre, fosterfar*, fostermor*, fosterforeldre*, mum, mom, mother, dad, father, stepdad, stepmum, stepfather, stepmother, parents, ahcci, eadni, eadnan, ahccan, ahcis, eatni, isa, anne, mama, tata, hooyo, aabo',
  RELATIVE:
    'onkel, tante, tanta, bror, storebror, storesøster, brødre*, bestefar, bestemor, fetter*, kusine*, søskenbarn*, svoger*, mann min, min mann, uncle, aunt, cousin, grandpa, grandad, grandma, brother, brothers, slekt*, familien, familie, family, husbanden, cealu, mormors, morfars',
  PARTNER:
    'kjæresten, kjærest, eks, eksen, ekskjærest*, typen min, dama mi, boyfriend, girlfriend, ex, mammas kjæresten, mors kjæresten, mums boyfriend, moms boyfriend',
  CHILD:
    'lillebror, lillesøster, småsøsken*, babyen, baby, barn, barnet, ungene, ungen, tvillingene, minsten, søsknene, søsken, little brother, little sister, siblings, baby brother, toåring*, treåring*, fireåring*',
  FRIEND:
    'venn, venninne, bestevenn*, bestie, klassevenninn*, klassekamerat*, medelev*, søster, bror, lillebror, lillesøster, storebror, storesøster, fetter*, kusine*, kjæresten, eksen, romkamerat*, lagkamerat*, friend, friends, bestfriend, mate, cousin, sister, brother, navnx, nabojent*, nabogutt*, jenten, jente, gutt, en jeg kjenner, ei jeg kjenner, en i klassen, ei i klassen, noen jeg kjenner, en jeg game*, han jeg game*, hun jeg game*, gjengen vår, she, kusinen',
  TEACHER:
    'lærer, rektor*, trener, coach, prest*, imam*, pastor*, instruktør*, leder*, lederen, sjef*, sjåfør*, vaktmester*, naboen, nabo, leietaker*, teacher, trainer, neighbour, neighbor, boss, dagmamma*, barnevakt*, støttekontakt*, avlaster*, korps*, speiderleder*, treneren, lagleder*, dirigent*',
  STRANGER_ADULT:
    'voksen, voksne, mann, mannen, mannfolk, menn, gubbe*, fyr, fyren, en fyr, dame, damen, ukjent*, fremmed*, eldre gutter, eldre gutt, eldre mann, eldre menn, gammel, older guy, older guys, older man, older men, old man, grown man, adult, guy, guys, two men, three men, some men, stranger, ADULT_AGE',
  CHILD_AGE: 'CHILD_AGE_TOKEN',
  THEY: 'de, noen, they, someone, somebody, gjengen, gutter, jenter, folk, alle, alle sammen, alle i klassen, everyone, people, hele klassen, klassen, klassevenner, guttegjeng*, jentegjeng*',
  YOU_STAFF:
    'barnevern*, bv, cps, saksbehandler*, sosionom*, helsesyster*, helsesøster*, helsesykepleier*, utekontakt*, uteteam*, ungdomsarbeider*, miljøarbeider*, klubbleder*, kontoret ditt, kontoret deres, klubben din, lederen din, sjefen din, dere voksne, dere på kontoret, dere som jobber, du som jobber, dere på klubben, nav, social worker, youth worker, caseworker, kurator*, feltarbeider*, oppsøkende, vakta, vaktene, bupdama, psykologen min, you people, your office, your boss',
  NOW: 'nå, akkurat nå, now, right now, i kveld, ikveld, i natt, inatt, tonight, i dag, today, denne natten, denne kvelden, denne timen, om en time, om et par timer, om to timer, om tre timer, om noen timer, om ti minutter, om fem minutter, om et øyeblikk, om litt, om NUM minutter, om NUM min, om NUM timer, in NUM min*, in ten min*, in an hour, in NUM hours, straks, med en gang, øyeblikkelig, når alle sover, når de sover, når mamma sover, når de har lagt seg, når pappa har lagt seg, har lagt seg, klokken NUM, kl NUM, klokken ni, klokken ti, klokken åtte, klokken tolv, midnatt, midnight, denne gangen, odne, dan ija, otne, daal, nuu, siste kvelden, siste natten, før midnatt',
  ONGOING:
    'står utenfor, utenfor huset, utenfor vinduet, utenfor kontoret, venter utenfor, i hagen nå, i oppgangen, i trappa, ved døra, nå, akkurat nå, now, right now, i dette øyeblikk, igjen nå, nettopp nå, holder på, fortsatt her, står der, er her, kommer opp, kommer tilbake, på vei, er på vei, i gangen, utenfor døren, utenfor døra, på andre siden, dal, is here, outside, at the door, coming up, coming back, while i write, mens jeg skriver',
  SOON: 'i morgen, imorgen, tomorrow, ihttin, til helga, i helgen, i helga, på fredag, på mandag, på tirsdag, på onsdag, på torsdag, på lørdag, på søndag, fredag, mandag, snart, soon, neste uke, denne uka, denne uken, etter skolen, after school, i sommer, i ferien, etter helga, før jul, på bursdagen',
  RECENT:
    'nettopp, akkurat, for en time siden, for en halvtime siden, for to timer siden, for litt siden, i sted, isted, just now, an hour ago, hour ago, minutes ago, i natt, i kveld, i går natt, i går kveld, tonight, i stad, for noen timer siden, NUM minutter siden, NUM min siden, last night, i dag, for et øyeblikk siden',
  REPEATED:
    'hver dag, hver kveld, hver natt, hver uke, hver helg, hver gang, alltid, flere ganger, ofte, stadig, jevnlig, every day, every night, always, all the time, every time, i flere måneder, i flere år, i årevis, i månedsvis, siden jeg var, siden sommeren, gang etter gang, nesten daglig, daglig, ganger i uka, ganger om dagen, gang på gang, hele tiden, igjen og igjen, fra jeg var liten, for months, for years, for weeks',
  FEAR: 'redd, livredd, kjemperedd, vettskremt, skremt, tør ikke, skjelver, frykter, scared, terrified, afraid, panikk, balan, fear, gruer meg, engstelig*',
  HELP: 'hjelp, hjelp meg, hjelpe meg, trenger hjelp, help, help me, please help, vær så snill, vær så snille, noen må, kan noen, kan noen hjelpe, hva gjør jeg, hva gjør vi, hva skal jeg gjøre, hva skal vi gjøre, what do i do, what do we do, hvem ringer jeg, hvem skal jeg ringe, hva er nummeret, send noen, send politi*, skynd dere, skynd deg, fort, hurry, vehket, ring politiet, ring 112, ring 113, ring ambulanse*, please, what number, må noen komme, kom fort, sos, ambulanse*, legevakt*',
  NOBODY_KNOWS:
    'ingen vet, ingen voksen vet, ingen voksne vet, vet det ikke, ikke fortalt, aldri fortalt, aldri sagt, ikke sagt det til, ikke sagt det, ikke si det, ingen tror, ingen tror meg, ingen merker, ingen skjønner, nobody knows, no one knows, never told, havent told, nobody believes, ikke si til, ikke tørt å si, tør ikke si, tør ikke fortelle, tør ikke anmelde, skjuler det, holder det skjult, ingen har spurt, hemmelig for, dont know who to tell, fortell ikke, ikke fortell, hysj',
  GIRL_BOY: 'gutt, jente, girl, boy',
} as const;

export const places = {
  SCHOOL:
    'skolen, skole, klassen, klasse, klasserommet, skolegården, skolegard, aulaen, kantina, friminutt*, gymmen, gymtimen, garderoben, ungdomsskole*, videregående, school, class, classroom, timen, avslutningen, skoleball*, eksamensdag*, skoletoalett*',
  HIGH_PLACE:
    'taket, tak, på taket, kanten, kant, brua, broa, bru, bro, gelender*, rekkverk*, brurekkverk*, stup*, klippe*, toget, togstasjon*, stasjonen, skinnene, skinnegang*, sporet, togspor*, perrong*, plattform*, tbanen, banen, banespor*, vinduet, vindu, karmen, vinduskarm*, blokka, blokken, balkong*, verandaen, utfor, kaia, kaien, kaikant*, isen, vannet, elva, fossen, fjorden, havet, sjøen, demning*, kran, krana, tårnet, parkeringshus*, garasjen, motorvei*, motorveien, e6, trailer*, lastebil*, roof, rooftop, bridge, ledge, edge, cliff, train, tracks, station, platform, balcony, window, sillan, fjellet, toppen, viadukt*, heisesjakt*, skrent*, skrenten, stupet, skråning*, bergvegg*, fjellvegg*, utsiktspunkt*, høyblokk*, kirketårn*, silo, siloen, taket av, mole, moloen, dypet, juv, juvet, svaberg*, terrasse*, etasje, niende etasje, broa, bridge railing, rail, motorveibru*, overgang*, gangbru*',
  HIDING:
    'gjemt, gjemmer, gjemme meg, gjemmer meg, gjemte, under senga, under bordet, i skapet, i boden, bak døren, bak sofaen, låst meg, låst oss, låst døra, sperret døra, barrikadert, hiding, hid, locked myself, locked ourselves, in the closet, under the bed, i kjelleren, på loftet, kommet meg ut, løp ut, løpt ut, sprunget ut, rømte ut, hos naboen nå, på badet, ahtten',
  LOCKED_IN:
    'låst inne, låst meg inne, låser meg inne, låst inn, låste meg, låste oss, sperret inne, innelåst, innesperr*, innestengt, fanget her, holdt fanget, holder meg fanget, holdt i en, holder meg her, får ikke gå, får ikke gå ut, får ikke slippe ut, slipper meg ikke ut, slipper ikke ut, kommer meg ikke ut, kommer ikke ut, nekter meg å gå, ikke lov å gå ut, tatt nøkkel*, tok nøkkel*, tatt mobilen, tatt mobilen min, tok mobilen, tatt telefonen, tatt passet, tok passet, låst døra, låste døra, låst døren, sitter fast her, locked in, locked up, locked inside, locked me, locks me, wont let me leave, wont let me out, cant leave, cant get out, took my phone, took my passport, held here, trapped, vil ikke la meg gå, vil ikke slippe meg, lar meg ikke gå, sier jeg ikke får gå, stengt inne, innestengd, blir holdt, passer på døra, vokter døra, står foran døra, bundet',
  LOCKED_OUT:
    'låst ute, låst meg ute, låst oss ute, låste meg ute, kastet ut, kastet meg ut, hevet ut, jaget ut, får ikke komme inn, slipper meg ikke inn, slippes ikke inn, locked out, kicked out, kicked me out, threw me out, thrown out, stengt ute, må sove ute, sove ute, sover ute, sleeping outside, slept outside, nowhere to sleep, ingen steder å sove, har ikke et sted å sove, ikke noe sted å sove',
  OUT_COLD:
    'snøen, kulda, kulden, vinternatt*, kulde*, kuldegrad*, minusgrad*, minus NUM, snøstorm*, storm*, snø, fryser, fryser sånn, iskald*, uten jakke, uten sko, bare strømper, bare sokker, barbeint, tynne klær, tshirt, freezing, cold outside, no jacket, hypoterm*, våt og kald, gjennomvåt, kaldt ute, regner',
  LOST: 'finner ikke tilbake, finner ikke hjem, gått oss bort, gått meg bort, vet ikke hvor jeg er, vet ikke hvor vi er, finner ikke veien, i skogen, ute i skogen, på fjellet, lost in, dont know where i am, kjenner meg ikke igjen her, langt fra folk, ingen dekning, NUM prosent, lite strøm, tom for strøm, battery',
  VEHICLE:
    'bilen, bil, baksetet, bagasjerom*, varebil*, car, van, taxi, hotell*, hotel, leilighet*, kjellerleilighet*, hytta, apartment, motell*, hybel*, leiligheten',
  ONLINE:
    'nett, snap, snapen, insta*, tiktok, discord, telegram, whatsapp, signal, roblox, fortnite chat, på nett, på nettet, nettet, online, internet, chattet, chatter, chat, chatten, dm, dms, melding*, app, appen, omegle, yubo, storyen, story, live, kamera, webkamera, cam, webcam, gruppechat*, klassechat*, kommentarfelt*, facetime, profil*, nettgruppe*, gjennom et spill, spill på nett',
  AIRPORT:
    'flyplass*, gardermoen, enveis*, én vei, bare tur, uten retur, ingen retur, flybillett*, enveisbillett*, billetter, billett, passet, flyet, flight, airport, ticket, one way, reiser i morgen, drar i morgen, flyr i morgen, flyr i natt, drar i natt, pakket kofferten, kofferten, koffertene, utlandet, hjemlandet, somalia, pakistan, irak, syria, tyrkia, iran, afghanistan, etiopia, eritrea, kosovo, marokko, gambia, abroad, back home, koranskole*, internat*, oppdragelsesleir*',
} as const;
