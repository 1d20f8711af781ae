import type { CardView, Estimate, FunnelView, Language, OwnFigureView, Words } from '#libs/contracts';
import {
  provenanceLine,
  type BlockSpec,
  type DeckSpec,
  type PaperBlock,
  type ProvenanceSpec,
  type ResultSheet,
  type SlideSpec,
} from '#libs/documents';

const pick = (language: Language, nl: string, en: string): string => (language === 'nl' ? nl : en);
const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "15 januari 2026" */
export const exportDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: 'Europe/Amsterdam',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(iso));

/** "januari 2025 t/m december 2025" of a half-open period. */
export function exportPeriod(
  { from, toExclusive }: { from: string; toExclusive: string },
  language: Language,
): string {
  const month = (date: Date): string =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
      date,
    );
  const last = new Date(`${toExclusive}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return `${month(new Date(`${from}T00:00:00Z`))} ${pick(language, 't/m', 'to')} ${month(last)}`;
}

/** The card in one line of a slide: who supplied it, when it was read, which definition, how to check it (MIR-02). */
export function cardProvenance({ card, words }: CardView, language: Language): ProvenanceSpec {
  const read = card.sources.map(
    ({ system, supplier, extractAt }) =>
      `${system} (${supplier}), ${pick(language, 'uitgelezen op', 'read on')} ${exportDay(extractAt, language)}`,
  );
  return {
    source: read.join('; '),
    period: exportPeriod(card.period, language),
    remark: [
      `${card.measure.code} ${card.measure.definitionVersion}`,
      ...words.limitations.map((one) => one[language]),
      `${pick(language, 'kaart', 'card')} ${card.figureId}`,
    ].join(' · '),
  };
}

/** Every field of a card as rows, for the sheet that travels with the figures. */
export function cardSheet(cards: readonly CardView[], language: Language): ResultSheet {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const rows = cards.flatMap(({ card, words, verified }): [string, string, string][] => {
    const row = (what: string, value: string): [string, string, string] => [card.figureId, what, value];
    return [
      row(
        t('Maat', 'Measure'),
        `${card.measure.code} ${card.measure.definitionVersion}: ${words.title[language]}`,
      ),
      row(t('Teller', 'Numerator'), words.numerator[language]),
      row(t('Noemer', 'Denominator'), words.denominator[language]),
      row(t('Eenheid', 'Unit'), words.unit[language]),
      row(t('Correctie', 'Standardisation'), card.measure.standardisation),
      row(t('Marge', 'Interval'), card.measure.intervalMethod),
      row(t('Periode', 'Period'), exportPeriod(card.period, language)),
      ...card.sources.map((source) =>
        row(
          t('Bron', 'Source'),
          `${source.system} (${source.supplier}), ${exportDay(source.extractAt, language)}, ${source.commitment}`,
        ),
      ),
      ...card.transformations.map((step) =>
        row(t('Bewerking', 'Step'), `${step.step}. ${step.activity} ${step.code} ${step.codeVersion}`),
      ),
      row(
        t('Bescherming', 'Disclosure control'),
        `${card.disclosureControl.policyVersion}, ${card.disclosureControl.mode}, ${card.disclosureControl.auditVerdict}`,
      ),
      row(t('Vrijgegeven', 'Released'), exportDay(card.responsibility.approvedAt, language)),
      ...words.limitations.map((one) => row(t('Let op', 'Note'), one[language])),
      row(t('Controlegetal', 'Card hash'), card.cardHash),
      row(
        t('Controle', 'Check'),
        verified
          ? t('klopt', 'holds')
          : t('klopt niet: gebruik dit cijfer niet', 'fails: do not use this figure'),
      ),
    ];
  });
  return {
    name: t('Herkomstkaart', 'Provenance card'),
    columns: [
      { heading: t('Kaart', 'Card'), type: 'text', width: 38 },
      { heading: t('Wat', 'What'), type: 'text', width: 20 },
      { heading: t('Waarde', 'Value'), type: 'text', width: 90 },
    ],
    rows,
  };
}

/** Every card that a page of one figure stands on. */
export const exportCards = (view: OwnFigureView): CardView[] => [
  view.card,
  ...(view.group ? [view.group.card] : []),
  ...(view.region ? [view.region.card] : []),
];

/** The page of one figure as sheets: made from the view, so that a file holds nothing the screen may not show. */
export function figureSheets(view: OwnFigureView, language: Language): ResultSheet[] {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const decimals = view.measure.content.decimals;
  const round = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value.toFixed(decimals));
  const estimate = ({ value, low, high }: Estimate): (number | null)[] => [
    round(value),
    round(low),
    round(high),
  ];
  const hidden = t('niet getoond', 'not shown');
  const figure: ResultSheet = {
    name: t('Cijfer', 'Figure'),
    columns: [
      { heading: t('Wie', 'Who'), type: 'text', width: 30 },
      { heading: view.measure.content.title[language], type: 'number', decimals },
      { heading: t('Ondergrens 95%', 'Lower 95%'), type: 'number', decimals },
      { heading: t('Bovengrens 95%', 'Upper 95%'), type: 'number', decimals },
      { heading: t('Toelichting', 'Note'), type: 'text', width: 60 },
    ],
    rows: [
      [t('Uw praktijk', 'Your practice'), ...estimate(view.own), view.sentence[language]],
      ...(view.group?.bars ?? [])
        .filter((bar) => !bar.own)
        .map((bar) => [
          bar.practice ?? bar.label,
          round(bar.value),
          null,
          null,
          bar.value === null ? hidden : '',
        ]),
      ...(view.region ? [[t('Regio', 'Region'), round(view.region.value), null, null, '']] : []),
    ],
  };
  const trend: ResultSheet = {
    name: t('Verloop', 'Trend'),
    columns: [
      { heading: t('Vanaf', 'From'), type: 'text', width: 14 },
      { heading: t('Maanden', 'Months'), type: 'integer' },
      { heading: t('Waarde', 'Value'), type: 'number', decimals },
      { heading: t('Ondergrens', 'Lower limit'), type: 'number', decimals },
      { heading: t('Bovengrens', 'Upper limit'), type: 'number', decimals },
    ],
    rows: view.trend.points.map((point, k) => [
      point.from,
      point.months,
      round(point.value),
      round(view.trend.chart?.lower[k]),
      round(view.trend.chart?.upper[k]),
    ]),
  };
  const remarks: ResultSheet = {
    name: t('Opmerkingen', 'Remarks'),
    columns: [
      { heading: t('Soort', 'Kind'), type: 'text', width: 14 },
      { heading: t('Stand', 'State'), type: 'text', width: 14 },
      { heading: t('Opmerking', 'Remark'), type: 'text', width: 60 },
      { heading: t('Antwoord', 'Answer'), type: 'text', width: 60 },
    ],
    rows: view.remarks.map((one) => [one.kind, one.state, one.text, one.answer]),
  };
  return [
    figure,
    ...(trend.rows.length > 0 ? [trend] : []),
    ...(remarks.rows.length > 0 ? [remarks] : []),
    cardSheet(exportCards(view), language),
  ];
}

/** One figure on paper: what it says, the practices as the screen shows them, and where it comes from (MIR-02, SES-05). */
export function figurePaper(view: OwnFigureView, language: Language): PaperBlock[] {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const number = new Intl.NumberFormat(LOCALE[language], {
    maximumFractionDigits: view.measure.content.decimals,
    minimumFractionDigits: view.measure.content.decimals,
  });
  const written = (value: number | null): string =>
    value === null ? t('niet getoond', 'not shown') : number.format(value);
  const disputed = view.remarks.some(({ kind, state }) => kind === 'dispute' && state === 'open');
  return [
    { kind: 'heading', level: 2, text: `${view.measure.content.title[language]}: ${view.item.name}` },
    { kind: 'paragraph', text: [{ text: view.sentence[language], bold: true }] },
    { kind: 'paragraph', text: view.detail[language] },
    {
      kind: 'table',
      columns: [
        { heading: t('Wie', 'Who'), share: 3 },
        { heading: view.card.words.unit[language], share: 1.4, align: 'end' },
      ],
      rows: [
        [[{ text: t('Uw praktijk', 'Your practice'), bold: true }], written(view.own.value)],
        ...(view.group?.bars ?? [])
          .filter(({ own }) => !own)
          .map(({ practice, label, value }) => [practice ?? label, written(value)]),
        ...(view.region ? [[t('Regio', 'Region'), written(view.region.value)]] : []),
      ],
    },
    ...(disputed
      ? [
          {
            kind: 'paragraph' as const,
            text: t(
              'Een praktijk zegt dat dit cijfer niet klopt.',
              'A practice says that this figure is wrong.',
            ),
          },
        ]
      : []),
    {
      kind: 'paragraph',
      tone: 'quiet',
      text: provenanceLine(cardProvenance(view.group?.card ?? view.card, language), language),
    },
  ];
}

/** A slide of one figure: its sentence, bars of own practice, group and region, case mix in the notes. */
export function figureSlide(view: OwnFigureView, language: Language): SlideSpec {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const bars = [
    ...(view.group?.bars ?? [{ label: '', practice: null, value: view.own.value, own: true }]).map((bar) => ({
      name: bar.own ? t('Uw praktijk', 'Your practice') : (bar.practice ?? bar.label),
      value: bar.value,
    })),
    ...(view.region ? [{ name: t('Regio', 'Region'), value: view.region.value }] : []),
  ];
  const blocks: BlockSpec[] = [
    {
      kind: 'bars',
      reading: view.sentence[language],
      categories: bars.map(({ name }) => name),
      series: [
        {
          name: view.measure.content.title[language],
          values: bars.map(({ value }) => value),
          tone: 'accent',
        },
      ],
    },
    { kind: 'text', text: view.detail[language] },
  ];
  const disputes = view.remarks.filter(({ kind, state }) => kind === 'dispute' && state === 'open').length;
  const notes: Words[] = [view.measure.content.direction, view.caseMix];
  return {
    title: `${view.measure.content.title[language]}: ${view.item.name}`,
    blocks: [
      ...blocks,
      ...(disputes > 0
        ? [
            {
              kind: 'text' as const,
              text: t(
                'Een praktijk zegt dat dit cijfer niet klopt.',
                'A practice says that this figure is wrong.',
              ),
            },
          ]
        : []),
    ],
    provenance: cardProvenance(view.group?.card ?? view.card, language),
    notes: notes.map((words) => words[language]).join('\n'),
  };
}

export function figuresDeck(
  { title, region, story }: { title: string; region: string; story?: string },
  views: readonly OwnFigureView[],
  language: Language,
  madeAt: Date,
): DeckSpec {
  const first: SlideSpec[] = story?.trim()
    ? [
        {
          title: pick(language, 'Eerst het verhaal', 'The story first'),
          blocks: [{ kind: 'text', text: story }],
        },
      ]
    : [];
  return {
    language,
    title,
    organisation: region,
    madeAt,
    slides: [...first, ...views.map((view) => figureSlide(view, language))],
  };
}

/** The funnel as sheets: labels, never names. */
export function funnelSheets(view: FunnelView, language: Language): ResultSheet[] {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  return [
    {
      name: t('Trechter', 'Funnel'),
      columns: [
        { heading: t('Praktijk', 'Practice'), type: 'text', width: 16 },
        { heading: t('Verwacht', 'Expected'), type: 'number', decimals: 1 },
        { heading: t('Verhouding', 'Ratio'), type: 'number', decimals: 2 },
        { heading: t('Buiten de grens', 'Outside the limit'), type: 'text', width: 18 },
      ],
      rows: view.points.map(({ label, expected, ratio, outside }) => [
        label,
        expected,
        ratio,
        { none: '', high: t('boven', 'above'), low: t('onder', 'below') }[outside],
      ]),
    },
    cardSheet([view.card], language),
  ];
}
