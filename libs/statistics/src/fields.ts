import { StatisticsInputError } from './errors.js';

/** Beyond this a value is a mistake, and sums of squares would lose what they are about. */
const LARGEST = 1e15;

/** How a value looks in a refusal: short and never more than 40 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

/** Limits of a number: `min` and `max` belong to it, `above` and `below` do not. */
export interface NumberRange {
  min?: number;
  max?: number;
  above?: number;
  below?: number;
  whole?: boolean;
}

/** What a count of events or people may be. */
export const COUNT: NumberRange = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true };
/** What a denominator may be: people or person-years, so decimals are fine and zero is not. */
export const DENOMINATOR: NumberRange = { above: 0, min: 1e-9, max: LARGEST };

/**
 * The value as a finite number within the range. The engine judges values and not only types, because its
 * input comes from files and forms.
 * @throws StatisticsInputError
 */
export function numberAt(value: unknown, path: string, range: NumberRange = {}): number {
  if (value === undefined || value === null)
    throw new StatisticsInputError(path, `must be a number, found ${shown(value)}`);
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new StatisticsInputError(path, `must be a finite number, found ${shown(value)}`);
  const { min = -LARGEST, max = LARGEST, above, below, whole = false } = range;
  if (above !== undefined && value <= above)
    throw new StatisticsInputError(path, `must be greater than ${above}, found ${value}`);
  if (below !== undefined && value >= below)
    throw new StatisticsInputError(path, `must be less than ${below}, found ${value}`);
  if (value < min) throw new StatisticsInputError(path, `must be at least ${min}, found ${value}`);
  if (value > max) throw new StatisticsInputError(path, `must be at most ${max}, found ${value}`);
  if (whole && !Number.isInteger(value))
    throw new StatisticsInputError(path, `must be a whole number, found ${value}`);
  return value;
}

/** A list of at least `least` numbers within the range, and of exactly `length` when another list sets it. */
export function numbersAt(
  value: unknown,
  path: string,
  range: NumberRange = {},
  demand: { least?: number; length?: number; like?: string } = {},
): number[] {
  if (!Array.isArray(value))
    throw new StatisticsInputError(path, `must be a list of numbers, found ${shown(value)}`);
  const { least = 1, length, like } = demand;
  if (value.length < least)
    throw new StatisticsInputError(
      path,
      `must hold at least ${least} ${least === 1 ? 'value' : 'values'}, found ${value.length}`,
    );
  if (length !== undefined && value.length !== length)
    throw new StatisticsInputError(path, `must hold ${length} values like ${like}, found ${value.length}`);
  return Array.from(value as unknown[], (entry, index) => numberAt(entry, `${path}[${index}]`, range));
}

/** A confidence level, 0.95 unless told; closer to 1 the limits could no longer be told from rounding. */
export function confidenceAt(value: unknown, path = 'confidence'): number {
  return value === undefined ? 0.95 : numberAt(value, path, { above: 0, max: 0.999999 });
}
