import type { PracticeValues } from '../imports/practice-fields.rules.js';

/** The two people a practice list names, each by a name and an address (ORG-03, ORG-05). */
export const LISTED_PEOPLE = [
  { role: 'practice-holder', name: 'holder', email: 'email', named: 'namedHolder' },
  { role: 'practice-contact', name: 'contact', email: 'contactEmail', named: 'namedContact' },
] as const;
export type ListedPerson = (typeof LISTED_PEOPLE)[number];

/** Who holds one of the two roles at a practice now. */
export interface Incumbent {
  roleId: string;
  personId: string;
  name: string;
  email: string;
}

type Row = Pick<PracticeValues, 'holder' | 'email' | 'contact' | 'contactEmail'>;

const same = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/**
 * Of several holders the one the row speaks of: the same address, else the same name, else the first. That one is compared
 * with the row and, when the row names somebody else, is the one who hands over.
 */
export function incumbentFor(
  row: Row | undefined,
  who: ListedPerson,
  present: readonly Incumbent[],
): Incumbent | null {
  const [email, name] = [row?.[who.email] ?? null, row?.[who.name] ?? null];
  return (
    (email === null ? undefined : present.find((one) => same(one.email, email))) ??
    (email !== null || name === null ? undefined : present.find((one) => same(one.name, name))) ??
    present[0] ??
    null
  );
}

/**
 * What the register says of one of the two people, ready to be compared with the row. A person is an address: a row without
 * one replaces nobody, and a name spelled differently is a change only when the list may rename that person.
 *
 * @param named the name that an earlier list gave without an address
 */
export function knownPerson(
  row: Row | undefined,
  who: ListedPerson,
  incumbent: Incumbent | null,
  named: string | null,
  mayRename: (person: Incumbent) => boolean,
): { name: string | null; email: string | null } {
  if (!incumbent) return { name: named, email: null };
  const [email, name] = [row?.[who.email] ?? null, row?.[who.name] ?? null];
  const silent = name !== null && (email === null || (same(incumbent.email, email) && !mayRename(incumbent)));
  return { name: silent ? name : incumbent.name, email: incumbent.email };
}

/**
 * The one name that a list gives to each address, by address in lower case; null where rows contradict each other, so that a
 * shared mailbox does not change its name with every row.
 */
export function namesByAddress(rows: readonly Row[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const row of rows) {
    for (const who of LISTED_PEOPLE) {
      const email = row[who.email]?.toLowerCase();
      const name = row[who.name];
      if (email === undefined || name === null) continue;
      const before = names.get(email);
      names.set(email, before === undefined || before === name ? name : null);
    }
  }
  return names;
}
