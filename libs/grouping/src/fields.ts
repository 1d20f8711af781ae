import { GroupingInputError } from './instance.js';

type Json = Record<string, unknown>;

/** How a value looks in a refusal: short and never more than 40 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

/** The value as an object, or a refusal that names the path. */
export function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GroupingInputError(path, `must be an object, found ${shown(value)}`);
  }
  return value as Json;
}

/** The value as a list; an absent list is empty unless it is required. */
export function listAt(value: unknown, path: string, required = false): unknown[] {
  if ((value === undefined || value === null) && !required) return [];
  if (!Array.isArray(value)) throw new GroupingInputError(path, `must be a list, found ${shown(value)}`);
  return value;
}

/** The value as a non-empty text, or the fallback when it is absent. */
export function textAt(value: unknown, path: string, fallback?: string): string {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  if (typeof value !== 'string' || (value === '' && fallback === undefined)) {
    throw new GroupingInputError(path, `must be a text, found ${shown(value)}`);
  }
  return value;
}

/** The value as a boolean, or the fallback when it is absent. */
export function flagAt(value: unknown, path: string, fallback: boolean): boolean {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'boolean')
    throw new GroupingInputError(path, `must be true or false, found ${shown(value)}`);
  return value;
}

/** Limits of a number: inclusive `min` and `max`, and whether it must be whole. */
export interface NumberRange {
  min?: number;
  max?: number;
  whole?: boolean;
}

/** The value as a finite number within the range, or the fallback when it is absent. */
export function numberAt(value: unknown, path: string, range: NumberRange, fallback?: number): number {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  const { min = -Infinity, max = Infinity, whole = false } = range;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new GroupingInputError(path, `must be a number, found ${shown(value)}`);
  }
  if (whole && !Number.isInteger(value))
    throw new GroupingInputError(path, `must be a whole number, found ${value}`);
  if (value < min) throw new GroupingInputError(path, `must be at least ${min}, found ${value}`);
  if (value > max) throw new GroupingInputError(path, `must be at most ${max}, found ${value}`);
  return value;
}

/** The value as a number within the range, or null when it is absent. */
export function optionalNumberAt(value: unknown, path: string, range: NumberRange): number | null {
  return value === undefined || value === null ? null : numberAt(value, path, range);
}

/** A list of ids that must exist in `known` and may not repeat. */
export function idsAt(
  value: unknown,
  path: string,
  known: ReadonlySet<string> | null,
  what: string,
): string[] {
  const seen = new Set<string>();
  return listAt(value, path).map((entry, index) => {
    const at = `${path}[${index}]`;
    const id = textAt(entry, at);
    if (known && !known.has(id)) throw new GroupingInputError(at, `names no ${what}, found ${shown(id)}`);
    if (seen.has(id)) throw new GroupingInputError(at, `repeats ${what} ${shown(id)}`);
    seen.add(id);
    return id;
  });
}

/** Reads a list of things with a unique id. */
export function uniqueAt<T extends { id: string }>(
  value: unknown,
  path: string,
  read: (entry: Json, path: string) => T,
): T[] {
  const seen = new Set<string>();
  return listAt(value, path, true).map((entry, index) => {
    const at = `${path}[${index}]`;
    const item = read(objectAt(entry, at), at);
    if (seen.has(item.id)) throw new GroupingInputError(`${at}.id`, `repeats the id ${shown(item.id)}`);
    seen.add(item.id);
    return item;
  });
}
