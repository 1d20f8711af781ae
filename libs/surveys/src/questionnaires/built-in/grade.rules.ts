import type { ScaleItem, Words } from '#libs/contracts';

/** The grade that every built-in evaluation asks under the same key: 1 to 10, high from 7 (SUR-01). */
export const gradeItem = (text: Words, help?: Words): ScaleItem => ({
  type: 'scale',
  key: 'grade',
  text,
  ...(help ? { help } : {}),
  min: 1,
  max: 10,
  lowLabel: { nl: 'zeer laag', en: 'very low' },
  highLabel: { nl: 'zeer hoog', en: 'very high' },
  highFrom: 7,
});

/** A scale of five, from one end to the other; the upper two count as high. */
export const fiveItem = (
  key: string,
  text: Words,
  ends: { low: Words; high: Words },
  more: { help?: Words; section?: Words } = {},
): ScaleItem => ({
  type: 'scale',
  key,
  text,
  ...more,
  min: 1,
  max: 5,
  lowLabel: ends.low,
  highLabel: ends.high,
  highFrom: 4,
});
