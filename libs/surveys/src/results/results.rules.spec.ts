import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers, QuestionnaireContent } from '#libs/contracts';
import { deck } from '#libs/documents';
import { readPresentation, SMALL_QUESTIONNAIRE } from '#libs/testing';
import type { CampaignTurnout } from '../campaigns/campaign.entity.js';
import { VALUE_SURVEY_STAFF } from '../questionnaires/built-in/value-survey-staff.rules.js';
import { comparisonOf, regressionOf, seriesOf } from './analysis.rules.js';
import { resultDeck, resultSheets } from './export.rules.js';
import type { OpenedBallot } from './parts.rules.js';
import { resultsOf, type ClosedCampaign } from './results.rules.js';

const words = (text: string) => ({ nl: text, en: text });
const grades = (role: string | null, ...values: number[]): OpenedBallot[] =>
  values.map((value) => ({ answers: { grade: { value } }, role, theme: null }));

/** A closed campaign; everybody is of a practice of their own. */
function campaign(
  ballots: OpenedBallot[],
  values: { content?: QuestionnaireContent; invited?: number; practices?: number } = {},
): ClosedCampaign {
  const count = (list: OpenedBallot[], invited = list.length): CampaignTurnout['whole'] => ({
    invited,
    answered: list.length,
    practices: Math.min(values.practices ?? 99, list.length),
  });
  const roles = [...new Set(ballots.flatMap(({ role }) => role ?? []))];
  return {
    id: 'one',
    title: words('Evaluatie'),
    closedAt: new Date('2026-11-01T09:00:00Z'),
    anonymity: 'anonymous',
    content: values.content ?? SMALL_QUESTIONNAIRE,
    turnout: {
      whole: count(ballots, values.invited),
      roles: Object.fromEntries(
        roles.map((role) => [role, count(ballots.filter((one) => one.role === role))]),
      ),
      themes: {},
    },
    ballots,
    texts: new Map([['remark', { waiting: 1, shown: ['Meer tijd voor casuïstiek.'] }]]),
  };
}

const twelve = grades(null, 4, 5, 6, 7, 7, 7, 8, 8, 8, 9, 9, 10);

