/** Word lists of the detectors: lower case, without accents, as Tokens.word gives them. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s/).filter(Boolean));
}

/** Forms of address that announce a name (mw. De Vries). */
export const TITLES = words(`
  dhr hr mw mevr mej meneer mijnheer heer heren fam familie gezin mevrouw mejuffrouw juffrouw mnr mvr`);
/** Of those, the abbreviations: a full stop may stand behind them. */
export const SHORT_TITLES = words('dhr hr mw mevr mej fam mnr mvr');
/** Words for the person that a story is about. */
export const PATIENT_WORDS = words('pt pat patient patiente client cliente bewoner bewoonster');
export const SHORT_PATIENT_WORDS = words('pt pat');
/** Relatives: with a first name behind them they name somebody. */
export const RELATIVES = words(`
  zoon dochter vader moeder broer zus zusje zuster broertje echtgenoot echtgenote partner man vrouw kleinzoon kleindochter
  opa oma oom tante neef nicht buurman buurvrouw mantelzorger weduwe weduwnaar kind baby kindje jongen meisje vriendin
  schoonzoon schoondochter schoonmoeder schoonvader genaamd heet`);
/** Titles of professionals: the name behind them is not a patient's (model page: dr. is no title of the guard). */
export const DOCTOR_TITLES = words('dr prof dokter doctor');
export const DEGREES = words('drs ir ing mr bsc msc phd');

/** Words that make the name behind or after them one of a professional or an organisation. */
export const PROFESSIONALS = words(`
  dr prof drs dokter doctor huisarts kaderhuisarts arts kaderarts specialist collega praktijk huisartsenpraktijk apotheek poh
  moderator gespreksleider voorzitter spreker docent auteur consulent praktijkconsulent onderzoeker trainer namens groet groeten
  door kliniek ziekenhuis sint stichting centrum gezondheidscentrum maatschap vakgroep hoogleraar secretaris notulist waarnemer
  prijs lezing instituut volgens`);
const PROFESSIONAL_ENDINGS =
  /(?:loog|logen|iater|chirurg|arts|praktijk|therapeut|assistent|assistente|kundige|internist)$/;
export function isProfessional(word: string): boolean {
  return PROFESSIONALS.has(word) || PROFESSIONAL_ENDINGS.test(word);
}

/** Particles of Dutch, Arabic, Turkish, Romance and German surnames. */
export const PARTICLES = words(`
  van vd de den der het ter ten te el al la le les du des da di dos das del della bin ben ibn abu abou ait ould von zu zum zur af
  st sint san santa mac mc o v d t s m y`);
/** Particles that are everyday prepositions too: only with an article behind them (op den, in 't, aan de). */
export const WEAK_PARTICLES = words('op in aan uit onder over bij tot voor');
export const ARTICLES = words('de den der het t');

/** Capital words that begin a sentence or a remark rather than a name. */
export const NO_NAMES = words(`
  de het een die dat dit deze er hij zij ze wij we ik jij je u jullie men wie wat waar waarom wanneer hoe welke welk is was zijn waren
  heeft hebben had kan kunnen kon moet moeten mag mogen wil willen wilde zou zouden zal zullen gaat gaan ging komt komen kwam krijgt
  kreeg doet doen deed wordt worden werd werden blijft bleef lijkt en of maar want dus als dan toen terwijl omdat hoewel indien tenzij
  ook nog nu al wel niet geen nooit altijd soms vaak steeds weer daarna daarom daarbij verder eerst inmiddels sinds vanaf tot per na
  naar voor vóór over onder boven bij in op aan uit met zonder door tijdens tussen binnen buiten rond ongeveer circa via volgens
  ondanks wegens mijn onze ons hun haar zijn graag vraag vragen advies beleid plan conclusie casus controle medicatie verwijzing
  diagnose anamnese onderzoek lab labuitslag bloeddruk echo foto scan uitslag uitslagen dank bedankt mvg groet groeten alvast let
  nb ps cave status recept verslag brief overleg afspraak gesprek opname ontslag operatie klachten pijn koorts hoest last bekend
  gebruikt gezien gebeld besproken verwezen gestart gestopt start stop momenteel vandaag gisteren morgen vorige volgende vorig
  afgelopen komende maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
  september oktober november december metformine insuline prednison prednisolon metoprolol simvastatine amoxicilline paracetamol
  ibuprofen naproxen covid corona diabetes astma hartfalen jicht kanker dementie nederland nederlands nederlandse turkse marokkaanse
  engelse duitse poolse patient patiente patienten huisarts praktijk mevrouw meneer mw dhr mevr hr fam versie datum
  bijlage tabel figuur pagina richtlijn standaard protocol nhg lhv samen beide beiden alle allen alleen iedereen niemand iemand
  voorstel afgesproken actie actiepunt opmerking toelichting reden doel stap slaapt valt belt vraagt antwoordt eet drinkt rookt
  weegt loopt klaagt meldt geeft neemt slikt woont werkt voelt denkt weigert wenst blijkt vindt zegt vertelt durft twijfelt overweegt
  ervaart hoest plast braakt zit ligt staat ziet hoort thuis ja nee mits sorry hallo beste geachte`);
