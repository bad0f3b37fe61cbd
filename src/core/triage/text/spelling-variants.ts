/**
 * Dialect, nynorsk, chat spelling and common slips, each folded to the bokmål word the lexicon is written in.
 * One row per word: the word, then everything read as it.
 */
export const spellingVariants = `
jeg: eg ij ej æ æg je ej ek jæ jei jæi jg jeeg eæ jge jag ejg
meg: mæ mei mæi mg mej mig
deg: dæ dej dg dæi dig
seg: sæ sej sæg
han: hainn hann hn
hun: ho hu hon hån
henne: hainna hennar
oss: åss okk
de: dei di dem dæm dæmm døm demm
dere: dåkker dokker dåkk dokke dykk dykkar døkker dokk dåkke dokkar døkk
er: e ær err
ikke: ikkje itj itte inte ittj ikkj ikje ike ik ikk kje ente ittje ikkke ikek ikkjé ekke ikj iche ikkeno ittno ikkjeno
være: vær vere ver vara værra vørre verta
var: va vr
vært: vore vøri vrt vøre vårre
blir: blit vert bi bir blr
ble: blei vart vort blæi bei
har: harr
hadde: hadd hade håd
hva: kva ka hå hv hvaa kæ
hvem: kven kem hvm hæm
hvor: kor hvr kår
hvorfor: kvifor koffer koffor kafor vrf hvf kofør hvofor hvrfr kvifer
hvordan: korleis koss korsn hvodan hvdn kossen hossen åssen hvordn
hver: kvar kver
hvert: kvart kvert
hvis: viss vis dersom hviss vess
noen: nokon nån någen nokre ngn noken nåkken nåen noon nokken naan
noe: noko någe nokke nåkka noka nåkke nåe
ingenting: inkje ingenteng ikkenoe ingnting
nå: no nu nåå naa nåh
mer: meir mere mr meire mær meer
bare: berre bærre bærrre bre baer berr bærr
veldig: veldi vældig vældi
kveld: kvell kvelden kveldn kvæll kvld qveld kvellen kveil
natt: natta natten netter natti
dag: dagen dan dar idag
ikveld: ikvell
inatt: inott
imorgen: imårra imorra imårgen imora
morgen: morgon morra mårra morgenen mårgån morgonen
hjemme: heime hjæmme hjemma hime hjmme heima hjømme
hjem: heim hjæm hem heimatt
hjemmefra: heimefrå hjæmmafra heimafrå hjemmafra heimanfrå hjæmfra
skole: skule skol
skolen: skulen skoln skula skolæ skuln skola skolan
selv: sjølv sjøl sjøll selvv
livet: lifet
dø: døy døøy døø
død: dau daud dødd daue
dør: døyr dørr
døde: døydde døydd daua
drepe: drepa dræp dræpa
dreper: drep dræpe
drept: drepi
slår: slæ slær slåe slåge slårr
slått: slådd slege slegen slætt
slo: slog
tar: tek tæk
ta: take
tatt: teke tikje teken teki
skal: ska skl skarr
skulle: sku skull
kan: kain kann
klarer: klare klarar klær klarær greier klaer
klarte: klarde greide
orker: orkar orkar orke orka ork årke orkær
gidder: gidd gidde giddar
kommer: kjem kjæm kjemme kåmmer kommår kjæmme
komme: kome kåmma komma kåmme
sier: seier sei seie seiar sir sæi
sa: sae
si: seia
går: gjæng
gjør: gjer gjær gjørr jør
gjøre: gjere gjera gjørra jøre gjærra
gjort: gjor gjårt
får: fær fårr
fikk: fekk fækk fik
tør: torer tørs våger
vet: veit vait væit væt
tenker: tenkjer tænke tenkar tenkje tænkje
tenke: tænka tenka
føler: føle følær
føles: kjennes kjenns følest kjennest
snakke: prate prata
fortelle: fortelje fortælle fårtelle
vondt: vont våndt
redd: redde rædd ræd
alene: aleina åleine alena aleine ålein alein
sammen: saman sammn samen ilag samenn
slutte: slutta
alltid: alltids ailtid ailltid altid
aldri: ailler aldrig alder
alle: aille aill allje
alt: ailt
mye: mykje my møkke møe mykkje mykj møkkje
lite: litje
litt: litegrann litta
mamma: mammo mamsen mutter mamm
mor: mora moren mori
far: faren farn fattern fader
pappa: pappo papsen babba baba
bror: broren brorn brur broder brorsan
søster: syster søsteren søstra systera søsteri søs søstera søstern
lillebror: veslebror litjbror lillebroren lillebrorn minstebror veslebroren
lillesøster: veslesyster veslesøster lillesøsteren lillesøstra litjsøster minstesøster veslesystera
storebror: storebroren storbror storebrorn
storesøster: storesyster storesøsteren storesøstra storsøster
foreldrene: foreldra forældran foreldran
onkel: onkelen onkjel
venn: ven vænn vennen kamerat kompis kompisen kameraten kompisn kamerateb kisen
venninne: veninne venninna venninnen veninna veninnen bestevenninne bestevenninnen bestevenninna bestis bestisen
venner: vener vænner vennene vennan vennane kompiser kompisene
gutt: gut gutten guten gutteb
gutter: gutar guttene gutane guttan gutta
jente: jenta jenten jænte jænta
jenter: jentene jentane jentan
noensinne: nokosinne
armen: arman armene armer
kniven: knivn knivi
blør: blørr bløer
blod: blo blode
kutter: kuttar kuttær
kuttet: kutta kutet
skader: skadar skadær
skadet: skada skadd
spiser: æt
spise: eta ete spisa æta
spiste: åt
sover: søv
sove: sova
gråter: græt grin griner grine græte
gråt: gret grein
låst: læst stengt
rømme: rømma røma
rømt: rømd
drikker: drikk drikkar dreikk
drikke: drikka dreikke
røyker: røykjer røyke røykar
full: dritings dritfull
eneste: einaste aileneste einast
fortjener: fortener fortjene fårtjen
fortjent: fortent
ferdig: ferdi færdi færdig
fordi: førdi
fra: frå ifra fræ
til: tel tl te tell
av: tå åv
på: pa
at: att
der: dær derr
her: hær
det: d detta dt deet dhet
dette: ditta
den: dæn denn
som: såm sm
eller: elle eler
men: mæn
så: sååå
da: då dåå
også: òg ogso åsså óg
ut: utt
opp: op
ned: ne
før: førr
etter: ette ættr ettr
uten: utan uta
mot: imot
hos: hoss hjå
gjemt: gøymt gjømt gjømd gøymd
gjemmer: gøymer gjømme gjømmer
hjelp: hjælp jelp hjlp hjelpp
hjelpe: hjelpa hjælpe
mobber: mobbar
mobbet: mobba mobbe
hater: hatar hatær
vekk: vækk
borte: burte
fryser: frys
stygg: styggt
våkne: vakne våkna
våkner: vaknar
våknet: vakna
puster: pustar
puste: pusta
svarer: svarar svarær
fortsatt: framleis fremdeles
selvmord: sjølvmord sjølmord selvmor sjølvdrap selvmoord
selvmordstanker: sjølvmordstankar sjølmordstanka selvmordstankar
selvskading: sjølvskading selvskade sjølvskade
voldtatt: valdteken valdteke våldtatt
voldtekt: valdtekt
vold: vald
barnevernet: barnevern barnvern
tvinger: tvingar
tvunget: tvinga tvungen
truer: trugar trugær
truet: truga trua
barberblad: barberbladet barbern barberblader barberblada
tabletter: tablettar tablettene tablettane tabletta tablettan pillene
piller: pillar pillane pilla pillan
vannet: vatnet
vann: vatn
isen: isn
taket: takje
brua: broa broen bruen bru bro
veien: vegen veg vei
lenge: leng
lenger: lengre lengr lengere
slik: sånn sånt slikt
barn: bånn born barna
ungene: ongan ungane ongane
unge: onge
kroppen: kroppn
stemmer: stemmar stemmene stemmane stemman
tanker: tankar tankene tankane tankan
ensom: einsam ainsom einsom ensomm
ensomhet: einsemd
glad: gla
elsker: elskar
savner: saknar sakne
leve: leva
våpen: våpna våpenet
takk: tusentakk
helvete: helvette hælvete helvetes
drit: dritt
kys: kysss
penger: pengar pæng pengene pengan cash gryn
skylder: skuldar skuldær
låner: lånar
betale: betala
selger: sel seljer
selge: selje selja
hemmelig: hemmeleg
sykehus: sjukehus sykehuset sjukehuset
syk: sjuk
vennlig: vennleg
forferdelig: forferdeleg
egentlig: eigentleg egntlig eigentlig egt
vanskelig: vanskeleg
kjærest: kjærast
kjæresten: kjærasten kjæræsten kjæresta typen dama kjæraste kjæreste
bestemor: bestemora mormor farmor bestmor
bestefar: bestefaren morfar farfar bestfar
lærer: lærar læraren læreren lærarn
trener: trenar treneren trenaren
hendene: hendan
hånda: handa hånden handen hånd hand
hodet: hovudet hau huet hode hovud haue
øynene: auga auene øyne auge
ansiktet: andletet fjeset trynet
magen: magan mage
beina: bein føttene
låret: låra lår lårene
huset: hus
rommet: rom romme
badet: bad do doen
golvet: gulvet gølvet golv gulv
senga: sengen sengja
kjelleren: kjellern kjellaren kjellar
garasjen: garasja garasje
skogen: skauen skogn
toget: tog toge
gjengen: gjengn
politiet: politi purken snuten
skrevet: skreve skrive skrivi
skrev: skreiv
skriver: skriv skrivær
bestemt: bestæmt
forsvinne: forsvinna
forsvinner: forsvinn
forsvunnet: forsvunne forsvunnen
begynt: byrja begynnt starta
trenger: treng trængr
ønsker: ynskjer ynskje ønske ønskje ønskjer
vekke: vekkje vække
håper: håpar
ligger: ligg
sitter: sit sitt
holder: held
holdt: heldt
kaster: kastar
kastet: kasta
legger: legg
hopper: hoppar
hoppe: hoppa
henger: heng
henge: hengje
finner: finn
finne: finna
ringer: ringjer
ringe: ringje
roper: ropar
skriker: skrik
krangler: kranglar
sender: sendar
møte: møta
noengang: nokongong
gang: gong
ganger: gonger
uke: veke uka veka
uker: veker
måned: månad månaden måneden
måneder: månader måner
timer: timar
stukket: stukke
funnet: funne funni
gitt: gjeve gjevt
gir: gjev
kaller: kallar
følger: følgjer
ingen: ingjen
verre: værre
vekta: vekten
mistet: mista
besvimt: svima svimt
besvimte: svimte
vente: venta
nettopp: nettop
glemmer: gløymer
brev: brevet breva brevene
egen: eigen
eget: eige
psyken: psykn
deprimert: depri depressiv deppa depp
suicidal: sui suisidal suecidal suicidial
knivstukket: knivstukken
gråter: griner
og: åg
snap: snapp snapchat
fordi: ford
jævla: jævlig hælvetes
`;
