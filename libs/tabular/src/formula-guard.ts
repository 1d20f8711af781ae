/** The first characters that make a spreadsheet see a formula (security list, item 14), with their full-width twins. */
const TRIGGER = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'(?=[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20])/;

/** Whether a spreadsheet could take this text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return TRIGGER.test(text);
}

/** The text with an apostrophe in front if a spreadsheet could take it for a formula. */
export function guardText(text: string): string {
  return TRIGGER.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `guardText` set, so that what we export can be read back. */
export function unguardText(text: string): string {
  return text.replace(GUARDED, '');
}

/** Half of a surrogate pair cannot be stored in UTF-8 or XML; it becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