/** Names that are diseases in telegram style (mw. Parkinson), and so no names after fam. either. */
export const EPONYMS = words(`
  parkinson alzheimer crohn hashimoto bechterew sjogren quervain graves lynch huntington hodgkin kahler marfan addison cushing
  dupuytren barrett bell lyme meniere raynaud down turner paget pfeiffer kawasaki tietze scheuermann perthes wells centor gleason
  glasgow apgar basedow conn gilbert behcet horton wernicke korsakov barre lewy`);
/** Abbreviations in capitals that stand where a surname could. */
export const ABBREVIATIONS = words(`
  copd adhd cvrm nsaid doac hiv ggz poh ssri ptss acs tia cva dm ra ms af hf mri ecg ehbo adl rsi soa bppd lvef nyha gold hba gfr egfr
  ibs gerd crp bse psa tsh nhg lhv his hap seh icd icpc mdl kno gyn ldl hdl bmi dvt les als tbc rsv covid wmo wlz zvw mdo ftom fto
  pgb sglt ace ppi loc aub ivm iom svp nvt rtg echo ctg usg ddd emdr cgt kopp bopz jgz ggd ic cc ct pet amw woz wia uwv anw paaz
  vvt pcos endo ivf icsi sab meld lab gli astma rr mmse moca has score`);

/** The commonest surnames: they are recognised without a capital, or in capitals, behind a title. */
export const SURNAMES = words(`
  jansen janssen jong vries berg dijk bakker visser smit meijer meyer boer mulder groot bos vos peters hendriks leeuwen dekker brouwer
  wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruijn bruin heijden schouten beek willems vliet ven
  hoekstra maas verhoeven koster dam prins blom huisman peeters jonge kuipers veenstra postma kuiper kramer bosch wal bos gerritsen
  timmermans martens groen hermans evers verbeek schipper haas wolters kroon vink huang sanders molenaar mol koning scholten
  yilmaz kaya demir sahin celik yildiz ozturk aydin arslan dogan amrani bouzid idrissi haddad khan singh ali nguyen chen wang
  hassan mohamed ahmed tahiri bakkali yildirim kowalski wouters driessen klein vermeer bouwman zwart kuijpers postma oosten zanten`);

/** Frequent first names: with a surname behind them they make an untitled name. */
export const FIRST_NAMES = words(`
  jan piet pieter kees klaas henk hendrik willem wim cor gerrit gerard johan johannes hans dirk jaap jacob peter paul mark marco erik
  eric frank rob robert ruud ron ronald rene richard michael michel mike tom thomas tim bas bram daan sem lars luuk luca milan noah finn
  jesse thijs stijn niels sander jeroen joost maarten martijn martin arjan arie aad ad bert albert bart ben bernard herman harry theo
  ton anton toon leo leon frits fred freek gijs guus hugo huub jos jozef joop karel lodewijk ludo marcel mathijs nico otto sjaak sjoerd
  stefan steven vincent wouter wilfred xander yusuf mohammed mohamed muhammad ahmed ali hassan hussein ibrahim mustafa mehmet murat
  omar youssef rachid said abdel karim bilal samir khalid hamza ismail emre can kemal anna anne annie anja anneke annemarie ans antje
  bea betty carla chantal christina corrie daphne diana dora elly els elisabeth emma esther eva evelien femke fleur fatima fatma fenna
  gerda greet greetje grietje hanna hanneke hannie heleen helena henny iris ingrid inge irene jannie janneke jantje jeanne johanna
  jolanda joke josephine julia karin katja kim laura lea lieke lies linda lisa lotte maaike mariska margriet maria marie marieke marijke
  marian marianne marjan marjolein marleen martha mathilde melissa mia mieke miep mina mirjam monique nel nelly naomi nicole nina
  nienke noor paula petra ria riet rita roos ruth sandra sanne sara sarah saskia silvia simone sofie sonja sophie stella suzanne sylvia
  tess thea tineke tine trees trudy truus ursula vera wendy wilhelmina willemien willy yvonne zoe zeynep elif ayse emine hatice khadija
  aicha samira malika naima hafida latifa amina meryem leila yasmin jasmijn julie lot`);

/** Words and units behind a number that make it a measure and neither an age nor a house number. */
export const UNITS = words(`
  kg gram gr g mg mcg ug microgram kilo kilogram cm mm m km ml l dl liter cc mmol mol pmol nmol mmhg kpa ie iu e eh u bpm hz
  euro eur procent pct promille punt punten keer maal x dd stuks tabletten tablet pufjes pakjaren eenheden slagen graden stappen
  seconden sec minuten minuut min uur uren dag dagen week weken maand maanden jaren kwartalen consulten verwijzingen patienten
  pond ons praktijken deelnemers huisartsen mensen personen leden vragen items tekens woorden bezoekers kilometer meter kcal calorieen
  wachtenden voor van per op tot procenten aanmeldingen gevallen metingen afspraken consult vrouwen mannen kinderen artsen`);
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'januari jan january',
    'februari feb february febr',
    'maart mrt mar march maa',
    'april apr',
    'mei may',
    'juni jun june',
    'juli jul july',
    'augustus aug august',
    'september sep sept',
    'oktober okt oct october',
    'november nov',
    'december dec',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);

/** Number series that are nobody's: a BSN or phone number behind one of them is only a warning. */
export const SERIES =
  /^(?:factu|order|bestel|artikel|product|zorgproduct|dbc|referentie|barcode|gtin|ean|kvk|btw|serie|lot$|batch|zaak|ticket|kenmerk|snomed|agb|kostenplaats|pakket|zending|zi$|offerte|declaratienummer|aanvraagnummer)/;
