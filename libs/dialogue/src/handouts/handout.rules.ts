import type { HandoutContent, OwnPartView } from '#libs/contracts';
import { findingIn } from '#libs/platform';
import type { BoardQuestion, QuestionBoard } from '../questions/board.queries.js';

export type HandoutItem = HandoutContent['sections'][number]['items'][number];
/** A follow-up question of the live hour that was answered or left for later. */
export interface HandoutFollowUp {
  id: string;
  /** The question that was on then; null for none. */
  questionId: string | null;
  text: string;
  note: string;
  /** Asker and "wij ook", each once. */
  practiceIds: string[];
}
/** Everything that a handout is made of. */
export interface HandoutSources {
  department: string;
  board: QuestionBoard;
  followUps: readonly HandoutFollowUp[];
  ownPart: Pick<OwnPartView, 'tells' | 'misses' | 'process'>;
  contact: {
    phone: string | null;
    phoneHours: string | null;
    adviceConsult: string | null;
    agreementUrl: string | null;
  };
}

/** Handouts are written in Dutch, the language in which is asked and answered. */
const OTHER_QUESTIONS = 'Overige vragen';
const FOLLOW_UPS = 'Verdiepende vragen';

/** A text that the guard would not let through goes on with neutral words instead (DIA-20). */
function shareable(text: string): string {
  const finding = findingIn('text', text);
  return finding?.verdict === 'block' ? finding.rewrite : text;
}

/** Question and answer, however little of it is there. */
export const itemId = (item: Pick<HandoutItem, 'questionId' | 'followUpId'>): string =>
  item.questionId ?? item.followUpId ?? '';

/** Nothing was written: a mark alone is no answer. */
export const isUnanswered = (item: HandoutItem): boolean =>
  [item.answer, item.tooEarly, item.onTime, item.tooLate].every((text) => text.trim() === '');

/** The items in order; hidden ones only for who makes it. */
export const itemsOf = (content: Pick<HandoutContent, 'sections'>, hidden = false): HandoutItem[] =>
  content.sections.flatMap(({ items }) => items.filter((item) => hidden || !item.hidden));

/**
 * A handout from what was asked and answered (DIA-14, feature 39): the desk's categories in its order, each question with the follow-up
 * questions that came after it, whatever nobody sorted, what the department wants to tell, and where to turn to (DIA-18, DIA-19). Names of
 * practices are in none of it.
 */
export function draftOf(sources: HandoutSources): HandoutContent {
  const { department, board, followUps, ownPart, contact } = sources;
  const placed = new Set<string>();
  const section = (title: string, questions: readonly BoardQuestion[]) => ({
    title,
    items: questions.flatMap((question) => {
      const after = followUps.filter(({ questionId }) => questionId === question.id);
      for (const { id } of after) placed.add(id);
      return [itemOf(question), ...after.map(followUpItem)];
    }),
  });
  const sections = [
    ...board.categories.map(({ name, questions }) => section(name, questions)),
    section(OTHER_QUESTIONS, board.loose),
  ];
  const rest = followUps.filter(({ id }) => !placed.has(id));
  const all = [...sections, { title: FOLLOW_UPS, items: rest.map(followUpItem) }];
  const practices = new Set(
    [...board.categories.flatMap(({ questions }) => questions), ...board.loose].flatMap(
      ({ practiceIds }) => practiceIds,
    ),
  ).size;
  return {
    title: `Naslagwerk ${department}`,
    introduction:
      practices > 1
        ? `${practices} praktijken stelden hun vragen aan ${department}. Hier staan de antwoorden, ook voor wie er niet bij was.`
        : `De vragen van huisartsen aan ${department}, met de antwoorden. Ook voor wie er niet bij was.`,
    sections: all.filter(({ items }) => items.length > 0),
    tells: shareable(ownPart.tells),
    misses: shareable(ownPart.misses),
    process: shareable(ownPart.process),
    tips: [],
    contact: {
      phone: contact.phone ?? '',
      phoneHours: contact.phoneHours ?? '',
      adviceConsult: contact.adviceConsult ?? '',
      agreementUrl: contact.agreementUrl ?? '',
    },
  };
}

