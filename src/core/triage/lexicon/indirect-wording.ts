/**
 * Further ways of saying what the concepts stand for, gathered by situation: farewells without the word, things done and
 * not named, homes where it happens now, journeys against one's will. Appended to the concept. Notation: lexicon.ts.
 */
export const indirectWording = {
  NOW: 'dan eahkeda, dan ija, ihkku, i dag skjer, når huset er tomt, når foreldrene sover, når foreldrene _ har sovnet, har sovnet, så snart _ sover, før noen våkner, before midnight, by midnight, this evening, in a minute, any minute, any second, hvert øyeblikk, om NUM, innen midnatt, innen NUM, om et kvarter, om en halvtime, om ti, om fem',
  ONGOING:
    'opp trappa, ned trappa, i stua nå, på kjøkkenet nå, bak døra, foran døra, rett utenfor, is coming, coming for, kommer nærmere, etter oss, etter meg, ser etter oss, leter etter oss, just outside, in the house, i huset, inne i huset',
  RECENT:
    'her om natta, i sted, tidligere i kveld, for NUM timer siden, for NUM minutter siden, siden middag, this morning, i dag tidlig, i morges, etter festen, på festen',
  HELP: 'svar meg, noen der, er det noen der, kan noen komme, noen som kan komme, må komme, veahkki, redd meg, redd oss, save me, help us, answer me, tør ikke ringe, skal vi ringe, skal jeg ringe, hvem ringer vi, bør vi ringe, må vi ringe',
  HIGH_PLACE:
    'saldi, salddi, saldin, sporene, togsporet, vinduskarm, tiende etasje, åttende etasje, sjuende etasje, kaikanten, railway, railing, overpass, cliffs, water, river, lake',
  HIDING:
    'ciehkadan, ciehkadit, ciehkan, låst oss inne, barrikadert, satt stol foran, dratt kommoden, under teppet, under dyna, hvisker, må være stille, må være stille nå, whispering, in the bathroom, in the wardrobe, under trappa, bak garasjen, bak huset, sneket oss ut, kommet oss ut',
  LOCKED_IN:
    'passet _ i veska, tatt _ fra meg så jeg, får ikke skoene, får ikke klærne, får ikke ut, lar meg ikke dra, vil ikke la meg dra, lar oss ikke gå, slipper oss ikke, slipper meg ikke, slipper ikke forbi, får ikke slippe, blokkerer døra, døra er låst utenfra, låst utenfra, låst fra utsiden, tok klinka, bundet fast, stengt i, gidden mu, wont let us, wont open the door, not letting me, locked the door, locked from outside',
  LOCKED_OUT:
    'satt ut, satt meg ut, vil ikke åpne, åpner ikke, ikke åpne døra, får ikke komme hjem, olggos, ingen plass å gå, ingen plass å sove, ikke noe sted å gå, ingen steder å gå, no place to go, nowhere to go, wont let me in',
  OUT_COLD:
    'kjenner ikke føttene, kjenner ikke fingrene, coaskkis, i t skjorte, i sokker, i sokkelesten, i shorts, uten ytterjakke, blå av kulde, skjelver av kulde, uteligger',
  AIRPORT:
    'gaten, innsjekking*, avreise, grensa, grensen, mellomland*, boarding, the plane, plane, hennes land, landet deres, hjemlandet deres, parents country',
  HONOUR:
    'a wedding, the wedding, my wedding, mitt eget bryllup, mitt bryllup, forlovelse*, arrangert, en mann jeg ikke kjenner, en mann jeg ikke har, mannen jeg skal, brud, bride, den kusinen jeg skal, kutte meg der nede, omskjæring*, vanærer',
  KILL_SELF:
    'goddit iezan, gottan iezan, skyve meg utfor, la meg falle, slippe meg ned, skli utfor, gå foran toget, kjøre inn i fjellveggen, kjøre i fjellet, drikke klor, drikke gift, ta nok til, knyte meg fast, tauet rundt halsen, beltet rundt halsen, ledning rundt halsen, rope around my neck, stein i lommene, legge meg i veien, jumping tonight, jump tonight, jumping, gonna end it, going to end it, end this, ending it, ending everything, finish it',
  WANT_DEAD:
    'verden _ uten meg, in gille eallit, in gille sat, in bastte eallit, halidan japmit, japmit, klarer seg fint uten meg, klart seg fint uten meg, fint uten meg, lettere uten meg, bedre uten meg her, skulle aldri vært, ikke noe poeng i å leve, ingen vits i å leve, aldri kommet til verden, livet er en straff, ikke se noen framtid, ser ingen framtid, ser ikke noen fremtid, ikke bli eldre, ikke oppleve neste, slippe alt dette, slippe livet, forlate denne verden, forlate verden, leave this world, no future for me, sove og ikke, sovne inn, sovne inn for godt, sovne for godt, ikke ha et liv',
  NOT_HERE_TOMORROW:
    'etter i kveld/natt slipper, slipper dere å høre, ikke vekk meg, dont wake me, ikke svarer mer, når jeg ikke svarer, stops tonight, after tonight, ender _ i kveld/natt/dag, slutter _ i kveld/natt, tar slutt i kveld/natt, ends tonight, over tonight, det er over i kveld/natt, ferdig _ i kveld/natt, skjer i kveld/natt, blir i kveld/natt, siste kveld/natt/dag/morgen/gang jeg, siste solnedgang*, siste _ jeg skriver/sier/sender, siste dere hører, siste du hører, last thing ill, last thing i, final goodbye, før noen finner, finner meg nok, finner kroppen, finne kroppen, ikke redde meg, ikke send noen, dere rekker ikke, rekker det ikke, too late to stop, ikke komme hjem mer, aldri komme hjem, aldri hjem igjen, aldri mer hjem, ikke hjem igjen, ikke mer av meg, slipper å se meg, slipper dere å se, fri for meg, kvitt meg fra, ikke noe igjen å, ingenting igjen å, alt er ordnet, alt er ordna, alt er gjort klart, alt er i orden nå, nothing left to do, everything is ready, logger av for godt, logger av for alltid, logging off forever, sove _ ikke våkne, ta meg igjen for sent, jeg er klar nå, jeg er klar til, helt rolig nå, så rolig nå, rolig for første gang, fred med det, wont be coming back, never see me again, aldri ser meg igjen, ser dere meg aldri, ser meg ikke igjen, ikke vent med, dere slipper',
  GOODBYE:
    'ses på andre sida, sees på andre siden, siste gang vi snakker, takk for meg ses, aldri mer snakkes, bedt om unnskyldning, bedt alle om unnskyldning, unnskyldt seg, ba om unnskyldning for alt, sa unnskyld for alt, skrevet til alle, skrev til alle, takket alle, takka alle, takk for at dere, takk for alle årene, takk for årene, takk for det gode, takk for alt dere, takk for at du hørte, logger av for, ikke deres feil, ikke din feil, ikke mammas feil, ikke skyld dere, klandre dere, klandre meg ikke, ikke klandre, aldri glem meg, aldri glem at, vil alltid være glad, dearvvuodat, dearvan buohkat, take care everyone, take care of each other, take care of him, take care of her, love you always, loved you, be good to, vær snille med, vær gode mot, se etter mamma, se etter lillebror, se etter søster, se etter hverandre, si det var, si at jeg elsk*, si at jeg er glad, fortell at jeg, hils henne, hils ham, ha et flott liv, lev livet, lev for meg, ha det gøy videre, ha det fint alle, kos dere videre, ses på andre siden, vi ses en gang der, ses der oppe, møtes der oppe, møtes i himmelen',
  LETTER:
    'et ark til, brev til kvar, brev til hver, til hver av dere, ligger på pulten til, skrevet hvem som skal, skrevet ned hvem, skrev at vi ikke, skrev at jeg ikke skal lete, skrev at dere ikke, lest inn en melding, lagt igjen en melding, spilt inn en video, innlegg på timer, planlagt innlegg, scheduled post, scheduled a post, letters for',
  GIVING_AWAY:
    'gav bort, gav vekk, ga vekk, gir vekk, delte ut, gi bort alt, gitt alt, solgt alt, nytt hjem til, noen som kan ta, ta over hunden, ta over katten, vil ha hunden min, vil ha katten min, kan dere ta imot, kan få skjermen, kan få sykkelen, kan få klærne, kan få brettet, kan få skinsene, kan få kontoen, kan få alt, arver, tøm kontoen, needs a home, needs a new home, have my account, have all my, take my stuff, sagt opp abonnementet, sagt opp telefon*, betalt husleia',
  DECIDED:
    'gjør jeg det, så gjør jeg det, da gjør jeg det, tatt valget, valget er tatt, avgjørelsen er tatt, avgjort, made my choice, made my decision, my mind is made, ingen vei tilbake, no going back, no turning back, denne gangen får jeg, denne gangen stopper ingen, denne gang får jeg, får det til denne, this time it will, this time nobody, lykkes denne, mislykkes ikke, har ordnet alt, alt er forberedt, everything is set, har funnet ut hvor, i natt er planen, planen er klar',
  MEANS:
    'strykejern*, ledningen, skjøteledning, batterier, insulinen, drain cleaner, tennvæske, rensemiddel, avløpsrens*, plumbo, noe giftig, tablet, pille, sovemedisin*, lykkepiller, beltet, belte, skjerfet, lakenet, dabletta*, tableahta*, gassen',
  TOOK_PILLS:
    'MEANS er tatt, MEANS er nede, MEANS nede, alle MEANS er borte, tømte _ MEANS, tomt glass med, tomme brett, tomme esker, tomt pilleglass, empty bottle, empty pill*, bottle is empty, drakk _ klor/gift/rensemiddel/plumbo/avløpsrens, ate all the pills, took the pills, took the whole, swallowed the, dobbel dose insulin, for mye insulin, satt for mye insulin, overdosert, valdan _ tableah*',
  TOOK_SOMETHING:
    'allerede tatt dem, venter på at det skal virke, waiting for it to, already took them, already taken them, i took them, ive taken them, took them all, tatt dem alle, tok dem alle, tok noen av mammas, tatt noen av mammas, noen av mammas, noen av pappas, alle mammas, mammas medisin*, tatt mye mye, tok masse, har tatt dem, har allerede tatt, tok nok til, tatt nok til, svelga alt, svelga alle, virker snart, når virker de, begynner å virke, starting to work, starting to feel it, kjenner at det virker, begynner å kjenne det, drakk det som',
  DONE_IT:
    'nå er det gjort, det er gjort nå, jeg gjorde det, prøvde nettopp, prøvde i dag, prøvde i går, tauet røk, det røk, overlevde, jeg våknet igjen, gikk ikke denne gangen, prøver på nytt, prøver igjen i, still alive, woke up anyway, it didnt work',
  ON_PLACE:
    'beina dingler, bena dingler, feet over the edge, legs over the edge, tærne utenfor, utenfor gjerdet, klatret over, over gjerdet, på feil side av, wrong side of, foran den gule, forbi den gule, venter på neste tog, next train, venter på toget, hører toget, toget kommer snart, midt i veien, midt på veien, på motorveien, i vannet til, vann til livet, vannet er kaldt, bilen går i, med motoren på, teipet igjen, gassen er på, står på stolen, på en stol, på stolen, løkka er, knuten er, i badekaret med, bensin over meg, mun lean saldi, lean saldi alde, saldi alde, på brua nå, på taket nå, skritt igjen, ett skritt, et skritt til, one step',
  NOT_SAFE_SELF:
    'gjør noe jeg angrer, gjør noe jeg ikke, redd jeg kommer til å, stopp meg før, stoppe meg før, klarer ikke stoppe meg, ikke la meg, sitte hos meg, være hos meg i natt, være alene i natt, alene i natt, cant be alone, cannot be alone, cant trust myself, before i do something, before i use it, holder ikke ut natta, overlever ikke natta, klarer ikke natta, ikke klarer natta, kommer meg ikke gjennom natta, survive the night, make it through the night',
  DEEP_CUT:
    'gaper, såret er åpent, renner ned, drypper, blod i senga, håndklær, gjennom håndkleet, gjennom bandasjen, pumper ut, traff en åre, traff åra, hit a vein, kjenner ikke fingrene, kjenner ikke hånda, ser innover, wont close, soaked in blood, blod på flisene, rødt på gulvet, rødt overalt, så mye rødt, mye rødt, blodpøl*, alt er rødt, vannet er rødt',
  HIT: 'capma, cappma, caskkii, caskka, skoldet, kasta, banker løs, smeller til, går løs på, gikk løs på, herjer, denger løs, river tak, drar _ etter håret, trykker, presser ned',
  HURTS_OTHERS:
    'går løs på mamma, går løs på broren, kaster mamma, holder puta over, kvelertak på, sparker mamma, tar strupetak, ristet babyen, rister babyen, mamma ligger, mamma skriker, mamma roper på hjelp, mamma gråter og han, eatni dal, capma eatni, caska eatni, roper på hjelp, hører slag, hører skrik, hører henne skrike, hører dunk',
  HURTS_ME:
    'river meg i håret, drar meg i håret, drar meg etter håret, lugger meg, klyper meg, slo meg med, slår meg med, sparker meg, klapset meg, en smekk, på trynet hvis, vred armen, vrir armen, skoldet meg, brente meg med, låser meg, holder meg under vann, trykker meg mot, pulls my hair, drags me by, hits us, slapped me',
  THREAT_HOME:
    'kommer noen levende, ingen kommer levende, skal dø i natt, dø alle sammen, tenne på huset, brenne ned huset, skyte oss, skyte meg, skal kjøre utfor, kjøre oss i, tar oss alle med, ta oss alle med, ta oss med seg, teller til ti, teller til tre, problemet skal løses, grave meg ned, burn the house, kill us all, shoot us, drown me',
  RAGE: 'rasende, tordner, freser, slår i stykker, slår på døra, slår på ruta, prøver å komme inn, prøver å bryte, sparker på døra, smeller i dørene, det smeller, går amok, helt gal, totalt gal, fly forbanna, forbanna, losing it, lost it, kicking my door, banging on the door, going crazy at',
  NUDE: 'videoen av meg, klippet av meg, that video, den videoen',
  RAPE: 'uten at jeg ville, selv om jeg gråt, selv om jeg sa, tvang seg på, tvinge seg på, lå over meg, tok av meg klærne, buksa er revet, klærne er borte, klærne mine er borte, uten klær på, han var inni, forgrep, forgrepet seg, sex mens, mens jeg sov, mens hun sov, dratt inn i en bil, dradd inn i',
  ASKS_SEX:
    'ikke den fra bildene, ikke gutten fra, ikke jenta fra, eldre enn på bildet, eldre enn bildet, not the guy from, not who he, picked me up, plukket meg opp, hentet meg med bil, kom for å hente meg',
  VEHICLE:
    'kjører feil vei, kjører et sted, vet ikke hvor han kjører, vet ikke hvor vi kjører, vet ikke hvor vi er på vei, driving somewhere, driving me, driving us, dont know where were going, kjører meg til, får ikke gå av, baksetet hans, på rommet hans, hjemme hos ham, hjemme hos en, at his place, his flat, his apartment',
  ATTACK_PLAN:
    'burn her house, burn their house, burn the school, burn it down, burn down, brenne huset, brenner huset, tenner på huset, tenner på skolen, brenner ned, tenner på, bli hjemme i morgen, bli hjemme på, ikke bør gå på skolen, ingen bør gå på skolen, dont come in, dont go to school, siste dagen for mange, ikke kommer hjem i dag, skrike i morgen, skriker i morgen, regret it tomorrow, all regret it, de skal angre, angrer i morgen, alle skal angre, kjøre inn i dem, kjøre inn i folk, kjøre ned folk, liste over hvem, navn på lista, ligge folk på',
  KILL_OTHER:
    'drepe/dreper _ vakta/rektor/læreren/eksen/faren/stefar/broren, dreper han, dreper ham, dreper dem, dreper henne, stikker ham, stikker han, stikker ned, skyter ham, skyter dem, skal stikkes, with them inside, tar livet av ham, tar livet av dem, ta livet av dem',
  ATTACKED:
    'de har meg, holder meg nede, ble dratt inn, trykket ned i, slår ham ned, sparker ham, sparker på ham, sparker hodet, tråkker på, ligger nede og, fikk flaske i, flaske i hodet, glass i hodet, skjøt mot, hørte skudd, hører skudd, skyter her, skritt i huset, noen i leiligheten, noen er i huset, someone in my house, somebody in my house, jumping my friend, jumping him',
  UNCONSCIOUS:
    'ligger i grøfta, ligger i snøen, ligger i buskene, får henne ikke opp, får ham ikke opp, får han ikke opp, ikke reise seg, kan ikke stå, klarer ikke stå, siger sammen, sunket sammen, ramla om, stupte, svimte av, detta om, helt kald, iskald og, snakker ikke lenger, sluttet å snakke, øynene er hvite, øynene går, øynene bakover, kaster opp i søvne, sover og kaster opp, egen oppkast, sitt eget spy, ikke våken, sløv, veldig sløv, slurring, cant stand up, cant get her up, fell down and, wont get up, ii moridan, ii lihkat, ii vastit, ii vastat',
  BREATH:
    'lilla lepper, leppene er lilla, leppene er blå, purple lips, lips look purple, lips purple, snorker merkelig, snorker høyt og, puster bare, slutter å puste, glemmer å puste, puster tungt, puls er svak, kjenner ingen puls, finner ikke pulsen, pulsen er borte, hjertet løper, hjertet hopper, hjertet stikker, heart is going, heart going, grå i huden, hvit som et laken, breathing right, breathing slow, stopped responding, ii vuoigga',
  MISSING:
    'ble borte, blei borte, ikke skal lete, skal ikke lete, gikk ut uten, gikk fra huset, gikk i skogen, gikk ut i skogen, uten mobil, uten telefon, lot mobilen ligge, la igjen mobilen, la fra seg mobilen, la fra seg telefonen, la igjen telefonen, sprang ut, løp ut i, løp hjemmefra, ran off, ran out, left his phone, left her phone, walked out, gikk ut døra, tok med kosedyret, borte for _ timer, borte i _ timer, borte i timevis, har ropt, har ropt i, vi roper, sist sett ved',
  MISSION:
    'jobben må gjøres, gjøre jobben, må gjøre jobben, hente en ting, hente noe, kaste den, kaste en ting, lån av kontoen',
  YOU_STAFF:
    'de på helsestasjonen, vakta på kontoret, de på kontoret, kontoret deres, kontoret, dere på huset, damene på, ansatte',
  BULLY:
    'invitasjon, bedt unntatt meg, alle unntatt meg, unntatt meg, spytter på, kastet mat på, ødelegger tingene mine, gjemmer sekken, gjemte sekken, tar sekken min',
} as const;
