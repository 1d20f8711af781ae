/** A light check before asking the server: something, one @, a domain with a dot. The server has the last word. */
export function looksLikeMail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());
}
