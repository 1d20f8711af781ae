import { describe, expect, it } from '@jest/globals';
import { FACTORS, type QuestionnaireContent, type QuestionnaireItem, type Words } from '#libs/contracts';
import { readContent } from '../content.rules.js';
import { problemsOf } from '../questionnaire.rules.js';
import { BUILT_INS } from './built-in.rules.js';

const of = (key: string): QuestionnaireContent => {
  const found = BUILT_INS.find((one) => one.key === key);
  if (!found) throw new Error(`There is no questionnaire ${key}.`);
  return found.content;
};
const item = (key: string, wanted: string): QuestionnaireItem => {
  const found = of(key).items.find((one) => one.key === wanted);
  if (!found) throw new Error(`${key} has no item ${wanted}.`);
  return found;
};
const keysOf = (key: string): string[] => of(key).items.map((one) => one.key);
const NAMES = BUILT_INS.map(({ key }) => key);

/** Seconds to read and answer on a phone: 200 words a minute, three seconds to decide and tap, half a minute for an open answer. */
const seconds = (texts: (Words | undefined)[], answering: number): number =>
  (texts.reduce((sum, text) => sum + (text?.nl.split(/\s+/).length ?? 0), 0) * 60) / 200 + answering;
const secondsOf = (content: QuestionnaireContent): number =>
  content.items.reduce(
    (sum, one) =>
      sum +
      seconds(
        [
          one.text,
          one.help,
          one.section,
          ...(one.type === 'choice' ? one.options.map(({ text }) => text) : []),
          ...(one.type === 'scale' ? [one.lowLabel, one.highLabel] : []),
        ],
        one.type === 'text' ? 0 : 3,
      ),
    seconds([content.introduction, content.thanks], 3),
  );