describe('results of a campaign (SUR-08, SUR-15)', () => {
  it.each([
    ['four answers', campaign(grades(null, 2, 5, 7, 9)), 'too-few-responses'],
    ['two practices', campaign(grades(null, 2, 5, 7, 9, 9, 9), { practices: 2 }), 'too-few-practices'],
  ])('says nothing about %s, in no field and in no file (adversary test d)', (_, one, reason) => {
    const results = resultsOf(one, null);
    expect(results).toMatchObject({ hidden: reason, items: [], factors: [], cuts: [], practices: null });
    expect(results.texts).toEqual([
      expect.objectContaining({ hidden: 'too-few-texts', shown: [], waiting: 0 }),
    ]);
    expect(resultSheets(results, 'nl').flatMap(({ rows }) => [...rows])).toEqual([]);
  });

  it('gives mean, interval, n and who did not answer, in a sentence that says no more', () => {
    const results = resultsOf(campaign(twelve, { invited: 30 }), null);
    const [grade] = results.items;
    expect(grade).toMatchObject({ n: 12, hidden: null, median: 7.5 });
    expect(grade?.mean?.value).toBeCloseTo(7.3333, 3);
    expect(grade?.high).toMatchObject({ from: 7, share: 0.75 });
    expect(grade?.sentence.nl).toBe(
      'Gemiddeld 7,3 uit 12 antwoorden (95%-interval 6,2 tot 8,4). 75\u00a0% gaf een 7 of hoger.',
    );
    expect(results.sentence.nl).toBe('12 van de 30 genodigden antwoordden (40\u00a0%).');
    expect(results.cautions.map(({ nl }) => nl)).toEqual([
      '18 genodigden antwoordden niet. Zij kunnen er anders over denken.',
      'Kleine aantallen: een verschil of verandering kan toeval zijn.',
    ]);
  });

  it('tells open answers from eight questionnaires, never beside a part, and never an original', () => {
    expect(resultsOf(campaign(twelve), null).texts[0]).toMatchObject({
      hidden: null,
      shown: ['Meer tijd voor casuïstiek.'],
    });
    const staff = campaign([
      ...grades('practice-employee', 5, 6, 7, 8, 9, 8),
      ...grades('practice-holder', 5, 6, 7, 8, 8),
    ]);
    expect(resultsOf(staff, { dimension: 'role', value: 'practice-holder' }).texts).toEqual([]);
  });

  it('refuses a part whose complement could be worked out', () => {
    const one = campaign([
      ...grades('practice-employee', ...Array<number>(20).fill(7)),
      ...grades(null, 8, 9),
    ]);
    const results = resultsOf(one, { dimension: 'role', value: 'practice-employee' });
    expect(results).toMatchObject({ hidden: 'complement-too-small', items: [] });
    expect(resultsOf(one, { dimension: 'role', value: 'specialist' })).toMatchObject({
      hidden: 'too-few-responses',
    });
  });

  it('leaves no item of a part from which the others’ few answers follow', () => {
    const holders = grades('practice-holder', 5, 6, 7, 8, 8, 9);
    const staff: OpenedBallot[] = [
      ...grades('practice-employee', 6, 7),
      ...Array.from({ length: 8 }, () => ({ answers: {}, role: 'practice-employee', theme: null })),
    ];
    const results = resultsOf(campaign([...holders, ...staff]), {
      dimension: 'role',
      value: 'practice-holder',
    });
    expect(results.hidden).toBeNull();
    expect(results.items[0]).toMatchObject({
      key: 'grade',
      hidden: 'complement-too-small',
      mean: null,
      n: null,
    });
  });

  it('shows eight factors with three properties and the published outcome beside them (SUR-04, SUR-05)', () => {
    const answers: Answers = Object.fromEntries(
      VALUE_SURVEY_STAFF.items
        .filter((item) => item.type === 'choice' && item.factor)
        .map((item) => [item.key, { options: [(item as { options: { key: string }[] }).options[0]!.key] }]),
    );
    const other: Answers = { 'factor-autonomy-condition': { options: ['no'] } };
    const ballots = Array.from({ length: 20 }, (_, k) => ({
      answers: k < 14 ? answers : other,
      role: null,
      theme: null,
    }));
    const { factors } = resultsOf(campaign(ballots, { content: VALUE_SURVEY_STAFF }), null);
    expect(factors).toHaveLength(8);
    expect(factors[0]).toMatchObject({
      factor: 'autonomy',
      properties: [
        { property: 'condition', n: 20, hidden: null, reference: { nl: 'Ja' } },
        { property: 'relation', hidden: 'unanimous', options: [] },
        { property: 'contribution', hidden: 'unanimous', options: [] },
      ],
      sentence: {
        nl: 'Nodig: ja (70\u00a0%). Meer hiervan: meer waarde (bijna iedereen). Tot nu toe: positief (bijna iedereen).',
      },
    });
    expect(factors[7]?.properties.map(({ reference }) => reference.nl)).toEqual([
      'Nee',
      'Meer waarde',
      'Negatief',
    ]);
  });

  it('makes sheets and a deck of nothing but the view, each page with where it comes from', async () => {
    const results = resultsOf(campaign(twelve, { invited: 30 }), null);
    const [questions, bars, texts] = resultSheets(results, 'nl');
    expect([...questions!.rows][0]).toEqual([
      'Welk cijfer geeft u?',
      12,
      0,
      7.33,
      6.24,
      8.43,
      7.5,
      results.items[0]?.sentence.nl,
    ]);
    expect([...bars!.rows].reduce((sum, row) => sum + (row[2] as number), 0)).toBeGreaterThanOrEqual(12);
    expect([...texts!.rows]).toEqual([['Wilt u nog iets kwijt?', 'Meer tijd voor casuïstiek.']]);
    const file = await deck(resultDeck(results, 'nl', 'Vlierstreek', new Date('2026-11-22T10:00:00Z')));
    const { problems, slides } = await readPresentation(file);
    expect(problems).toEqual([]);
    expect(slides.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Wie antwoordde', 'Welk cijfer geeft u?', 'Wilt u nog iets kwijt?']),
    );
  });

  it('never tells one or two people, whatever was answered', () => {
    const ballot = fc.record({
      answers: fc.record(
        {
          grade: fc.oneof(
            fc.record({ value: fc.integer({ min: 1, max: 10 }) }),
            fc.constant({ notApplicable: true as const }),
          ),
        },
        { requiredKeys: [] },
      ),
      role: fc.constantFrom('practice-holder', 'practice-employee', null),
      theme: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 40 }), (ballots) => {
        const one = campaign(ballots as OpenedBallot[]);
        const whole = resultsOf(one, null);
        for (const value of ['practice-holder', 'practice-employee']) {
          const part = resultsOf(one, { dimension: 'role', value });
          for (const item of [...whole.items, ...part.items])
            for (const bar of item.distribution?.bars ?? []) expect([1, 2]).not.toContain(bar.count);
          const [inWhole] = whole.items;
          const [inPart] = part.items;
          if (inWhole?.n && inPart?.n) expect([1, 2, 3, 4]).not.toContain(inWhole.n - inPart.n);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('two groups (SUR-06, SUR-13)', () => {
  const staff = {
    campaign: campaign(
      grades(null, ...twelve.map(({ answers }) => (answers.grade as { value: number }).value)),
    ),
    cut: null,
    label: words('Medewerkers'),
  };

  it('names the variant and says no proof, never no difference', () => {
    const holders = {
      campaign: campaign(grades(null, 6, 6, 7, 8, 8, 9, 9)),
      cut: null,
      label: words('Houders'),
    };
    const view = comparisonOf(staff, holders, 'grade');
    expect(view).toMatchObject({ hidden: null, a: { n: 12 }, b: { n: 7, median: null } });
    expect(view.method?.nl).toBe('Mann-Whitney, exact, rekening houdend met gelijke antwoorden, tweezijdig');
    expect(view.sentence.nl).toMatch(
      /^Er is geen bewijs voor een verschil tussen de groepen “Medewerkers” en “Houders” \(p\u00a0=\u00a00,\d{3}\)\. Dat is iets anders/,
    );
    expect(view.cautions.length).toBeGreaterThan(0);
  });

  it('says which group answered higher when that is proven, and that it shows no cause', () => {
    const low = {
      campaign: campaign(grades(null, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)),
      cut: null,
      label: words('Laag'),
    };
    const view = comparisonOf(low, staff, 'grade');
    expect(view.sentence.nl).toMatch(
      /^De groep “Medewerkers” antwoordde hoger dan de groep “Laag” \(p\u00a0<\u00a00,001\)\. De oorzaak/,
    );
    expect(view.cliffsDelta).toBeLessThan(-0.9);
  });

  it('tests nothing of a group whose mean may not be told', () => {
    const same = { campaign: campaign(grades(null, 8, 8, 8, 8, 8, 8)), cut: null, label: words('Eens') };
    expect(comparisonOf(staff, same, 'grade')).toMatchObject({
      hidden: 'unanimous',
      p: null,
      u: null,
      a: { n: null, mean: null },
    });
  });

  it('refuses a question that is no scale', () => {
    expect(() => comparisonOf(staff, staff, 'missed')).toThrow(
      expect.objectContaining({ code: 'analysis.impossible' }),
    );
  });
});

describe('what goes with a high grade (SUR-07)', () => {
  const content: QuestionnaireContent = {
    ...SMALL_QUESTIONNAIRE,
    items: [
      SMALL_QUESTIONNAIRE.items[0]!,
      {
        key: 'involved',
        type: 'scale',
        text: words('Betrokken?'),
        min: 1,
        max: 5,
        lowLabel: words('-'),
        highLabel: words('+'),
      },
    ],
  };
  const ballots = (rows: [number, number][]): OpenedBallot[] =>
    rows.map(([grade, involved]) => ({
      answers: { grade: { value: grade }, involved: { value: involved } },
      role: null,
      theme: null,
    }));
  const ask = { outcome: 'grade', highFrom: 7, predictors: ['involved'] };
  const mixed: [number, number][] = Array.from({ length: 40 }, (_, k) => [
    k % 5 === 0 ? 5 : k % 2 === 0 ? 8 : 6,
    1 + ((k * 7) % 5),
  ]);

  it('gives odds ratios with intervals and says how sure they are', () => {
    const view = regressionOf(campaign(ballots(mixed), { content }), ask);
    expect(view).toMatchObject({
      n: 40,
      hidden: null,
      method: { nl: 'Logistische regressie, Wald-intervallen' },
    });
    const [term] = view.terms;
    expect(term!.low!).toBeLessThan(term!.oddsRatio!);
    expect(term!.sentence.nl).toMatch(/^Geen bewijs voor een verband met “Betrokken\?” \(95%-interval/);
  });

  it('falls back on Firth and says so when a characteristic divides the grades entirely', () => {
    const rows: [number, number][] = Array.from({ length: 20 }, (_, k) =>
      k < 10 ? [5, 1 + (k % 2)] : [8, 4 + (k % 2)],
    );
    const view = regressionOf(campaign(ballots(rows), { content }), ask);
    expect(view.method?.nl).toMatch(/^Logistische regressie met Firth-correctie/);
    expect(view.cautions.map(({ nl }) => nl).join(' ')).toContain(
      'deelt hoge en lage cijfers precies in tweeën',
    );
    expect(Number.isFinite(view.terms[0]?.oddsRatio)).toBe(true);
  });

  it('shows nothing when few answered low', () => {
    const rows: [number, number][] = Array.from({ length: 30 }, (_, k) => [k < 3 ? 5 : 8, 1 + (k % 5)]);
    expect(regressionOf(campaign(ballots(rows), { content }), ask)).toMatchObject({
      hidden: 'too-few-responses',
      terms: [],
    });
  });

  it.each([
    [{ ...ask, predictors: ['remark'] }],
    [{ ...ask, predictors: ['grade'] }],
    [{ ...ask, highFrom: 1 }],
    [{ ...ask, outcome: 'missed' }],
  ])('refuses %j', (wrong) => {
    expect(() => regressionOf(campaign(ballots(mixed), { content: SMALL_QUESTIONNAIRE }), wrong)).toThrow(
      expect.objectContaining({ code: 'analysis.impossible' }),
    );
  });
});

describe('a line over time (SUR-14, MON-14)', () => {
  const year = (shift: number) => ({
    campaign: campaign(grades(null, ...[3, 4, 4, 5, 5, 5, 6, 6, 7, 7].map((value) => value + shift))),
    cut: null,
  });

  it('is judged from three measurements on, and a point that may not be told stays empty', () => {
    const few = { campaign: campaign(grades(null, 5, 7)), cut: null };
    const line = seriesOf('Cardiologie', 'Cardiologie', 'grade', [year(0), few, year(1)]);
    expect(line.points.map(({ mean, hidden }) => [mean, hidden])).toEqual([
      [5.2, null],
      [null, 'too-few-responses'],
      [6.2, null],
    ]);
    expect(line.sentence.nl).toBe('Een lijn laat zich pas beoordelen vanaf drie metingen; er zijn er 2.');
    expect(seriesOf('x', 'x', 'grade', [year(0), year(1), year(3)]).sentence.nl).toMatch(
      /^De antwoorden stijgen over 3 metingen \(p/,
    );
    expect(seriesOf('x', 'x', 'grade', [year(1), year(0), year(1)]).sentence.nl).toMatch(
      /^Geen bewijs voor een stijgende of dalende lijn/,
    );
  });
});
