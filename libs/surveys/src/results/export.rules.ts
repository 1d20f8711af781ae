import type { Language, QuestionnaireContent, QuestionnaireItem, ResultsView, Words } from '#libs/contracts';
import type { BlockSpec, DeckSpec, ProvenanceSpec, ResultSheet, SlideSpec } from '#libs/documents';
import type { NamedBallot } from './results.queries.js';
import { decimal, percent } from './sentences.rules.js';

const pick = (language: Language, nl: string, en: string): string => (language === 'nl' ? nl : en);

/** Where the figures of an export come from; stands on every page and sheet. */
export function provenanceOf(results: ResultsView, language: Language): ProvenanceSpec {
  const remarks = [
    results.cut ? `${pick(language, 'deel', 'part')}: ${results.cut.label[language]}` : null,
    ...results.cautions.map((one) => one[language]),
  ].filter((one) => one !== null);
  return {
    source: results.title[language],
    n: results.answered,
    nonResponse: results.invited - results.answered,
    period: `${pick(language, 'gesloten op', 'closed on')} ${day(results.closedAt, language)}`,
    ...(remarks.length > 0 && { remark: remarks.join(' ') }),
  };
}

const day = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(iso));

/**
 * Results as sheets: per question, per bar, factors, open answers. Made from the view, so that a file can hold nothing that the
 * screen may not show.
 */
export function resultSheets(results: ResultsView, language: Language): ResultSheet[] {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const of = (words: Words): string => words[language];
  const questions: ResultSheet = {
    name: t('Vragen', 'Questions'),
    columns: [
      { heading: t('Vraag', 'Question'), type: 'text', width: 60 },
      { heading: t('Antwoorden', 'Answers'), type: 'integer' },
      { heading: t('Niet beantwoord', 'Not answered'), type: 'integer' },
      { heading: t('Gemiddelde', 'Mean'), type: 'number' },
      { heading: t('Ondergrens 95%', 'Lower 95%'), type: 'number' },
      { heading: t('Bovengrens 95%', 'Upper 95%'), type: 'number' },
      { heading: t('Mediaan', 'Median'), type: 'number' },
      { heading: t('Toelichting', 'Reading'), type: 'text', width: 80 },
    ],
    rows: results.items.map((item) => [
      of(item.text),
      item.n,
      item.distribution?.missing ?? null,
      round(item.mean?.value),
      round(item.mean?.low),
      round(item.mean?.high),
      item.median,
      of(item.sentence),
    ]),
  };
  const bars: ResultSheet = {
    name: t('Verdelingen', 'Distributions'),
    columns: [
      { heading: t('Vraag', 'Question'), type: 'text', width: 60 },
      { heading: t('Antwoord', 'Answer'), type: 'text', width: 30 },
      { heading: t('Aantal', 'Count'), type: 'integer' },
      { heading: t('Deel', 'Share'), type: 'number' },
    ],
    rows: results.items.flatMap((item) =>
      (item.distribution?.bars ?? []).map((bar) => [
        of(item.text),
        of(bar.label),
        bar.count,
        round(bar.share, 3),
      ]),
    ),
  };
  const texts: ResultSheet = {
    name: t('Open antwoorden', 'Open answers'),
    columns: [
      { heading: t('Vraag', 'Question'), type: 'text', width: 60 },
      { heading: t('In andere woorden', 'In other words'), type: 'text', width: 80 },
    ],
    rows: results.texts.flatMap((one) => one.shown.map((shown) => [of(one.text), shown])),
  };
  return [questions, bars, ...(texts.rows.length > 0 ? [texts] : [])];
}

