/** Codes stand on cards and in addresses for ever: capitals, digits and dashes. */
const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

/** What was typed, as a code would be written: `spoed ggz` becomes `SPOED-GGZ`. */
export function codeOf(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9-]+/g, '-')
    .slice(0, 30);
}

export function isCode(text: string): boolean {
  return text.length <= 30 && CODE.test(text);
}
