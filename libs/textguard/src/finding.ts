/** What the guard looks for; the names are those of the findings everywhere (screen, API, command line). */
export const IDENTIFIER_TYPES = [
  'BSN',
  'DOB',
  'PHONE',
  'EMAIL',
  'IBAN',
  'NAME',
  'ADDRESS',
  'PATIENTNR',
  'AGE90',
] as const;

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** `block`: may not be stored. `warn`: may be stored after the writer confirms. `pass`: nothing found. */
export type Verdict = 'block' | 'warn' | 'pass';

/** One identifier: UTF-16 offsets in the text as it was given, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
  type: IdentifierType;
}

/** A span while the guard works on it, in offsets of the normalised text. */
export interface Finding extends Span {
  level: 'block' | 'warn';
  /** What the rewrite puts in its place. */
  replacement: string;
}

/** A name or an age may be right in a story; the other types never are. */
const WARN_ONLY: ReadonlySet<IdentifierType> = new Set(['NAME', 'AGE90']);

const PLACEHOLDERS: Record<IdentifierType, string> = {
  BSN: '[BSN]',
  DOB: '[geboortedatum]',
  PHONE: '[telefoonnummer]',
  EMAIL: '[e-mailadres]',
  IBAN: '[rekeningnummer]',
  NAME: '[naam]',
  ADDRESS: '[adres]',
  PATIENTNR: '[patiëntnummer]',
  AGE90: '90+',
};

/** The bracketed words of a rewrite; the tokeniser sees each as one token that is nobody's cue. */
export const BRACKETED: readonly string[] = Object.values(PLACEHOLDERS).filter((word) =>
  word.startsWith('['),
);

/** A finding with the level and the neutral word that belong to its type, unless told otherwise. */
export function finding(
  type: IdentifierType,
  start: number,
  end: number,
  other: Partial<Pick<Finding, 'level' | 'replacement'>> = {},
): Finding {
  return {
    type,
    start,
    end,
    level: WARN_ONLY.has(type) ? 'warn' : 'block',
    replacement: PLACEHOLDERS[type],
    ...other,
  };
}
