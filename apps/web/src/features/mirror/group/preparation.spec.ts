import { describe, expect, it } from '@jest/globals';
import { takenAlong } from './preparation';

const view = (...items: string[]) => ({
  story: 'Wij hebben een nieuwe wijk.',
  question: '',
  figures: items.map((item) => ({ measure: 'VERW', item, view: null })),
});

describe('taking a figure along to the group (MIR-05)', () => {
  it('puts it last and leaves the story as it was', () => {
    expect(takenAlong(view('DER'), { measure: 'VERW', item: 'CAR' })).toEqual({
      story: 'Wij hebben een nieuwe wijk.',
      question: '',
      figures: [
        { measure: 'VERW', item: 'DER' },
        { measure: 'VERW', item: 'CAR' },
      ],
    });
  });
  it('does so once', () => {
    expect(takenAlong(view('DER'), { measure: 'VERW', item: 'DER' })).toBe('there');
  });
  it('has room for four', () => {
    expect(takenAlong(view('A', 'B', 'C', 'D'), { measure: 'VERW', item: 'E' })).toBe('full');
  });
});
