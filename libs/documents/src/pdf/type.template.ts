import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/** A font of a document. The second pair helps out with Greek, Cyrillic, Arabic, Hebrew, signs and faces that Inter does not have. */
export type FontName = 'regular' | 'bold' | 'other-regular' | 'other-bold';

/** A stretch of text in one font; `lost` where it stands for characters that no font has. */
export interface Stretch {
  font: FontName;
  text: string;
  /** What really stood there. */
  lost: string | null;
}

/** A box for what cannot be drawn. */
const BOX = '\u25a1';
const require = createRequire(import.meta.url);
const FILES: Record<FontName, string> = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'other-regular': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'other-bold': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
};
const files = new Map<FontName, Buffer>();

/** The bytes of a font, read once per process. Inter: SIL Open Font License; DejaVu: free licence of its makers. */
export function fontFile(name: FontName): Buffer {
  let file = files.get(name);
  if (!file) {
    file = readFileSync(require.resolve(FILES[name]));
    files.set(name, file);
  }
  return file;
}

/** What only joins or chooses a form of the character before it: never worth a box of its own. */
const JOINERS: readonly (readonly [number, number])[] = [
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0100, 0xe01ef],
];
const joins = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return JOINERS.some(([from, to]) => code >= from && code <= to);
};

/**
 * Text divided over the fonts that can draw it.
 * @param has whether a font has a character
 */
export function stretchesOf(
  text: string,
  bold: boolean,
  has: (font: FontName, letter: string) => boolean,
): Stretch[] {
  const own: FontName = bold ? 'bold' : 'regular';
  const other: FontName = bold ? 'other-bold' : 'other-regular';
  const stretches: Stretch[] = [];
  for (const letter of text) {
    const font = has(own, letter) ? own : has(other, letter) ? other : null;
    const last = stretches.at(-1);
    if (font === null) {
      const shown = joins(letter) ? '' : BOX;
      if (last && last.lost !== null) {
        last.lost += letter;
        last.text += shown;
      } else if (shown) stretches.push({ font: other, text: shown, lost: letter });
    } else if (last && last.font === font && last.lost === null) last.text += letter;
    else stretches.push({ font, text: letter, lost: null });
  }
  return stretches;
}
