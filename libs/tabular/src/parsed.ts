import { excerpt, type Details, type TabularCode } from './errors.js';

/** A cell that was understood, or the code and details of the sentence that says why it was not. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: TabularCode; details: Details };

export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused<T>(code: TabularCode, text: string, details: Details = {}): Parsed<T> {
  return { ok: false, code, details: { text: excerpt(text), ...details } };
}

/** White space of every kind made plain: ends trimmed, runs collapsed, invisible marks dropped, composed characters. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
