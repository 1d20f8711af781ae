import type { ActionOwnerView } from '#libs/contracts';

/** A practice, or somebody of it. */
export interface OwnerOption {
  value: string;
  practiceId: string;
  personId: string | null;
  label: string;
}

export const ownerValue = (practiceId: string, personId: string | null): string =>
  personId === null ? practiceId : `${practiceId} ${personId}`;

/** Practices in their order, each with its people under it. */
export function ownerOptions(owners: readonly ActionOwnerView[]): OwnerOption[] {
  return owners.flatMap(({ practiceId, practice, people }) => [
    { value: ownerValue(practiceId, null), practiceId, personId: null, label: practice },
    ...people.map(({ personId, name }) => ({
      value: ownerValue(practiceId, personId),
      practiceId,
      personId,
      label: `${name}, ${practice}`,
    })),
  ]);
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Initials ("adw"), or the beginning of any word ("lin"): a few letters are enough to say who. */
export function saysWho(label: string, typed: string): boolean {
  const wanted = plain(typed).trim();
  if (wanted === '') return true;
  const words = plain(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const initials = words.map((word) => word[0]).join('');
  return (
    initials.startsWith(wanted.replace(/[^\p{L}\p{N}]/gu, '')) ||
    wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))
  );
}

/** The same day of the next month, or its last day. @param day local date */
export function monthLater(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
