import type { MethodContent } from '#libs/contracts';
import { step, words } from './step-words.rules.js';

const LISTEN = words(
  'U luistert en schrijft mee voor uzelf. U reageert nog niet.',
  'You listen and take notes for yourself. You do not respond yet.',
);

/** Methods that take one case from a practice within about an hour. */
export const CASE_METHODS: Record<string, MethodContent> = {
  incident: {
    name: words('Incidentmethode', 'Incident method'),
    when: words(
      'Er is iets gebeurd in een praktijk en u zoekt samen naar andere manieren om te handelen.',
      'Something happened in a practice and you look together for other ways to act.',
    ),
    fit: { metBefore: 0, practices: { min: 4, max: 8 } },
    steps: [
      step({
        id: 'terugblik',
        minutes: 5,
        name: words('Terugblik', 'Looking back'),
        instruction: words(
          'Wie de vorige keer iets inbracht, vertelt kort wat ervan kwam.',
          'Whoever brought a case last time says in a few words what became of it.',
        ),
        tip: words(
          'Eerste keer samen? Sla deze stap over en lees de groepsafspraken voor.',
          'First time together? Skip this step and read the group agreement aloud.',
        ),
      }),
      step({
        id: 'gevallen',
        minutes: 10,
        name: words('Wat speelt er?', 'What is going on?'),
        instruction: words(
          'Iedere praktijk noemt in één minuut iets dat is gebeurd. Zonder gegevens van een patiënt.',
          'Each practice describes in one minute something that happened. Without any patient data.',
        ),
        tip: words(
          'Houd het bij één minuut per praktijk. Vragen komen later.',
          'Keep it to one minute per practice. Questions come later.',
        ),
      }),
      step({
        id: 'kiezen',
        minutes: 5,
        name: words('Eén geval kiezen', 'Choosing one case'),
        instruction: words(
          'U kiest samen één geval. Wie het inbrengt, zegt welke vraag erbij hoort.',
          'Together you choose one case. Whoever brings it says which question goes with it.',
        ),
        tip: words(
          'Kiest de groep een ander geval dan gepland? Pas dan de rol van inbrenger aan.',
          'Does the group choose another case than planned? Then change who brings the case.',
        ),
        role: 'case',
      }),
      step({
        id: 'vragen',
        minutes: 15,
        name: words('Vragen stellen', 'Asking questions'),
        instruction: words(
          'U vraagt alleen naar feiten: wie, wat, waar, wanneer. Nog geen oordeel en geen raad.',
          'You ask for facts only: who, what, where, when. No opinion and no advice yet.',
        ),
        ownerInstruction: words(
          'U vertelt kort wat er gebeurde en geeft antwoord. Hoe het afliep, zegt u nog niet.',
          'You say briefly what happened and answer. You do not say yet how it ended.',
        ),
        tip: words(
          'Hoort u "zou u niet beter"? Dat is raad. Vraag om er een feitenvraag van te maken.',
          'Do you hear "would it not be better"? That is advice. Ask to turn it into a question for facts.',
        ),
      }),
      step({
        id: 'oordeel',
        minutes: 10,
        name: words('Ieder schrijft een oordeel', 'Everyone writes a judgement'),
        instruction: words(
          'Schrijf voor uzelf op wat u zou doen, en waarom. Overleg nog niet. De teksten staan straks zonder naam bij elkaar.',
          'Write down for yourself what you would do, and why. Do not confer yet. The texts will be shown together, without names.',
        ),
        ownerInstruction: words(
          'U schrijft nu niet. Denk na over wat u toen het moeilijkst vond.',
          'You do not write now. Think about what you found hardest at the time.',
        ),
        tip: words(
          'Werkt u met één laptop? Laat ieder op papier schrijven en typ de antwoorden na elkaar in.',
          'Working with one laptop? Let everyone write on paper and type the answers in one after another.',
        ),
        speaks: 'nobody',
        writes: 'others',
        together: true,
        named: false,
      }),
      step({
        id: 'bespreken',
        minutes: 10,
        name: words('Oordelen bespreken', 'Discussing the judgements'),
        instruction: words(
          'U bespreekt de oordelen. Waar verschilt u, en wat zit daarachter?',
          'You discuss the judgements. Where do you differ, and what is behind it?',
        ),
        ownerInstruction: LISTEN,
        tip: words(
          'Zoek de verschillen op. Vraag niet wie wat schreef.',
          'Look for the differences. Do not ask who wrote what.',
        ),
        speaks: 'others',
        ownerOutside: true,
      }),
      step({
        id: 'afronden',
        minutes: 10,
        name: words('Wat doen wij anders?', 'What will we do differently?'),
        instruction: words(
          'De inbrenger vertelt hoe het afliep en wat bruikbaar is. Daarna noemt ieder één ding voor de eigen praktijk.',
          'Whoever brought the case says how it ended and what is useful. Then everyone names one thing for their own practice.',
        ),
        tip: words(
          'Vraag door tot het een afspraak is: wie doet wat, en wanneer?',
          'Keep asking until it is an agreement: who does what, and when?',
        ),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
  'five-step': {
    name: words('Vijfstappenmethode', 'Five-step method'),
    when: words(
      'Een collega heeft een vraag en wil die eerst goed onderzoeken, voordat er raad komt.',
      'A colleague has a question and wants to look into it well before any advice comes.',
    ),
    fit: { metBefore: 0, practices: { min: 3, max: 8 } },
    steps: [
      step({
        id: 'vraag',
        minutes: 10,
        name: words('De vraag', 'The question'),
        instruction: words(
          'De inbrenger vertelt wat er speelt en welke vraag daarbij hoort. U luistert.',
          'Whoever brings the case says what is going on and what the question is. You listen.',
        ),
        ownerInstruction: words(
          'Vertel in vijf minuten wat er speelt. Eindig met één vraag.',
          'Say in five minutes what is going on. End with one question.',
        ),
        tip: words(
          'Lees de vraag hardop terug. Klopt die zo?',
          'Read the question back aloud. Is it right like this?',
        ),
        speaks: 'owner',
        role: 'case',
      }),
      step({
        id: 'verkennen',
        minutes: 20,
        name: words('Verkennen', 'Exploring'),
        instruction: words(
          'U stelt open vragen en vat samen wat u hoort. Nog geen raad.',
          'You ask open questions and sum up what you hear. No advice yet.',
        ),
        ownerInstruction: words(
          'U geeft antwoord. Weet u iets niet, dan zegt u dat.',
          'You answer. If you do not know, you say so.',
        ),
        tip: words(
          'Laat na elke drie vragen iemand samenvatten.',
          'After every three questions, let someone sum up.',
        ),
      }),
      step({
        id: 'kern',
        minutes: 10,
        name: words('De kern', 'The core'),
        instruction: words(
          'Schrijf in één zin op waar het volgens u om gaat. De zinnen worden tegelijk getoond.',
          'Write down in one sentence what you think it is about. The sentences are shown at the same time.',
        ),
        ownerInstruction: words(
          'U schrijft nu niet. Lees straks welke zin u raakt.',
          'You do not write now. In a moment, read which sentence strikes you.',
        ),
        tip: words(
          'Vraag de inbrenger welke zin het dichtst bij komt, en waarom.',
          'Ask whoever brought the case which sentence comes closest, and why.',
        ),
        speaks: 'nobody',
        writes: 'others',
        together: true,
      }),
      step({
        id: 'advies',
        minutes: 20,
        name: words('Adviesronde', 'Round of advice'),
        instruction: words(
          'Ieder geeft één advies: "ik zou". De inbrenger reageert pas aan het eind van de ronde.',
          'Everyone gives one piece of advice: "I would". Whoever brought the case responds at the end of the round.',
        ),
        ownerInstruction: words(
          'Luister naar alle adviezen. Zeg daarna wat u gaat gebruiken.',
          'Listen to all the advice. Then say what you will use.',
        ),
        tip: words(
          'Eén advies per keer. Wie niets heeft, geeft door.',
          'One piece of advice at a time. Who has none passes.',
        ),
        speaks: 'others',
      }),
      step({
        id: 'afronden',
        minutes: 10,
        name: words('Afronden', 'Closing'),
        instruction: words(
          'Wat neemt ieder mee naar de eigen praktijk? Schrijf de afspraken op.',
          'What does everyone take back to their own practice? Write down the agreements.',
        ),
        tip: words(
          'Vraag ook hoe het gesprek ging. Eén zin per persoon is genoeg.',
          'Also ask how the conversation went. One sentence each is enough.',
        ),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
  'problem-solving': {
    name: words('Probleemoplossende methode', 'Problem-solving method'),
    when: words(
      'Er ligt een vraag over de inhoud of de organisatie, en u wilt samen een oplossing.',
      'There is a question about content or organisation, and together you want a solution.',
    ),
    fit: { metBefore: 0, practices: { min: 3, max: 8 } },
    steps: [
      step({
        id: 'probleem',
        minutes: 10,
        name: words('Het probleem', 'The problem'),
        instruction: words(
          'De inbrenger legt het probleem uit: wat gaat er mis, hoe vaak, en wat is al geprobeerd?',
          'Whoever brings it explains the problem: what goes wrong, how often, and what was tried?',
        ),
        ownerInstruction: words(
          'Leg het probleem uit: wat gaat er mis, hoe vaak, en wat hebt u al geprobeerd?',
          'Explain the problem: what goes wrong, how often, and what did you try?',
        ),
        tip: words(
          'Vraag wat er morgen anders moet zijn. Dat is de maat voor de oplossing.',
          'Ask what has to be different tomorrow. That is the measure for the solution.',
        ),
        speaks: 'owner',
        role: 'case',
      }),
      step({
        id: 'situatie',
        minutes: 15,
        name: words('Vragen over de situatie', 'Questions about the situation'),
        instruction: words(
          'U vraagt door tot u het probleem in uw eigen woorden kunt zeggen.',
          'You keep asking until you can say the problem in your own words.',
        ),
        ownerInstruction: words(
          'U geeft antwoord. Vertelt iemand het probleem na, zeg dan of het klopt.',
          'You answer. When someone retells the problem, say whether it is right.',
        ),
        tip: words(
          'Laat één deelnemer het probleem navertellen. De inbrenger zegt of het klopt.',
          'Let one participant retell the problem. Whoever brought it says whether it is right.',
        ),
      }),
      step({
        id: 'oplossingen',
        minutes: 10,
        name: words('Oplossingen schrijven', 'Writing solutions'),
        instruction: words(
          'Schrijf één tot drie oplossingen op. De teksten worden tegelijk getoond.',
          'Write down one to three solutions. The texts are shown at the same time.',
        ),
        ownerInstruction: words(
          'U schrijft nu niet. Bedenk wat er voor u minimaal moet veranderen.',
          'You do not write now. Think of what has to change for you at the least.',
        ),
        tip: words(
          'Ook een halve oplossing mag. Meer ideeën geven een betere keuze.',
          'Half a solution is fine too. More ideas make a better choice.',
        ),
        speaks: 'nobody',
        writes: 'others',
        together: true,
      }),
      step({
        id: 'reactie',
        minutes: 10,
        name: words('Reactie van de inbrenger', 'Response of who brought it'),
        instruction: words(
          'De inbrenger zegt per oplossing wat kan en wat niet. U verdedigt niets.',
          'Whoever brought it says of each solution what can and cannot be done. You defend nothing.',
        ),
        ownerInstruction: words(
          'Zeg per oplossing wat kan en wat niet. De anderen verdedigen niets.',
          'Say of each solution what can and cannot be done. The others defend nothing.',
        ),
        tip: words(
          'Vraag bij "kan niet": wat zou er nodig zijn?',
          'At "cannot be done", ask: what would it take?',
        ),
        speaks: 'owner',
      }),
      step({
        id: 'tweede-ronde',
        minutes: 15,
        name: words('Verder werken', 'Working on it'),
        instruction: words(
          'U werkt samen de beste oplossing uit: eerste stap, wie helpt, wat kan tegenzitten?',
          'Together you work out the best solution: first step, who helps, what may go wrong?',
        ),
        tip: words(
          'Kies één oplossing. Twee half uitgewerkte helpen niemand.',
          'Choose one solution. Two half worked out help nobody.',
        ),
      }),
      step({
        id: 'besluit',
        minutes: 10,
        name: words('Besluit', 'Decision'),
        instruction: words(
          'De inbrenger zegt wat er gaat gebeuren. Schrijf op wie wat doet, en wanneer.',
          'Whoever brought it says what will happen. Write down who does what, and when.',
        ),
        tip: words(
          'Spreek af wanneer u hoort of het heeft gewerkt.',
          'Agree when you will hear whether it worked.',
        ),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
};
