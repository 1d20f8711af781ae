import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HandoutContent } from '#libs/contracts';
import type { BoardQuestion } from '../questions/board.queries.js';
import {
  changed,
  draftOf,
  fateInHandout,
  fieldsOf,
  itemsOf,
  madeAgain,
  readable,
  textsOf,
  wordsOf,
  type HandoutSources,
} from './handout.rules.js';

const question = (id: string, text: string, more: Partial<BoardQuestion> = {}): BoardQuestion => ({
  id,
  categoryId: 'c',
  text,
  position: 0,
  late: false,
  fate: null,
  sharedAt: null,
  practiceIds: ['p1'],
  mergedFrom: 1,
  answer: { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 },
  ...more,
});
const sources = (more: Partial<HandoutSources> = {}): HandoutSources => ({
  department: 'Dermatologie',
  board: {
    categories: [
      {
        id: 'c',
        name: 'Huid',
        kind: 'questions',
        position: 1,
        minutes: null,
        questions: [question('a', 'Wanneer?', { practiceIds: ['p1', 'p2'] }), question('b', 'Hoe?')],
      },
      { id: 'd', name: 'Vanuit de vakgroep', kind: 'department', position: 2, minutes: 10, questions: [] },
    ],
    loose: [question('l', 'Los?', { practiceIds: [] })],
  },
  followUps: [
    { id: 'f', questionId: 'a', text: 'En dan?', note: 'Bel.', practiceIds: ['p3'] },
    { id: 'g', questionId: null, text: 'Verder?', note: '', practiceIds: ['p1', 'p2'] },
  ],
  ownPart: { tells: 'Hallo', misses: '', process: '' },
  contact: { phone: '030', phoneHours: null, adviceConsult: null, agreementUrl: null },
  ...more,
});

describe('a handout that is made (DIA-14, feature 39)', () => {
  it('follows the desk, with follow-up questions at theirs and the rest at the end', () => {
    const { sections, introduction, contact } = draftOf(sources());
    expect(sections.map(({ title, items }) => [title, items.map((item) => item.question)])).toEqual([
      ['Huid', ['Wanneer?', 'En dan?', 'Hoe?']],
      ['Overige vragen', ['Los?']],
      ['Verdiepende vragen', ['Verder?']],
    ]);
    expect(introduction).toContain('2 praktijken');
    expect(contact).toEqual({ phone: '030', phoneHours: '', adviceConsult: '', agreementUrl: '' });
  });

  it('takes a patient out of whatever slipped through before (DIA-20)', () => {
    const { board } = sources();
    board.categories[0]!.questions[0]!.text = 'Mijn patiënt met BSN 111222333, wat nu?';
    expect(JSON.stringify(draftOf(sources({ board })))).not.toContain('111222333');
  });

  it('is empty without failing when nothing was asked', () => {
    const draft = draftOf(sources({ board: { categories: [], loose: [] }, followUps: [] }));
    expect(draft.sections).toEqual([]);
    expect(wordsOf(draft, 'Dermatologie')).toContain('Dermatologie');
  });
});

describe('a handout that is made again', () => {
  const draft = draftOf(sources());
  const keys = [...fieldsOf(draft).keys()];
  const write = (content: HandoutContent, key: string, value: string): HandoutContent => {
    const at = key.lastIndexOf(':');
    const [thing, field] = [key.slice(0, Math.max(at, 0)), key.slice(at + 1)];
    const change =
      thing === ''
        ? { [field]: field === 'tips' ? [value] : value }
        : thing === 'contact'
          ? { contact: { [field]: value } }
          : { items: [{ id: thing, [field]: field === 'timing' ? 'on-time' : value }] };
    return changed(content, change, textsOf(change)) as HandoutContent;
  };

  it('keeps exactly what people wrote, whichever fields those were (property)', () => {
    fc.assert(
      fc.property(fc.subarray(keys), (written) => {
        let content = draft;
        for (const key of written) content = write(content, key, `geschreven ${key}`);
        const base = fieldsOf(draft);
        const fresh = draftOf(
          sources({ ownPart: { tells: 'Nieuw', misses: 'Nieuw', process: '' }, department: 'Huid' }),
        );
        const again = fieldsOf(madeAgain(content, fresh, (key, value) => base.get(key) !== value));
        const now = fieldsOf(fresh);
        for (const key of keys)
          expect(again.get(key)).toBe(
            written.includes(key)
              ? key.endsWith(':timing')
                ? 'on-time'
                : `geschreven ${key}`
              : now.get(key),
          );
      }),
    );
  });

  it('lets questions go that are gone, takes new ones in at their place, and keeps what was hidden', () => {
    const hidden = changed(draft, { items: [{ id: 'b', hidden: true }] }, {}) as HandoutContent;
    const { board } = sources();
    board.categories[0]!.questions = [question('n', 'Nieuw?'), question('b', 'Hoe?')];
    const again = madeAgain(hidden, draftOf(sources({ board })), () => false);
    expect(again.sections[0]!.items.map(({ questionId, hidden: out }) => [questionId, out])).toEqual([
      ['n', false],
      ['b', true],
    ]);
    expect(itemsOf(again).map(({ questionId }) => questionId)).not.toContain('b');
  });
});

describe('a change', () => {
  const draft = draftOf(sources());

  it('to a question that is not there is none', () => {
    expect(changed(draft, { items: [{ id: 'zz', answer: 'x' }] }, {})).toBeNull();
  });

  it('never leaves a question or the title without words', () => {
    const change = { title: '  ', items: [{ id: 'a', question: '' }] };
    const next = changed(draft, change, { title: '', 'a:question': '' })!;
    expect(next.title).toBe('Naslagwerk Dermatologie');
    expect(itemsOf(next)[0]!.question).toBe('Wanneer?');
  });

  it('hides from readers and from searching, and takes empty parts away', () => {
    const change = { items: [{ id: 'l', hidden: true }] };
    const next = changed(draft, change, {})!;
    expect(readable(next).sections.map(({ title }) => title)).toEqual(['Huid', 'Verdiepende vragen']);
    expect(wordsOf(next, 'x')).not.toContain('Los?');
  });
});

it.each([
  ['answered-live', undefined, 'answered-live'],
  ['parked', 'Antwoord', 'in-handout'],
  [null, 'Antwoord', 'in-handout'],
  [null, '', 'parked'],
  ['in-handout', '', 'parked'],
  ['in-handout', undefined, 'parked'],
] as const)(
  'a question that was %s and says %j in the handout becomes %s (feature 40)',
  (fate, answer, next) => {
    const item = itemsOf(draftOf(sources()))[0]!;
    expect(fateInHandout(fate, answer === undefined ? undefined : { ...item, answer })).toBe(next);
  },
);