function itemOf({ id, text, practiceIds, answer }: BoardQuestion): HandoutItem {
  return {
    questionId: id,
    followUpId: null,
    question: shareable(text),
    practices: practiceIds.length,
    timing: answer.timing,
    tooEarly: shareable(answer.tooEarly),
    onTime: shareable(answer.onTime),
    tooLate: shareable(answer.tooLate),
    answer: shareable(answer.note),
    hidden: false,
  };
}

function followUpItem({ id, text, note, practiceIds }: HandoutFollowUp): HandoutItem {
  return {
    questionId: null,
    followUpId: id,
    question: shareable(text),
    practices: practiceIds.length,
    timing: null,
    tooEarly: '',
    onTime: '',
    tooLate: '',
    answer: shareable(note),
    hidden: false,
  };
}

/** Texts of an item that people can change. */
export const ITEM_FIELDS = ['question', 'timing', 'tooEarly', 'onTime', 'tooLate', 'answer'] as const;
export const TEXT_FIELDS = ['title', 'introduction', 'tells', 'misses', 'process'] as const;
export const CONTACT_FIELDS = ['phone', 'phoneHours', 'adviceConsult', 'agreementUrl'] as const;

/** Every field that can be changed, by a key that stays the same when the handout is made again. */
export function fieldsOf(content: HandoutContent): Map<string, string> {
  const fields = new Map<string, string>();
  for (const field of TEXT_FIELDS) fields.set(field, content[field]);
  fields.set('tips', content.tips.join('\n'));
  for (const field of CONTACT_FIELDS) fields.set(`contact:${field}`, content.contact[field]);
  for (const item of itemsOf(content, true))
    for (const field of ITEM_FIELDS) fields.set(`${itemId(item)}:${field}`, item[field] ?? '');
  return fields;
}

/**
 * Made again from what is known now, with everything that people wrote since kept: a field that no longer is as it was made stays as it
 * is, and what was hidden stays hidden. Questions that are no longer there go, new ones come in where the desk has them.
 * @param edited whether people changed the field with this key
 */
export function madeAgain(
  current: HandoutContent,
  fresh: HandoutContent,
  edited: (key: string, value: string) => boolean,
): HandoutContent {
  const known = fieldsOf(current);
  const kept = (key: string, made: string): string => {
    const value = known.get(key);
    return value !== undefined && edited(key, value) ? value : made;
  };
  const hidden = new Map(itemsOf(current, true).map((item) => [itemId(item), item.hidden]));
  const content = structuredClone(fresh);
  for (const field of TEXT_FIELDS) content[field] = kept(field, fresh[field]);
  const tips = kept('tips', fresh.tips.join('\n'));
  content.tips = tips === '' ? [] : tips.split('\n');
  for (const field of CONTACT_FIELDS) content.contact[field] = kept(`contact:${field}`, fresh.contact[field]);
  for (const item of itemsOf(content, true)) {
    const id = itemId(item);
    item.hidden = hidden.get(id) ?? false;
    for (const field of ITEM_FIELDS) {
      const value = kept(`${id}:${field}`, item[field] ?? '');
      if (field === 'timing') item.timing = (value || null) as HandoutItem['timing'];
      else item[field] = value;
    }
  }
  return content;
}

/** What somebody writes in a handout; what is left out stays as it is. */
export interface HandoutChange {
  title?: string;
  introduction?: string;
  tells?: string;
  misses?: string;
  process?: string;
  tips?: string[];
  contact?: Partial<HandoutContent['contact']>;
  items?: ({ id: string } & Partial<Pick<HandoutItem, (typeof ITEM_FIELDS)[number] | 'hidden'>>)[];
}

