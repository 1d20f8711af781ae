import type { RoundExplanationKey, RoundKindSlug, RoundKindView, RoundRules, Words } from '#libs/contracts';

const WEIGHTS: RoundRules['weights'] = { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 };

const rules = (min: number, max: number, own: Partial<RoundRules> = {}): RoundRules => ({
  groupSize: { min, max },
  maxAbsentPerGroup: 0,
  maxPerDistrict: null,
  requireRankedTheme: true,
  weights: { ...WEIGHTS },
  ...own,
});

/** One sentence beside each rule, weight and question, so that nobody has to guess what it does (XCT-02). */
export const EXPLANATIONS: Record<RoundExplanationKey, Words> = {
  'rule.groupSize': {
    nl: 'Een groep heeft nooit minder en nooit meer praktijken dan dit.',
    en: 'A group never has fewer and never has more practices than this.',
  },
  'rule.maxAbsentPerGroup': {
    nl: 'Zoveel praktijken van een groep mogen de eerste bijeenkomst missen.',
    en: 'This many practices of a group may miss the first meeting.',
  },
  'rule.maxPerDistrict': {
    nl: 'Zoveel praktijken uit dezelfde HAGRO mogen samen in een groep; leeg is geen grens.',
    en: 'This many practices from the same district may share a group; empty means no limit.',
  },
  'rule.requireRankedTheme': {
    nl: 'Een praktijk komt alleen bij een thema dat zij zelf koos.',
    en: 'A practice only gets a theme that it chose itself.',
  },
  'weight.theme': {
    nl: 'Hoe zwaar het telt dat een praktijk haar eerste keus krijgt.',
    en: 'How much it counts that a practice gets its first choice.',
  },
  'weight.attendance': {
    nl: 'Hoe zwaar het telt dat de datum goed uitkomt en niet alleen als het moet.',
    en: 'How much it counts that the date suits well and not only if needed.',
  },
  'weight.continuity': {
    nl: 'Hoe zwaar het telt dat praktijken bij eerdere gesprekspartners blijven.',
    en: 'How much it counts that practices stay with earlier partners.',
  },
  'weight.motivation': {
    nl: 'Hoe zwaar het telt dat de praktijken in een groep even gemotiveerd zijn.',
    en: 'How much it counts that the practices in a group are equally motivated.',
  },
  'ask.themes': {
    nl: 'Groepen werken beter als iedereen het onderwerp zelf koos.',
    en: 'Groups work better when everybody chose the subject.',
  },
  'ask.excluded-themes': {
    nl: 'Zo voorkomen wij dat u bij een thema komt dat u echt niet wilt.',
    en: 'This way you never get a theme that you really do not want.',
  },
  'ask.dates': {
    nl: 'De groep krijgt een datum waarop u kunt. Op een lege dag rekenen wij niet op u.',
    en: 'The group gets a date that you can make. On a day left empty we do not count on you.',
  },
  'ask.motivation': {
    nl: 'Groepen werken beter als iedereen ongeveer even gemotiveerd is.',
    en: 'Groups work better when everybody is about equally motivated.',
  },
  'ask.stay': {
    nl: 'Wij houden bekende gesprekspartners bij elkaar als u dat wilt.',
    en: 'We keep familiar partners together if you want that.',
  },
  'ask.leader': {
    nl: 'Elke groep heeft een gespreksleider uit een van de praktijken.',
    en: 'Every group has a discussion leader from one of the practices.',
  },
};

/**
 * The kinds of rounds as reviewed data (requirements A16: where the sources contradict each other, it is configuration). A
 * round takes a copy and may differ.
 */
export const ROUND_KINDS: readonly RoundKindView[] = [
  {
    // GRP-01, GRP-05…07, PRG-15
    slug: 'plus-praktijk',
    name: { nl: 'Intervisie PlusPraktijk', en: 'PlusPraktijk intervision' },
    purpose: {
      nl: 'Kleine, vaste groepen praktijken die samen aan hun speerpunten werken.',
      en: 'Small, steady groups of practices that work on their focus points together.',
    },
    programme: 'PlusPraktijk',
    meetingsPerYear: 4,
    scopeRule: null,
    rules: rules(4, 6),
    asks: ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'],
    explanations: EXPLANATIONS,
  },
  {
    // GRP-02, PRG-14
    slug: 'regional-s3',
    name: { nl: 'Regionale intervisie (S3)', en: 'Regional intervision (S3)' },
    purpose: {
      nl: 'Vier bijeenkomsten per jaar over een bepaald onderwerp, als deel van de S3-prestatie.',
      en: 'Four meetings a year on a specific subject, as part of the S3 performance.',
    },
    programme: 'S3',
    meetingsPerYear: 4,
    scopeRule: null,
    rules: rules(6, 8),
    asks: ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'],
    explanations: EXPLANATIONS,
  },
  {
    // GRP-03, GRP-04
    slug: 'mtvp-thematic',
    name: { nl: 'Thematische intervisie MTVP', en: 'MTVP thematic intervision' },
    purpose: {
      nl: 'De jaarlijkse verplichte intervisie voor alle praktijken die meedoen aan Meer Tijd Voor de Patiënt.',
      en: 'The yearly mandatory intervision for all practices that take part in More Time for the Patient.',
    },
    programme: 'MTVP',
    meetingsPerYear: 1,
    scopeRule: null,
    rules: rules(4, 6),
    asks: ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'],
    explanations: EXPLANATIONS,
  },
  {
    // GRP-11
    slug: 'assistants',
    name: { nl: 'Intervisie voor assistenten', en: 'Intervision for assistants' },
    purpose: {
      nl: 'Doktersassistenten bespreken met elkaar vragen over hun rol en hun werk.',
      en: 'Practice assistants discuss questions about their role and their work.',
    },
    programme: null,
    meetingsPerYear: 4,
    scopeRule: {
      nl: 'Deze groep bespreekt vragen over de rol, geen medische inhoud.',
      en: 'This group discusses questions about the role, no medical content.',
    },
    rules: rules(4, 8, { requireRankedTheme: false }),
    asks: ['themes', 'dates', 'stay', 'leader'],
    explanations: EXPLANATIONS,
  },
  {
    // GRP-12
    slug: 'course-return',
    name: { nl: 'Terugkomgroep na een cursus', en: 'Return group after a course' },
    purpose: {
      nl: 'Deelnemers aan een cursus komen terug om te bespreken wat zij ermee doen.',
      en: 'Participants of a course come back to discuss what they do with it.',
    },
    programme: null,
    meetingsPerYear: 2,
    scopeRule: null,
    rules: rules(4, 8, { requireRankedTheme: false }),
    asks: ['themes', 'dates', 'stay', 'leader'],
    explanations: EXPLANATIONS,
  },
  {
    // GRP-09, GRP-10: extra intervision has no prescribed form
    slug: 'free',
    name: { nl: 'Vrije ronde', en: 'Free round' },
    purpose: {
      nl: 'Extra intervisie die u zelf vormgeeft.',
      en: 'Extra intervision that you shape yourself.',
    },
    programme: null,
    meetingsPerYear: 1,
    scopeRule: null,
    rules: rules(3, 8, { requireRankedTheme: false }),
    asks: ['themes', 'dates', 'leader'],
    explanations: EXPLANATIONS,
  },
];

export const roundKind = (slug: RoundKindSlug): RoundKindView =>
  ROUND_KINDS.find((kind) => kind.slug === slug) as RoundKindView;