/** Who answered what: for the organiser of a campaign by name alone, who promised just that. */
export function byNameSheet(
  content: QuestionnaireContent,
  ballots: readonly NamedBallot[],
  language: Language,
): ResultSheet {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const cell = (item: QuestionnaireItem, ballot: NamedBallot): string | null => {
    const answer = ballot.answers[item.key];
    if (!answer) return ballot.texts?.[item.key] ?? null;
    if ('value' in answer) return String(answer.value);
    if ('text' in answer) return answer.text;
    if ('notApplicable' in answer) return t('weet ik niet / n.v.t.', 'I do not know / n.a.');
    const chosen =
      item.type === 'choice' ? item.options.filter(({ key }) => answer.options.includes(key)) : [];
    return chosen.map(({ text }) => text[language]).join('; ');
  };
  return {
    name: t('Op naam', 'By name'),
    columns: [
      t('Naam', 'Name'),
      t('Praktijk', 'Practice'),
      ...content.items.map(({ text }) => text[language]),
    ].map((heading) => ({ heading, type: 'text' as const, width: 28 })),
    rows: ballots.map((ballot) => [
      ballot.name,
      ballot.practice,
      ...content.items.map((item) => cell(item, ballot)),
    ]),
  };
}

const round = (value: number | null | undefined, digits = 2): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

/** Results as slides: the turnout, each scale with its mean, the choices, factors, open answers. Each says where it comes from. */
export function resultDeck(
  results: ResultsView,
  language: Language,
  organisation: string,
  madeAt: Date,
): DeckSpec {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const of = (words: Words): string => words[language];
  const provenance = provenanceOf(results, language);
  const slides: SlideSpec[] = [
    {
      title: t('Wie antwoordde', 'Who answered'),
      blocks: [
        { kind: 'figure', value: `${results.answered}`, caption: of(results.sentence) },
        ...(results.cautions.length > 0
          ? [{ kind: 'bullets', items: results.cautions.map(of) } as BlockSpec]
          : []),
      ],
      provenance,
    },
    ...results.items
      .filter((item) => !item.key.startsWith('factor-'))
      .map((item): SlideSpec => ({
        title: of(item.text),
        blocks: [
          item.mean
            ? { kind: 'figure', value: decimal(item.mean.value, language), caption: of(item.sentence) }
            : { kind: 'text', text: of(item.sentence) },
        ],
        ...(item.distribution && item.distribution.bars.length > 0
          ? {
              beside: [
                {
                  kind: 'bars',
                  reading: t(`Antwoorden van ${item.n} mensen.`, `Answers of ${item.n} people.`),
                  categories: item.distribution.bars.map((bar) => of(bar.label)),
                  series: [
                    {
                      name: t('Antwoorden', 'Answers'),
                      values: item.distribution.bars.map((bar) => bar.count),
                    },
                  ],
                  unit: 'count',
                } as BlockSpec,
              ],
            }
          : {}),
        provenance:
          item.n === null ? provenance : { ...provenance, n: item.n, nonResponse: results.invited - item.n },
      })),
    ...(results.factors.length > 0
      ? [
          {
            title: t('Acht factoren', 'Eight factors'),
            blocks: [
              {
                kind: 'table',
                summary: t(
                  'Per factor het vaakst gegeven antwoord.',
                  'Per factor the answer given most often.',
                ),
                columns: [
                  { heading: t('Factor', 'Factor') },
                  { heading: t('Nodig', 'Needed') },
                  { heading: t('Meer hiervan geeft', 'More of it gives') },
                  { heading: t('Tot nu toe', 'So far') },
                ],
                rows: results.factors.map((factor) => [
                  of(factor.name),
                  ...(['condition', 'relation', 'contribution'] as const).map((property) => {
                    const told = factor.properties.find((one) => one.property === property)?.options ?? [];
                    const most = told.reduce<(typeof told)[number] | null>(
                      (a, b) => (a === null || b.share > a.share ? b : a),
                      null,
                    );
                    return most ? `${of(most.label)} (${percent(most.share, language)})` : '–';
                  }),
                ]),
              } as BlockSpec,
            ],
            provenance,
          },
        ]
      : []),
    ...results.texts
      .filter((one) => one.shown.length > 0)
      .map((one): SlideSpec => ({
        title: of(one.text),
        subtitle: t('In andere woorden weergegeven', 'Given in other words'),
        blocks: [{ kind: 'bullets', items: one.shown }],
        provenance,
      })),
  ];
  return {
    language,
    title: of(results.title),
    subtitle: of(results.sentence),
    organisation,
    madeAt,
    slides,
  };
}
