import { randomInt } from 'node:crypto';

/** No letters and digits that look alike in a terminal. 30^10 codes are 49 bits; tries are rate limited. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUP = 5;

/** A one-time set-up code as it is printed, e.g. `K7QFH-2M9XA`. */
export function newSetupCode(random: (below: number) => number = randomInt): string {
  const letters = Array.from({ length: 2 * GROUP }, () => ALPHABET[random(ALPHABET.length)]).join('');
  return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
}

/** The code without what people add or leave out when they type it over: case, spaces, the dash. */
export const plainSetupCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
