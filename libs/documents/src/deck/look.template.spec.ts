import { describe, expect, it } from '@jest/globals';
import { COLOURS, PALETTE, TONES } from './look.template.js';

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [r, g, b] = [0, 2, 4].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('the colours of a deck', () => {
  it.each([
    [COLOURS.ink, COLOURS.page],
    [COLOURS.ink, COLOURS.warm],
    [COLOURS.quiet, COLOURS.page],
    [COLOURS.quiet, COLOURS.warm],
    [COLOURS.accent, COLOURS.page],
    [COLOURS.onAccent, COLOURS.accent],
    ...[...PALETTE, ...Object.values(TONES)].map(({ fill, label }) => [label, fill]),
  ])('let text %s be read on %s (WCAG 1.4.3)', (text, ground) => {
    expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...PALETTE, ...Object.values(TONES)])(
    'let the bar $fill stand out from the slide (WCAG 1.4.11)',
    ({ fill }) => {
      expect(contrast(fill, COLOURS.page)).toBeGreaterThanOrEqual(3);
    },
  );
});
