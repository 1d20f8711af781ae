/** What practices of the demo ask two departments, by subject, with what the specialist says of it. All of it is invented. */
export interface DemoQuestion {
  text: string;
  /** Other words for the same, from other practices. */
  alike?: string[];
  /** How many practices say "wij ook". */
  joined: number;
  answer?: { tooEarly?: string; onTime?: string; tooLate?: string; note: string };
}
export interface DemoSubject {
  name: string;
  minutes: number | null;
  questions: DemoQuestion[];
}

export const DERMATOLOGY: DemoSubject[] = [
  {
    name: 'Verdachte plekken',
    minutes: null,
    questions: [
      {
        text: 'Welke moedervlek moet u dezelfde week zien, en welke kan wachten?',
        alike: [
          'Welke moedervlekken wilt u binnen een week zien?',
          'Moedervlek: wanneer spoed, wanneer kan het wachten?',
        ],
        joined: 6,
        answer: {
          tooEarly: 'Veranderde plek zonder alarmtekens: eerst foto en meedenkconsult.',
          onTime: 'Twee of meer alarmtekens: zien binnen een week.',
          tooLate: 'Bloeding of snelle groei: bel dezelfde dag.',
          note: 'Twee of meer alarmtekens: binnen een week. Eén teken: foto en meedenkconsult.',
        },
      },
      {
        text: 'Wanneer is een foto bij het meedenkconsult goed genoeg?',
        joined: 5,
        answer: { note: 'Een overzichtsfoto en één van dichtbij, scherp, met een liniaal ernaast.' },
      },
      {
        text: 'Mag de huisarts een basaalcelcarcinoom op de romp zelf wegsnijden?',
        joined: 3,
        answer: {
          onTime: 'Op de romp, kleiner dan een centimeter: dat kan in de praktijk.',
          note: 'Ja, op romp en ledematen als het klein is. In het gezicht graag verwijzen.',
        },
      },
      {
        text: 'Hoe snel moet een snel groeiende bult gezien worden?',
        joined: 2,
        answer: {
          tooLate: 'Groei binnen weken: bel voor een plek in dezelfde week.',
          note: 'Dezelfde week, ook als de bult geen pijn doet.',
        },
      },
    ],
  },
  {
    name: 'Eczeem en psoriasis',
    minutes: null,
    questions: [
      {
        text: 'Hoe lang proberen wij een sterk hormoonzalf voordat wij verwijzen?',
        alike: ['Hoe lang hormoonzalf klasse 3 voor verwijzing?'],
        joined: 4,
        answer: {
          tooEarly: 'Verwijzing na twee weken smeren: eerst zes weken, met een smeerschema.',
          note: 'Zes weken volgens schema. Vraag na of er echt gesmeerd is.',
        },
      },
      {
        text: 'Wanneer is bij psoriasis een pil of prik aan de orde?',
        joined: 2,
        answer: {
          onTime: 'Meer dan een tiende van de huid, of veel last op zichtbare plekken.',
          note: 'Bij meer dan tien procent van de huid, of als het leven er flink onder lijdt.',
        },
      },
      {
        text: 'Heeft een dieet zin bij eczeem van volwassenen?',
        joined: 1,
        answer: { note: 'Nee, daar is geen bewijs voor.' },
      },
    ],
  },
  {
    name: 'Samenwerken',
    minutes: 8,
    questions: [
      {
        text: 'Hoe snel krijgen wij antwoord op een meedenkconsult?',
        joined: 5,
        answer: { note: 'Binnen twee werkdagen. Bij spoed: bel de dienstdoende dermatoloog.' },
      },
      { text: 'Kan de praktijkverpleegkundige ook een foto insturen?', joined: 1 },
    ],
  },
];

export const ORTHOPAEDICS: DemoSubject[] = [
  {
    name: 'Knie',
    minutes: null,
    questions: [
      {
        text: 'Wanneer is een foto van de knie zinvol vóór verwijzing?',
        alike: ['Is een röntgenfoto van de knie nodig voordat wij verwijzen?'],
        joined: 7,
        answer: {
          tooEarly: 'Knieklachten korter dan drie maanden zonder letsel: eerst oefentherapie.',
          onTime: 'Na drie maanden oefentherapie zonder verbetering: foto en verwijzing.',
          tooLate: 'Een knie op slot: dezelfde week.',
          note: 'Een staande foto, als u aan artrose denkt en wilt verwijzen.',
        },
      },
      {
        text: 'Hoe lang fysiotherapie bij een gescheurde meniscus?',
        joined: 4,
        answer: { note: 'Drie maanden, ook bij een scheur op de scan.' },
      },
      { text: 'Zet u nog spuiten in de knie, of doen wij dat?', joined: 2 },
    ],
  },
  {
    name: 'Schouder',
    minutes: null,
    questions: [
      {
        text: 'Wanneer is een echo van de schouder nodig?',
        joined: 5,
        answer: {
          tooEarly: 'Meestal verandert een echo niets aan de eerste drie maanden.',
          note: 'Pas na drie maanden zonder verbetering.',
        },
      },
      {
        text: 'Welke schouderklacht wilt u meteen zien?',
        joined: 3,
        answer: {
          tooLate: 'Plots krachtverlies na een val: binnen een week.',
          note: 'Krachtverlies na een val, zeker onder de 65 jaar.',
        },
      },
    ],
  },
  {
    name: 'Heup en rug',
    minutes: null,
    questions: [
      { text: 'Pijn in de lies bij een sporter: welke onderzoeken vooraf?', joined: 2 },
      {
        text: 'Wanneer verwijst u zelf door naar de pijnpoli?',
        joined: 1,
        answer: { note: 'Als er geen operatie te verwachten is en de pijn langer dan een half jaar duurt.' },
      },
    ],
  },
];

/** Questions that come in for the session that is being prepared. */
export const CARDIOLOGY: string[] = [
  'Welke patiënt met hartkloppingen wilt u zien, en welke niet?',
  'Hartkloppingen: wanneer verwijzen wij?',
  'Wanneer is een hartfilmpje in de praktijk genoeg?',
  'Hoe vaak controleren bij boezemfibrilleren zonder klachten?',
  'Welke bloedverdunner heeft uw voorkeur bij ouderen met een slechte nierfunctie?',
  'Stoppen met de cholesterolpil boven de 80 jaar: wat raadt u aan?',
  'Kan een fietstest ook zonder consult worden aangevraagd?',
  'Hoe snel kan iemand met nieuwe pijn op de borst terecht?',
];
