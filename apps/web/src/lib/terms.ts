import type terms from '../i18n/nl/terms.json';

/** A word of the glossary: `terms.json` has `<key>.term` and `<key>.text`. */
export type TermKey = keyof typeof terms extends infer Key
  ? Key extends `${infer Name}.term`
    ? Name
    : never
  : never;

/** In the order of the help page; a missing word is a type error there. */
export const TERMS: readonly TermKey[] = [
  'region',
  'round',
  'group',
  'leader',
  'preference',
  'attendance',
  'continuity',
  'motivation',
  'worst',
  'margin',
  'proposal',
  'mirror',
  'sureness',
  'hygiene',
  'agb',
  'hagro',
  'consultant',
];
