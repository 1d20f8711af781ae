import type { Container } from './container.js';
import { TabularError } from './errors.js';
import type { TableLimits } from './limits.js';
import { readXml } from './xml.js';

/** The texts that the cells of a workbook point to, formatting and phonetic guides left out. */
export async function readStrings(
  container: Container,
  part: string,
  limits: TableLimits,
): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let current: string | null = null;
  let inText = false;
  let phonetic = 0;
  await readXml(part, container.text(part), {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (text) => {
      if (!inText || current === null) return;
      current += text;
      characters += text.length;
      if (current.length > limits.cellLength * 7) {
        throw new TabularError('cell.too-long', { row: strings.length + 1, limit: limits.cellLength });
      }
      if (characters > limits.sharedCharacters) {
        throw new TabularError('xlsx.too-many-strings', { limit: limits.sharedStrings });
      }
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        if (strings.length >= limits.sharedStrings) {
          throw new TabularError('xlsx.too-many-strings', { limit: limits.sharedStrings });
        }
        strings.push(unescapeText(current ?? ''));
        current = null;
      }
    },
  });
  return strings;
}

/** Characters that XML cannot hold are stored as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
