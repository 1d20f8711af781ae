import { describe, expect, it } from '@jest/globals';
import type { ChoiceItem, QuestionnaireContent, ScaleItem } from '#libs/contracts';
import {
  asKind,
  conditionOn,
  copyRow,
  freshKey,
  insertAfter,
  kindOf,
  lookable,
  moveRow,
  newRow,
  renameKey,
  toContent,
  toDraft,
  withRow,
  withoutRow,
} from './draft';

const words = (nl: string) => ({ nl, en: `${nl} (en)` });
const grade: ScaleItem = {
  type: 'scale',
  key: 'grade',
  text: words('Cijfer'),
  min: 1,
  max: 10,
  lowLabel: words('laag'),
  highLabel: words('hoog'),
  highFrom: 7,
  optional: true,
};
const why: ChoiceItem = {
  type: 'choice',
  key: 'why',
  text: words('Waarom'),
  multiple: false,
  options: [
    { key: 'time', text: words('Tijd') },
    { key: 'topic', text: words('Onderwerp') },
  ],
  condition: { item: 'grade', operator: 'at-most', value: 6 },
};
const content: QuestionnaireContent = {
  title: words('Titel'),
  introduction: words('Welkom'),
  thanks: words('Dank'),
  minutes: 2,
  items: [grade, why, { type: 'text', key: 'more', text: words('Meer'), maxLength: 300 }],
};
const keys = (draft: ReturnType<typeof toDraft>) => draft.rows.map((row) => row.item.key);
const idAt = (draft: ReturnType<typeof toDraft>, place: number) => draft.rows[place]?.id ?? '';

describe('a questionnaire that is edited', () => {
  it('goes to the server as it came, without the ids of its rows', () => {
    expect(toContent(toDraft(content))).toEqual(content);
  });

  it('gives every new item a key that no other has', () => {
    const turns = [0.5, 0.5, 0.25];
    const chance = () => turns.shift() ?? 0;
    const first = freshKey('question', [], chance);
    expect(first).toMatch(/^question-[a-z0-9]{4}$/);
    expect(freshKey('question', [first], chance)).not.toBe(first);
  });

  it('adds, copies, moves and removes items', () => {
    const draft = toDraft(content);
    const added = insertAfter(draft, idAt(draft, 0), newRow(draft, 'one'));
    expect(keys(added)).toEqual(['grade', expect.stringMatching(/^question-/), 'why', 'more']);
    const copied = copyRow(draft, idAt(draft, 0));
    expect(copied?.row.item).toEqual({ ...grade, key: copied?.row.item.key });
    expect(copied && keys(copied.draft)[1]).toBe(copied?.row.item.key);
    expect(keys(moveRow(draft, 2, 0))).toEqual(['more', 'grade', 'why']);
    expect(keys(withoutRow(draft, idAt(draft, 1)))).toEqual(['grade', 'more']);
    expect(copyRow(draft, 'unknown')).toBeNull();
  });

  it('takes conditions along when a key changes', () => {
    const draft = toDraft(content);
    const renamed = renameKey(draft, idAt(draft, 0), 'value');
    expect(renamed.rows[1]?.item.condition).toEqual({ item: 'value', operator: 'at-most', value: 6 });
    const twice = withRow(draft, idAt(draft, 2), { ...grade });
    expect(renameKey(twice, idAt(twice, 2), 'second').rows[1]?.item.condition?.item).toBe('grade');
  });

  it('keeps what both ways of asking have', () => {
    const one = asKind(grade, 'one');
    expect(one).toMatchObject({
      type: 'choice',
      multiple: false,
      key: 'grade',
      text: grade.text,
      optional: true,
    });
    expect(asKind(why, 'more')).toEqual({ ...why, multiple: true });
    const text = asKind(grade, 'text');
    expect(text).toEqual({ type: 'text', key: 'grade', text: grade.text, maxLength: 500 });
    expect([grade, why, text].map(kindOf)).toEqual(['scale', 'one', 'text']);
  });

  it('lets a condition look back only, and never at a text', () => {
    const draft = moveRow(toDraft(content), 2, 0);
    expect(lookable(draft, idAt(draft, 2)).map((item) => item.key)).toEqual(['grade']);
    expect(lookable(draft, idAt(draft, 0))).toEqual([]);
    expect(conditionOn(grade)).toEqual({ item: 'grade', operator: 'at-most', value: 6 });
    expect(conditionOn(why)).toEqual({ item: 'why', operator: 'any-of', options: ['time'] });
  });
});
