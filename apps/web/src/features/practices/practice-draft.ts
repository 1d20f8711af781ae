import type { PracticeView } from '#libs/contracts';

/** What a person fills in, as text; `solo` apart. */
export const DRAFT_FIELDS = [
  'name',
  'agb',
  'street',
  'postcode',
  'town',
  'district',
  'ftoGroup',
  'dtoGroup',
  'listSize',
  'startQuarter',
  'startWave',
  'consultant',
  'motivation',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];
export type PracticeDraft = Record<DraftField, string> & { solo: boolean };

/** What is sent: only what was changed; null clears. */
export type PracticeChange = Partial<
  Record<Exclude<DraftField, 'name' | 'agb' | 'listSize' | 'motivation'>, string | null> &
    Record<'listSize' | 'motivation', number | null> & { name: string; agb: string; solo: boolean }
>;

/** The form as it stands for a practice; empty for a new one. */
export function draftOf(practice?: PracticeView): PracticeDraft {
  const texts = Object.fromEntries(
    DRAFT_FIELDS.map((field) => [field, String(practice?.[field] ?? '')]),
  ) as Record<DraftField, string>;
  return { ...texts, solo: practice?.solo ?? false };
}

/** A whole number as people write it: `3.353`, `3 353` or `3353`. NaN when it is none. */
export function wholeNumber(text: string): number {
  const plain = text.replace(/[\s.]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What the server should change: the fields in which the draft differs from where it started; an empty one clears. */
export function changedValues(from: PracticeDraft, to: PracticeDraft): PracticeChange {
  const values: Record<string, string | number | boolean | null> = {};
  for (const field of DRAFT_FIELDS) {
    const text = to[field].trim();
    if (text === from[field].trim()) continue;
    const isNumber = field === 'listSize' || field === 'motivation';
    values[field] = text === '' ? null : isNumber ? wholeNumber(text) : text;
  }
  if (from.solo !== to.solo) values['solo'] = to.solo;
  return values as PracticeChange;
}

/** Fields that are wrong before the server is asked. */
export function wrongFields(draft: PracticeDraft): DraftField[] {
  const wrong: DraftField[] = [];
  if (!/\p{L}/u.test(draft.name)) wrong.push('name');
  if (!/^\d{1,8}$/.test(draft.agb.replace(/\s/g, ''))) wrong.push('agb');
  for (const field of ['listSize', 'motivation'] as const)
    if (draft[field].trim() !== '' && Number.isNaN(wholeNumber(draft[field]))) wrong.push(field);
  return wrong;
}

/** Somebody else changed the practice: what was typed here stays, every other field takes the new stand. */
export function onFreshBase(from: PracticeDraft, typed: PracticeDraft, fresh: PracticeDraft): PracticeDraft {
  const texts = Object.fromEntries(
    DRAFT_FIELDS.map((field) => [field, typed[field] === from[field] ? fresh[field] : typed[field]]),
  ) as Record<DraftField, string>;
  return { ...texts, solo: typed.solo === from.solo ? fresh.solo : typed.solo };
}
