import type { MethodContent } from '#libs/contracts';
import { step, words } from './step-words.rules.js';

/** Methods that need no single case: what went well, an open agenda, figures. */
export const OPEN_METHODS: Record<string, MethodContent> = {
  appreciative: {
    name: words('Waarderende methode', 'Appreciative method'),
    when: words(
      'U wilt leren van wat goed gaat, niet van wat misgaat.',
      'You want to learn from what already works, instead of from what goes wrong.',
    ),
    fit: { metBefore: 0, practices: { min: 3, max: 10 } },
    steps: [
      step({
        id: 'succes',
        minutes: 5,
        name: words('Een succes', 'A success'),
        instruction: words(
          'Schrijf in twee zinnen op wat er in uw praktijk goed ging. Klein mag. U ziet elkaars tekst zodra die klaar is.',
          'Write in two sentences what went well in your practice. Small is fine. You see each other’s text as soon as it is done.',
        ),
        tip: words(
          'Vraag naar iets van de laatste maand. Dat is nog vers.',
          'Ask for something of the last month. That is still fresh.',
        ),
        speaks: 'nobody',
        writes: 'practices',
      }),
      step({
        id: 'vertellen',
        minutes: 15,
        name: words('Vertellen', 'Telling'),
        instruction: words(
          'U kiest samen één succes. De inbrenger vertelt wat er gebeurde.',
          'Together you choose one success. Whoever brought it says what happened.',
        ),
        ownerInstruction: words(
          'U kiest samen één succes. Is het dat van u? Vertel dan wat er gebeurde.',
          'Together you choose one success. Is it yours? Then say what happened.',
        ),
        tip: words(
          'Laat het verhaal uit. "Ja, maar" bewaart u.',
          'Let the story end. Keep "yes, but" for later.',
        ),
        speaks: 'owner',
        role: 'case',
      }),
      step({
        id: 'wat-werkte',
        minutes: 15,
        name: words('Wat werkte er?', 'What made it work?'),
        instruction: words(
          'U vraagt door: wat deed u precies, wie hielp, waardoor lukte het juist nu?',
          'You keep asking: what exactly did you do, who helped, why did it work this time?',
        ),
        ownerInstruction: words(
          'Vertel wat u precies deed, wie hielp en waardoor het juist nu lukte.',
          'Say what exactly you did, who helped and why it worked this time.',
        ),
        tip: words('Vraag naar gedrag, niet naar karakter.', 'Ask about behaviour, not about character.'),
      }),
      step({
        id: 'eigen-praktijk',
        minutes: 10,
        name: words('In mijn praktijk', 'In my practice'),
        instruction: words(
          'Schrijf op wat u hiervan kunt gebruiken. De teksten worden tegelijk getoond.',
          'Write down what you can use of this. The texts are shown at the same time.',
        ),
        tip: words('Eén ding dat u deze maand kunt doen.', 'One thing you can do this month.'),
        speaks: 'nobody',
        writes: 'practices',
        together: true,
      }),
      step({
        id: 'groter',
        minutes: 10,
        name: words('Groter maken', 'Making it bigger'),
        instruction: words(
          'Wat is er nodig om dit vaker te laten lukken, ook bij de anderen?',
          'What does it take to make this work more often, at the others’ too?',
        ),
        tip: words(
          'Is dit een goed voorbeeld voor de regio? Vraag of het gedeeld mag worden.',
          'Is this a good example for the region? Ask whether it may be shared.',
        ),
      }),
      step({
        id: 'afspraken',
        minutes: 10,
        name: words('Afspraken', 'Agreements'),
        instruction: words(
          'Wie doet wat, en wanneer hoort u ervan?',
          'Who does what, and when will you hear of it?',
        ),
        tip: words('Eén afspraak per praktijk is genoeg.', 'One agreement per practice is enough.'),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
  'free-agenda': {
    name: words('Vrije agenda', 'Open agenda'),
    when: words(
      'Er zijn meer onderwerpen en u wilt zelf bepalen waar de tijd naartoe gaat.',
      'There are several subjects and you want to decide yourselves where the time goes.',
    ),
    fit: { metBefore: 0, practices: { min: 2, max: 12 } },
    steps: [
      step({
        id: 'welkom',
        minutes: 5,
        name: words('Welkom', 'Welcome'),
        instruction: words(
          'Hoe zit ieder erbij? Wat is er van de vorige afspraken gekomen?',
          'How is everyone? What became of the last agreements?',
        ),
        tip: words('Loop de acties van de vorige keer langs.', 'Go through the actions of last time.'),
      }),
      step({
        id: 'onderwerpen',
        minutes: 10,
        name: words('Onderwerpen', 'Subjects'),
        instruction: words(
          'Schrijf op wat u wilt bespreken, en hoeveel tijd dat vraagt.',
          'Write down what you want to discuss, and how much time it needs.',
        ),
        tip: words(
          'Kies er samen twee of drie. De rest gaat naar de volgende keer.',
          'Choose two or three together. The rest goes to next time.',
        ),
        speaks: 'nobody',
        writes: 'practices',
      }),
      step({
        id: 'bespreken',
        minutes: 45,
        name: words('Bespreken', 'Discussing'),
        instruction: words(
          'U bespreekt de gekozen onderwerpen. De tijdbewaker zegt wanneer het volgende begint.',
          'You discuss the chosen subjects. The time-keeper says when the next one begins.',
        ),
        tip: words(
          'Sluit elk onderwerp af met één zin: wat hebben we besloten?',
          'Close each subject with one sentence: what did we decide?',
        ),
        role: 'time',
      }),
      step({
        id: 'afspraken',
        minutes: 10,
        name: words('Afspraken', 'Agreements'),
        instruction: words('Wie doet wat, en wanneer?', 'Who does what, and when?'),
        tip: words('Lees de afspraken hardop terug.', 'Read the agreements back aloud.'),
        writes: 'notes',
        role: 'notes',
      }),
      step({
        id: 'afronden',
        minutes: 5,
        name: words('Afronden', 'Closing'),
        instruction: words(
          'Eén woord over deze bijeenkomst. Wanneer ziet u elkaar weer?',
          'One word about this meeting. When do you see each other again?',
        ),
        tip: words(
          'Prik de volgende datum nu iedereen er nog is.',
          'Pick the next date while everyone is still here.',
        ),
      }),
    ],
  },
  figures: {
    name: words('Thema met cijfers', 'Theme with figures'),
    when: words(
      'U wilt samen naar de spiegelinformatie kijken en er iets mee doen in uw praktijk.',
      'You want to look at the mirror figures together and do something with them in your practice.',
    ),
    fit: { metBefore: 0, practices: { min: 3, max: 10 } },
    steps: [
      step({
        id: 'herkomst',
        minutes: 10,
        name: words('Waar komen de cijfers vandaan?', 'Where do the figures come from?'),
        instruction: words(
          'U leest samen de kaart bij het cijfer: bron, periode, wat telt mee en wat niet.',
          'Together you read the card with the figure: source, period, what counts and what does not.',
        ),
        tip: words(
          'Twijfelt iemand aan het eigen cijfer? Schrijf dat op. Een verschil is geen fout.',
          'Does someone doubt their own figure? Write it down. A difference is not a mistake.',
        ),
        speaks: 'leader',
        figures: true,
      }),
      step({
        id: 'zelf-kijken',
        minutes: 10,
        name: words('Eerst zelf kijken', 'Looking first yourself'),
        instruction: words(
          'Schrijf op wat u opvalt en wat u niet had verwacht. De teksten staan straks zonder naam bij elkaar.',
          'Write down what strikes you and what you did not expect. The texts will be shown together, without names.',
        ),
        tip: words(
          'Laat het stil zijn. Zo krijgt iedereen een eigen mening.',
          'Let it be silent. That gives everyone a view of their own.',
        ),
        speaks: 'nobody',
        writes: 'practices',
        together: true,
        named: false,
        figures: true,
      }),
      step({
        id: 'bespreken',
        minutes: 25,
        name: words('Samen bespreken', 'Discussing together'),
        instruction: words(
          'Waar zitten de verschillen, en hoe legt u die uit? Denk aan patiënten, werkwijze en registratie.',
          'Where are the differences, and how do you explain them? Think of patients, way of working and registration.',
        ),
        tip: words(
          'Vraag wie laag zit én wie hoog zit. Geen van beide is vanzelf goed.',
          'Ask who is low and who is high. Neither is good by itself.',
        ),
        figures: true,
      }),
      step({
        id: 'oorzaken',
        minutes: 15,
        name: words('Wat doen wij anders?', 'What do we do differently?'),
        instruction: words(
          'Vertel elkaar hoe u het in uw praktijk doet. Wat kan een ander overnemen?',
          'Tell each other how you do it in your practice. What could someone else take over?',
        ),
        tip: words('Vraag om één voorbeeld van vorige week.', 'Ask for one example of last week.'),
      }),
      step({
        id: 'verandering',
        minutes: 10,
        name: words('Eén verandering', 'One change'),
        instruction: words(
          'Schrijf één verandering op die u tot de volgende keer probeert. U ziet elkaars tekst zodra die klaar is.',
          'Write down one change that you will try until next time. You see each other’s text as soon as it is done.',
        ),
        tip: words(
          'Klein en meetbaar: wat ziet u straks anders in de cijfers?',
          'Small and measurable: what will you see change in the figures?',
        ),
        speaks: 'nobody',
        writes: 'practices',
      }),
      step({
        id: 'afspraken',
        minutes: 10,
        name: words('Afspraken van de groep', 'Agreements of the group'),
        instruction: words(
          'Wat spreekt u als groep af? Wanneer kijkt u opnieuw naar de cijfers?',
          'What do you agree as a group? When will you look at the figures again?',
        ),
        tip: words(
          'Een plan per praktijk én een plan van de groep werkt het best.',
          'A plan per practice and a plan of the group works best.',
        ),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
};
