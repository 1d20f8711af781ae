import type { Language, RoundKindSlug, Words } from '#libs/contracts';
import { roundKind } from '../rounds/round-kinds.rules.js';

/** What every group can start from: few points, each short enough to read aloud. */
const FOR_ALL: readonly Words[] = [
  {
    nl: 'Wat hier gezegd wordt, blijft hier. Alleen als iedereen het goed vindt, gaat iets verder.',
    en: 'What is said here stays here. Something only goes further when everybody agrees.',
  },
  {
    nl: 'Wij noemen nooit namen of gegevens van patiënten.',
    en: 'We never mention names or details of patients.',
  },
  {
    nl: 'Wij vragen eerst door. Daarna pas komt een mening of een advies.',
    en: 'We ask first. Only then comes an opinion or advice.',
  },
  {
    nl: 'Iedereen komt aan het woord. Twijfel en fouten mogen op tafel.',
    en: 'Everybody is heard. Doubts and mistakes may be on the table.',
  },
  {
    nl: 'Wij komen op tijd en blijven tot het eind. Wie niet kan, meldt dat en stuurt een collega.',
    en: 'We come on time and stay until the end. Who cannot come says so and sends a colleague.',
  },
  {
    nl: 'Wij sluiten af met acties: wie doet wat, en wanneer.',
    en: 'We end with actions: who does what, and when.',
  },
];

/** What a group of practices that looks at figures adds. */
const FIGURES: Words = {
  nl: 'Met cijfers leren wij van elkaar. Wij maken er geen ranglijst van.',
  en: 'We use figures to learn from each other. We do not make a league table.',
};

/** What a kind of group adds, after the points for all (requirements A16: data, not code). */
const FOR_KIND: Record<RoundKindSlug, readonly Words[]> = {
  'plus-praktijk': [
    FIGURES,
    {
      nl: 'Wij zijn open over hoe onze praktijk draait, ook over wat nog niet lukt.',
      en: 'We are open about how our practice runs, also about what does not work yet.',
    },
  ],
  'regional-s3': [
    FIGURES,
    {
      nl: 'Wij blijven bij het onderwerp van de bijeenkomst. De rest komt op de lijst voor een volgende keer.',
      en: 'We keep to the subject of the meeting. The rest goes on the list for another time.',
    },
  ],
  'mtvp-thematic': [
    FIGURES,
    {
      nl: 'Elke praktijk neemt een eigen voorbeeld mee over tijd voor de patiënt.',
      en: 'Every practice brings an example of its own about time for the patient.',
    },
  ],
  // GRP-11: the scope rule itself stands first
  assistants: [
    {
      nl: 'Wij praten over ons eigen werk, niet over collega’s die er niet bij zijn.',
      en: 'We talk about our own work, not about colleagues who are not here.',
    },
  ],
  'course-return': [
    {
      nl: 'Ieder vertelt wat sinds de cursus lukte, hoe klein ook.',
      en: 'Everybody tells what has worked since the course, however small.',
    },
  ],
  free: [],
};

/** The text that a group of this kind starts from (SES-01), its scope rule first (GRP-11). */
export function startingPoints(kind: RoundKindSlug, language: Language): string[] {
  const { scopeRule } = roundKind(kind);
  return [...(scopeRule ? [scopeRule] : []), ...FOR_ALL, ...FOR_KIND[kind]].map((words) => words[language]);
}