describe('the questionnaires that come with Leerkring', () => {
  it.each(NAMES)('%s passes every rule, item by item', (name) => {
    expect(problemsOf(of(name))).toEqual([]);
    expect(readContent(structuredClone(of(name)))).toEqual(of(name));
  });

  it.each(NAMES)('%s says something else in each language', (name) => {
    const texts = of(name).items.flatMap((one) => [
      one.text,
      ...(one.help ? [one.help] : []),
      ...(one.type === 'choice' ? one.options.map(({ text }) => text) : []),
    ]);
    expect(texts.filter((text) => text.nl === text.en)).toEqual([]);
  });

  it.each(NAMES)('%s speaks formally and in short sentences (D8)', (name) => {
    const { introduction, thanks, items } = of(name);
    const sentences = [introduction, thanks, ...items.flatMap((one) => [one.text, one.help])]
      .flatMap((text) => text?.nl.split(/(?<=[.?!:])\s+/) ?? [])
      .filter(Boolean);
    expect(sentences.filter((one) => /\b(je|jij|jouw|jullie)\b/i.test(one))).toEqual([]);
    expect(sentences.filter((one) => one.split(/\s+/).length > 16)).toEqual([]);
  });

  it.each(['dialogue-evaluation', 'intervision-evaluation'])(
    '%s takes at most a minute and six taps (SUR-15, DIA-15)',
    (name) => {
      const { items, minutes } = of(name);
      expect(minutes).toBe(1);
      const closed = items.filter((one) => one.type !== 'text');
      expect(closed.length).toBeGreaterThanOrEqual(3);
      expect(closed.length).toBeLessThanOrEqual(4);
      // a tap per closed item, one to begin and one to send
      expect(closed.length + 2).toBeLessThanOrEqual(6);
      expect(secondsOf(of(name))).toBeLessThanOrEqual(60);
      expect(items.filter((one) => one.type === 'text').every((one) => one.optional)).toBe(true);
    },
  );

  it('takes staff at most eight minutes, an open answer each included (D3, XCT-08)', () => {
    const content = of('value-survey-staff');
    const open = content.items.filter((one) => one.type === 'text').length;
    expect(content.minutes).toBeLessThanOrEqual(8);
    expect(secondsOf(content) + open * 30).toBeLessThanOrEqual(8 * 60);
  });

  it('asks the same grade everywhere: 1 to 10, high from 7 (SUR-01)', () => {
    const graded = NAMES.filter((name) => keysOf(name).includes('grade'));
    expect(graded).toEqual([
      'dialogue-evaluation',
      'intervision-evaluation',
      'value-survey-staff',
      'value-survey-holders',
    ]);
    for (const name of graded)
      expect(item(name, 'grade')).toMatchObject({
        min: 1,
        max: 10,
        highFrom: 7,
        lowLabel: { nl: 'zeer laag' },
        highLabel: { nl: 'zeer hoog' },
      });
  });

  it('has a value survey for staff and another for holders (SUR-02)', () => {
    const [staff, holders] = [keysOf('value-survey-staff'), keysOf('value-survey-holders')];
    expect(staff.filter((key) => !holders.includes(key))).toEqual([
      'informed',
      'involved',
      'involved-in-choices',
    ]);
    expect(holders.filter((key) => !staff.includes(key))).toEqual([
      'effort-balance',
      'involved-staff',
      'informed-staff',
      'again',
    ]);
  });

  it('asks what both are asked in the same way, so that it compares (SUR-06)', () => {
    const shared = keysOf('value-survey-staff').filter((key) => keysOf('value-survey-holders').includes(key));
    expect(shared.length).toBeGreaterThan(30);
    const measured = ({ help: _help, text: _text, ...rest }: QuestionnaireItem) => rest;
    for (const key of shared)
      expect(measured(item('value-survey-staff', key))).toEqual(measured(item('value-survey-holders', key)));
  });

  it.each(['value-survey-staff', 'value-survey-holders'])(
    '%s asks eight factors by three properties, with the options of the published table (SUR-04, SUR-05)',
    (name) => {
      const factors = of(name).items.filter((one) => one.factor);
      expect(factors.map((one) => `${one.factor?.factor} ${one.factor?.property}`)).toEqual(
        FACTORS.flatMap((factor) =>
          ['condition', 'relation', 'contribution'].map((property) => `${factor} ${property}`),
        ),
      );
      const options = Object.fromEntries(
        factors.map((one) => [
          one.factor?.property,
          one.type === 'choice' ? one.options.map(({ key }) => key) : [],
        ]),
      );
      expect(options).toEqual({
        condition: ['yes', 'no'],
        relation: ['positive', 'neutral', 'negative'],
        contribution: ['positive', 'mixed', 'negative'],
      });
    },
  );

  it.each(['value-survey-staff', 'value-survey-holders'])('%s covers its requirement rows', (name) => {
    const rows: Record<string, string[]> = {
      // changes on the Quadruple Aim; positive health, Lean, learning organisation; involvement; grade
      'SUR-03': [
        'aim-health',
        'aim-experience',
        'aim-cost',
        'aim-job-satisfaction',
        'experience-programme',
        'experience-positive-health',
        'experience-lean',
        'experience-learning-organisation',
        'grade',
      ],
      'SUR-07': [name === 'value-survey-staff' ? 'involved' : 'involved-staff'],
      'SUR-10':
        name === 'value-survey-staff' ? ['involved', 'informed'] : ['involved-staff', 'informed-staff'],
      'SUR-12': ['value-engine', 'value-steps', 'value-learning', 'progress-areas'],
      'SUR-16': ['support-practical', 'support-content', 'support-financial'],
    };
    for (const [row, keys] of Object.entries(rows))
      expect([row, keys.filter((key) => !keysOf(name).includes(key))]).toEqual([row, []]);
    const areas = item(name, 'progress-areas');
    expect(areas.type === 'choice' && areas.multiple && areas.options.length).toBeGreaterThanOrEqual(5);
  });

  it('offers “niet van toepassing / weet ik niet” on every closed item (SUR-11)', () => {
    const closed = BUILT_INS.flatMap(({ content }) => content.items).filter((one) => one.type !== 'text');
    expect(closed.filter((one) => one.notApplicable === false)).toEqual([]);
  });

  it('asks a practice the four questions behind the indicators, progress, lessons and next year (PLN-08)', () => {
    const name = 'mtvp-year-evaluation';
    // MON-03 goal reached · MON-04 patients · MON-05 job satisfaction · MON-06 completed network interventions
    expect(item(name, 'goal-reached')).toMatchObject({
      type: 'choice',
      options: [{ key: 'yes' }, { key: 'no' }],
    });
    for (const key of ['patient-satisfaction', 'job-satisfaction'])
      expect(item(name, key)).toMatchObject({ options: [{ key: 'positive' }, {}, {}] });
    expect(item(name, 'network-completed')).toMatchObject({ type: 'scale', min: 0, max: 10 });
    expect(keysOf(name)).toEqual(
      expect.arrayContaining(['plan-progress', 'lessons-works', 'lessons-not', 'next-year']),
    );
    expect(of(name).introduction.nl).toContain('geen norm'); // MON-07
  });

  it('names each questionnaire once, with the day of its review', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const { number, reviewedOn } of BUILT_INS) {
      expect(number).toBeGreaterThanOrEqual(1);
      expect(reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