/** The free texts of a change by their keys, for the guard. */
export function textsOf(change: HandoutChange): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of TEXT_FIELDS) if (change[field] !== undefined) texts[field] = change[field];
  if (change.tips) texts['tips'] = change.tips.join('\n');
  for (const field of CONTACT_FIELDS) {
    const value = change.contact?.[field];
    // the number and the address of the department are what the other two are for
    if (value !== undefined && (field === 'adviceConsult' || field === 'phoneHours'))
      texts[`contact:${field}`] = value;
  }
  for (const { id, ...item } of change.items ?? [])
    for (const field of ITEM_FIELDS) {
      const value = item[field];
      if (field !== 'timing' && typeof value === 'string') texts[`${id}:${field}`] = value;
    }
  return texts;
}

/**
 * The content with a change in it.
 * @param texts what the guard made of the free texts, by the keys of `textsOf`
 * @returns null when an item of the change is not in the handout
 */
export function changed(
  content: HandoutContent,
  change: HandoutChange,
  texts: Record<string, string>,
): HandoutContent | null {
  const next = structuredClone(content);
  for (const field of TEXT_FIELDS) next[field] = texts[field] ?? next[field];
  if (next.title.trim() === '') next.title = content.title;
  if (change.tips)
    next.tips = (texts['tips'] ?? '')
      .split('\n')
      .map((tip) => tip.trim())
      .filter((tip) => tip !== '');
  for (const field of CONTACT_FIELDS) {
    const value = texts[`contact:${field}`] ?? change.contact?.[field];
    if (value !== undefined) next.contact[field] = value.trim();
  }
  const items = new Map(itemsOf(next, true).map((item) => [itemId(item), item]));
  for (const { id, hidden, timing, ...rest } of change.items ?? []) {
    const item = items.get(id);
    if (!item) return null;
    if (hidden !== undefined) item.hidden = hidden;
    if (timing !== undefined) item.timing = timing;
    for (const field of ['question', 'tooEarly', 'onTime', 'tooLate', 'answer'] as const)
      if (rest[field] !== undefined) item[field] = texts[`${id}:${field}`] ?? '';
    // a question without words would be nobody's
    if (item.question === '') item.question = items.get(id)?.question || questionOf(content, id);
  }
  return next;
}

const questionOf = (content: HandoutContent, id: string): string =>
  itemsOf(content, true).find((item) => itemId(item) === id)?.question ?? '';

/** All words of what readers see, for searching; the signs that mark a match are taken out. */
export function wordsOf(content: HandoutContent, department: string): string {
  const texts = [
    content.title,
    department,
    content.introduction,
    ...content.sections.flatMap(({ title, items }) => {
      const shown = items.filter(({ hidden }) => !hidden);
      return shown.length === 0
        ? []
        : [
            title,
            ...shown.flatMap((item) => [
              item.question,
              item.answer,
              item.tooEarly,
              item.onTime,
              item.tooLate,
            ]),
          ];
    }),
    content.tells,
    content.misses,
    content.process,
    ...content.tips,
    content.contact.adviceConsult,
  ];
  return texts
    .map((text) => text.replaceAll(/[«»]/g, '"').trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** What readers get: without what was left out, and without parts that are empty then. */
export function readable(content: HandoutContent): HandoutContent {
  const sections = content.sections.map(({ title, items }) => ({
    title,
    items: items.filter(({ hidden }) => !hidden),
  }));
  return { ...content, sections: sections.filter(({ items }) => items.length > 0) };
}

type Fate = BoardQuestion['fate'];
/**
 * What becomes of a question when the handout comes out (feature 40): with an answer in it, it is answered there unless it was answered
 * live; without one it is parked, so that its asker sees that the answer follows.
 */
export function fateInHandout(fate: Fate, item: HandoutItem | undefined): Fate {
  if (fate === 'answered-live') return fate;
  return item && !item.hidden && !isUnanswered(item) ? 'in-handout' : 'parked';
}
