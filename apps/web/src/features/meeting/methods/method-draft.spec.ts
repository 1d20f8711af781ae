import { describe, expect, it } from '@jest/globals';
import type { MethodContent } from '#libs/contracts';
import { copyName, missingIn, moved, newStep, toSend, withChange } from './method-draft';

const words = (nl: string, en = '') => ({ nl, en });
const step = (id: string) => ({ ...newStep([]), id });

describe('a method of a region, while it is written (SES-03)', () => {
  it('gives a new step an id that no other step has', () => {
    const first = newStep([]);
    const third = newStep([first, { ...first, id: 'stap-3' }]);
    expect([first.id, third.id]).toEqual(['stap-1', 'stap-4']);
  });

  it('names a copy within the length that fits', () => {
    expect(copyName(words('Incidentmethode', 'Incident method'))).toEqual(
      words('Incidentmethode 2', 'Incident method 2'),
    );
    expect(copyName(words('x'.repeat(60), 'y')).nl).toHaveLength(60);
  });

  it('hides nothing that is not shown together', () => {
    const hidden = withChange(step('a'), {
      writes: 'others',
      together: true,
      named: false,
      hiddenFromOwner: true,
    });
    expect(hidden).toMatchObject({ together: true, named: false, hiddenFromOwner: true });
    expect(withChange(hidden, { together: false })).toMatchObject({ named: true, hiddenFromOwner: false });
    expect(withChange(hidden, { writes: 'notes' })).toMatchObject({ together: false, named: true });
  });

  it('says which texts are missing, and sends the others in both languages', () => {
    const content: MethodContent = {
      name: words('Kort', 'Short'),
      when: words('', 'When there is little time'),
      fit: { metBefore: 0, practices: { min: 3, max: 10 } },
      steps: [
        { ...step('a'), name: words('Begin'), instruction: words(' Vertel '), tip: words('Rustig') },
        { ...step('b'), ownerInstruction: words(' ') },
      ],
    };
    expect(missingIn(content)).toEqual(['steps.b.name', 'steps.b.instruction', 'steps.b.tip']);
    const sent = toSend(content);
    expect(sent.when).toEqual(words('When there is little time', 'When there is little time'));
    expect(sent.steps.map((one) => [one.instruction, one.ownerInstruction])).toEqual([
      [words('Vertel', 'Vertel'), null],
      [words('', ''), null],
    ]);
  });

  it('moves a step one place', () => {
    expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b', 'c'], 0, 1)]).toEqual([
      ['a', 'c', 'b'],
      ['b', 'a', 'c'],
    ]);
  });
});
