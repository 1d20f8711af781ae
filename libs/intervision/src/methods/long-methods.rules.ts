import type { MethodContent } from '#libs/contracts';
import { step, words } from './step-words.rules.js';

const OUTSIDE = words(
  'U zit buiten de kring: online met uw camera uit. U luistert en zegt niets.',
  'You sit outside the circle: online with your camera off. You listen and say nothing.',
);

/** Methods that ask more time, or a group that knows each other. */
export const LONG_METHODS: Record<string, MethodContent> = {
  'ten-step': {
    name: words('Tienstappenmethode', 'Ten-step method'),
    when: words(
      'De groep begint net met intervisie en heeft baat bij kleine, duidelijke stappen.',
      'The group is new to peer consultation and is helped by small, clear steps.',
    ),
    fit: { metBefore: 0, practices: { min: 4, max: 7 } },
    steps: [
      step({
        id: 'beschrijven',
        minutes: 10,
        name: words('Beschrijven', 'Describing'),
        instruction: words(
          'De inbrenger vertelt wat er speelt. U luistert.',
          'Whoever brings the case says what is going on. You listen.',
        ),
        ownerInstruction: words(
          'Vertel wat er speelt. De anderen luisteren.',
          'Say what is going on. The others listen.',
        ),
        tip: words('Onderbreek niet. Vragen komen zo.', 'Do not interrupt. Questions come next.'),
        speaks: 'owner',
        role: 'case',
      }),
      step({
        id: 'vragen-schrijven',
        minutes: 5,
        name: words('Vragen opschrijven', 'Writing questions'),
        instruction: words(
          'Schrijf twee open vragen op. Ze worden tegelijk getoond.',
          'Write down two open questions. They are shown at the same time.',
        ),
        ownerInstruction: words('U schrijft nu niet.', 'You do not write now.'),
        tip: words(
          'Een open vraag begint met wat, hoe of waardoor.',
          'An open question begins with what, how or what made.',
        ),
        speaks: 'nobody',
        writes: 'others',
        together: true,
      }),
      step({
        id: 'vragen-wegen',
        minutes: 5,
        name: words('Vragen wegen', 'Weighing the questions'),
        instruction: words(
          'De inbrenger zegt bij elke vraag: warm, lauw of koud. Warm is dicht bij de kern.',
          'Whoever brought the case says of each question: warm, tepid or cold. Warm is close to the core.',
        ),
        ownerInstruction: words(
          'Zeg bij elke vraag: warm, lauw of koud. Warm is dicht bij de kern.',
          'Say of each question: warm, tepid or cold. Warm is close to the core.',
        ),
        tip: words('Geen uitleg, alleen één woord per vraag.', 'No explanation, only one word per question.'),
        speaks: 'owner',
      }),
      step({
        id: 'antwoorden',
        minutes: 15,
        name: words('Antwoorden', 'Answering'),
        instruction: words(
          'De inbrenger geeft antwoord, te beginnen bij de warme vragen.',
          'Whoever brought the case answers, the warm questions first.',
        ),
        ownerInstruction: words(
          'Geef antwoord, te beginnen bij de warme vragen.',
          'Answer, the warm questions first.',
        ),
        tip: words('Laat koude vragen liggen als de tijd om is.', 'Leave cold questions when time is up.'),
        speaks: 'owner',
      }),
      step({
        id: 'tweede-ronde',
        minutes: 10,
        name: words('Tweede vragenronde', 'Second round of questions'),
        instruction: words(
          'Ieder stelt nog één vraag, nu dichter bij de kern.',
          'Everyone asks one more question, now closer to the core.',
        ),
        ownerInstruction: words(
          'Ieder stelt u nog één vraag. U geeft meteen antwoord.',
          'Everyone asks you one more question. You answer at once.',
        ),
        tip: words('Eén vraag per persoon, met meteen een antwoord.', 'One question each, answered at once.'),
      }),
      step({
        id: 'kern',
        minutes: 10,
        name: words('De kern benoemen', 'Naming the core'),
        instruction: words(
          'Schrijf op: "volgens mij gaat het om". De zinnen worden tegelijk getoond.',
          'Write: "I think it is about". The sentences are shown at the same time.',
        ),
        ownerInstruction: words(
          'U schrijft nu niet. Lees straks mee zonder te reageren.',
          'You do not write now. In a moment, read along without responding.',
        ),
        tip: words('Eén zin, geen verhaal.', 'One sentence, no story.'),
        speaks: 'nobody',
        writes: 'others',
        together: true,
      }),
      step({
        id: 'opnieuw-zeggen',
        minutes: 5,
        name: words('De vraag opnieuw', 'The question again'),
        instruction: words(
          'De inbrenger zegt de vraag opnieuw, in eigen woorden.',
          'Whoever brought the case says the question again, in their own words.',
        ),
        ownerInstruction: words(
          'Zeg uw vraag opnieuw, in uw eigen woorden.',
          'Say your question again, in your own words.',
        ),
        tip: words(
          'Vaak is de vraag nu een andere. Schrijf die op voor iedereen.',
          'Often it is another question now. Write it down for everybody.',
        ),
        speaks: 'owner',
        writes: 'notes',
        role: 'notes',
      }),
      step({
        id: 'aanpak',
        minutes: 10,
        name: words('Nieuwe aanpak', 'New approach'),
        instruction: words(
          'De inbrenger denkt hardop: wat kan ik anders doen? U helpt met vragen.',
          'Whoever brought the case thinks aloud: what can I do differently? You help with questions.',
        ),
        ownerInstruction: words(
          'Denk hardop: wat kan ik anders doen? De anderen helpen met vragen.',
          'Think aloud: what can I do differently? The others help with questions.',
        ),
        tip: words(
          'Nog geen tips van de groep. Die komen hierna.',
          'No tips from the group yet. They come next.',
        ),
        speaks: 'owner',
      }),
      step({
        id: 'tips',
        minutes: 10,
        name: words('Tips', 'Tips'),
        instruction: words(
          'Schrijf één tip op voor de inbrenger. U ziet elkaars tips zodra ze klaar zijn.',
          'Write one tip for whoever brought the case. You see each other’s tips as soon as they are done.',
        ),
        ownerInstruction: words(
          'Lees de tips. Zeg dank u wel, en verder niets.',
          'Read the tips. Say thank you, and nothing else.',
        ),
        tip: words(
          'Een tip is een cadeau: aannemen mag, gebruiken hoeft niet.',
          'A tip is a present: one may take it and need not use it.',
        ),
        speaks: 'nobody',
        writes: 'others',
      }),
      step({
        id: 'inzichten',
        minutes: 10,
        name: words('Eigen inzichten', 'Own insights'),
        instruction: words(
          'Ieder noemt één ding dat de eigen praktijk helpt. Schrijf de afspraken op.',
          'Everyone names one thing that helps their own practice. Write down the agreements.',
        ),
        tip: words('Begin bij de inbrenger.', 'Begin with whoever brought the case.'),
        writes: 'notes',
      }),
    ],
  },
  gossip: {
    name: words('Roddelmethode', 'Gossip method'),
    when: words(
      'De groep kent elkaar goed, en iemand wil horen wat de anderen zien.',
      'The group knows each other well, and someone wants to hear what the others see.',
    ),
    fit: { metBefore: 2, practices: { min: 4, max: 8 } },
    steps: [
      step({
        id: 'vraag',
        minutes: 10,
        name: words('De vraag', 'The question'),
        instruction: words(
          'De inbrenger vertelt wat er speelt en wat de vraag is.',
          'Whoever brings the case says what is going on and what the question is.',
        ),
        ownerInstruction: words(
          'Vertel wat er speelt en wat uw vraag is.',
          'Say what is going on and what your question is.',
        ),
        tip: words(
          'Herinner de groep aan de afspraken: wat hier gezegd wordt, blijft hier.',
          'Remind the group of the agreement: what is said here stays here.',
        ),
        speaks: 'owner',
        role: 'case',
      }),
      step({
        id: 'verkennen',
        minutes: 15,
        name: words('Verkennen', 'Exploring'),
        instruction: words(
          'Ieder stelt hoogstens drie open vragen.',
          'Everyone asks three open questions at most.',
        ),
        ownerInstruction: words(
          'U geeft antwoord. Ieder stelt u hoogstens drie vragen.',
          'You answer. Everyone asks you three questions at most.',
        ),
        tip: words(
          'Tel mee. Na drie vragen is de volgende aan de beurt.',
          'Keep count. After three questions it is the next one’s turn.',
        ),
      }),
      step({
        id: 'roddelen',
        minutes: 15,
        name: words('Roddelen', 'Gossiping'),
        instruction: words(
          'U praat over de inbrenger in de derde persoon: "zij vindt het vast lastig dat". Schrijf ook één zin op over wat u ziet.',
          'You talk about whoever brought the case in the third person: "she must find it hard that". Also write down one sentence about what you see.',
        ),
        ownerInstruction: OUTSIDE,
        tip: words(
          'Praat over wat u ziet en vermoedt, met respect. De zinnen ziet de inbrenger pas na deze stap.',
          'Talk about what you see and suspect, with respect. Whoever brought the case sees the sentences only after this step.',
        ),
        speaks: 'others',
        ownerOutside: true,
        writes: 'others',
        together: true,
        named: false,
        hiddenFromOwner: true,
      }),
      step({
        id: 'ervaring',
        minutes: 10,
        name: words('Terug in de kring', 'Back in the circle'),
        instruction: words(
          'De inbrenger vertelt wat raakte, wat klopt en wat nieuw is. U verklaart niets.',
          'Whoever brought the case says what struck home, what is right and what is new. You explain nothing.',
        ),
        ownerInstruction: words(
          'U leest nu de zinnen. Kies er een uit en zeg wat die met u doet.',
          'You read the sentences now. Choose one and say what it does to you.',
        ),
        tip: words(
          'Geef de inbrenger het eerste woord, en stilte.',
          'Give the first word to whoever brought the case, and silence.',
        ),
        speaks: 'owner',
      }),
      step({
        id: 'afronden',
        minutes: 10,
        name: words('Afronden', 'Closing'),
        instruction: words(
          'Wat neemt ieder mee? Schrijf op wat de groep wil onthouden.',
          'What does everyone take along? Write down what the group wants to remember.',
        ),
        tip: words(
          'Vraag hoe het voor de inbrenger was. Stop pas als het goed is.',
          'Ask how it was for whoever brought the case. Stop only when it is all right.',
        ),
        writes: 'notes',
        role: 'notes',
      }),
    ],
  },
  balint: {
    name: words('Balintmethode', 'Balint method'),
    when: words(
      'Het gaat om de band tussen arts en patiënt, en om wat die met u doet.',
      'It is about the bond between doctor and patient, and what it does to you.',
    ),
    fit: { metBefore: 0, practices: { min: 5, max: 10 } },
    steps: [
      step({
        id: 'verzamelen',
        minutes: 5,
        name: words('Verzamelen', 'Collecting'),
        instruction: words(
          'Wie heeft een contact dat blijft hangen? Eén zin is genoeg, zonder namen.',
          'Who has an encounter that stays with them? One sentence is enough, without names.',
        ),
        tip: words('Niemand hoeft. Stilte mag.', 'Nobody has to. Silence is fine.'),
      }),
      step({
        id: 'kiezen',
        minutes: 5,
        name: words('Kiezen', 'Choosing'),
        instruction: words('U kiest samen één contact.', 'Together you choose one encounter.'),
        tip: words(
          'Kies wat het meest leeft, niet wat het ergst is.',
          'Choose what is most alive, not what is worst.',
        ),
        role: 'case',
      }),
      step({
        id: 'vertellen',
        minutes: 10,
        name: words('Het verhaal', 'The story'),
        instruction: words(
          'De inbrenger vertelt vrij over het contact. U luistert.',
          'Whoever brings it talks freely about the encounter. You listen.',
        ),
        ownerInstruction: words(
          'Vertel vrij over het contact. De anderen luisteren.',
          'Talk freely about the encounter. The others listen.',
        ),
        tip: words('Laat het verhaal zijn eigen volgorde hebben.', 'Let the story have an order of its own.'),
        speaks: 'owner',
      }),
      step({
        id: 'verhelderen',
        minutes: 10,
        name: words('Verhelderen', 'Clarifying'),
        instruction: words(
          'U vraagt alleen wat u nodig hebt om het voor u te zien.',
          'You ask only what you need to picture it.',
        ),
        ownerInstruction: words(
          'U vertelt alleen wat de anderen nodig hebben om het voor zich te zien.',
          'You say only what the others need to picture it.',
        ),
        tip: words('Geen vragen naar diagnose of behandeling.', 'No questions about diagnosis or treatment.'),
      }),
      step({
        id: 'associaties',
        minutes: 5,
        name: words('Eerste invallen', 'First associations'),
        instruction: words(
          'Wat voelt u, wat ziet u? Een beeld of één woord is genoeg.',
          'What do you feel, what do you see? An image or one word is enough.',
        ),
        ownerInstruction: OUTSIDE,
        tip: words('Alles is goed. Niets uitleggen.', 'Anything goes. Explain nothing.'),
        speaks: 'others',
        ownerOutside: true,
      }),
      step({
        id: 'uitdiepen',
        minutes: 20,
        name: words('Uitdiepen', 'Going deeper'),
        instruction: words(
          'U verplaatst zich in de patiënt en in de arts. Wat wil de een van de ander?',
          'You put yourself in the place of the patient and of the doctor. What does the one want of the other?',
        ),
        ownerInstruction: OUTSIDE,
        tip: words(
          'Haal de groep terug naar de relatie zodra het over oplossingen gaat.',
          'Bring the group back to the relation when it turns to solutions.',
        ),
        speaks: 'others',
        ownerOutside: true,
      }),
      step({
        id: 'terug',
        minutes: 10,
        name: words('Terug bij de inbrenger', 'Back to who brought it'),
        instruction: words(
          'De inbrenger zegt wat raakte. Meer hoeft niet.',
          'Whoever brought it says what struck home. No more is needed.',
        ),
        ownerInstruction: words(
          'Zeg wat u raakte. Meer hoeft niet.',
          'Say what struck home. No more is needed.',
        ),
        tip: words('Vraag niet wat de inbrenger nu gaat doen.', 'Do not ask what they will do now.'),
        speaks: 'owner',
      }),
      step({
        id: 'afronden',
        minutes: 5,
        name: words('Afronden', 'Closing'),
        instruction: words(
          'Ieder zegt in één zin hoe u naar huis gaat.',
          'Everyone says in one sentence how you go home.',
        ),
        tip: words('Schrijf hier niets op.', 'Write nothing down here.'),
      }),
    ],
  },
};
