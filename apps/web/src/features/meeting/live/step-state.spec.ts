import { describe, expect, it } from '@jest/globals';
import type { LedMethodStepView, LiveItemView, MeetingScreen, MethodStepView } from '#libs/contracts';
import {
  minutesOf,
  onlyReads,
  readAtEnd,
  showing,
  speakerFor,
  stepAt,
  stepNow,
  talkedAbout,
  textsState,
  tilesOf,
} from './step-state';

const step = (id: string, more: Partial<MethodStepView> = {}): Partial<MethodStepView> => ({
  id,
  writes: 'nothing',
  together: false,
  named: true,
  ownerOutside: false,
  hiddenFromOwner: false,
  ...more,
});
function screen(practice: string | null, audience: MeetingScreen['audience'] = 'participant'): MeetingScreen {
  return {
    audience,
    practice: practice === null ? null : { id: practice, name: practice },
    clock: { currentId: 'oordeel' },
    steps: [
      step('vragen'),
      step('oordeel', { writes: 'others', together: true, named: false, hiddenFromOwner: true }),
      step('roddel', { ownerOutside: true }),
      step('afronden', { writes: 'notes' }),
    ],
    roles: [
      { role: 'case', practiceId: 'molenveld', practice: 'Molenveld' },
      { role: 'notes', practiceId: 'linde', practice: 'De Linde' },
    ],
    presence: [
      { practiceId: 'linde', practice: 'De Linde', here: true },
      { practiceId: 'terp', practice: 'De Terp', here: false },
      { practiceId: 'molenveld', practice: 'Molenveld', here: true },
    ],
    inputs: [
      {
        stepId: 'oordeel',
        shown: false,
        revealed: false,
        practices: [
          { practiceId: 'linde', done: true },
          { practiceId: 'terp', done: false },
        ],
        texts: [],
      },
      { stepId: 'afronden', shown: true, revealed: true, practices: [], texts: [] },
    ],
    own: [
      { stepId: 'oordeel', practiceId: 'linde', text: 'Bellen', done: true, fixed: false, version: 1 },
      { stepId: 'afronden', practiceId: null, text: 'Foto', done: false, fixed: false, version: 1 },
    ],
  } as unknown as MeetingScreen;
}
const now = (view: MeetingScreen, id = 'oordeel') => {
  const found = stepAt(view, id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

describe('one step as a screen may know it (SES-03)', () => {
  it('keeps the texts that the group talks about on the screen in the steps after', () => {
    const view = screen('linde');
    expect(talkedAbout(view, now(view, 'roddel'))).toBeNull();
    view.inputs[0] = {
      ...view.inputs[0]!,
      shown: true,
      texts: [{ id: '1', text: 'Bellen', by: 'anonymous' }],
    };
    const texts = (id: string) => talkedAbout(view, now(view, id))?.inputs?.texts.map(({ text }) => text);
    expect(['vragen', 'oordeel', 'roddel', 'afronden'].map(texts)).toEqual([
      undefined,
      undefined,
      ['Bellen'],
      ['Bellen'],
    ]);
  });
  it('keeps what the group noted on the screen too, until something newer is written', () => {
    const view = screen('linde');
    view.steps.push(
      step('aanpak') as LedMethodStepView,
      step('inzichten', { writes: 'notes' }) as LedMethodStepView,
    );
    const [answers, notes] = view.inputs;
    if (!answers || !notes) throw new Error('no inputs');
    const texts = (id: string) => talkedAbout(view, now(view, id))?.inputs?.texts.map(({ text }) => text);
    // nothing was noted: the answers stay
    view.inputs = [{ ...answers, shown: true, texts: [{ id: '1', text: 'Bellen', by: 'anonymous' }] }, notes];
    expect(texts('aanpak')).toEqual(['Bellen']);
    const noted = { ...notes, texts: [{ id: '2', text: 'Hoe bel ik?', by: 'group' as const }] };
    view.inputs = [view.inputs[0]!, noted];
    expect([texts('afronden'), texts('aanpak'), texts('inzichten')]).toEqual([
      ['Bellen'],
      ['Hoe bel ik?'],
      ['Hoe bel ik?'],
    ]);
  });

  it('leaves the texts of a last step on the screen when it is over', () => {
    const view = screen('molenveld');
    const [answers] = view.inputs;
    if (!answers) throw new Error('no inputs');
    view.inputs = [{ ...answers, shown: true, texts: [{ id: '1', text: 'Bellen', by: 'anonymous' }] }];
    expect(readAtEnd(view)).toBeNull();
    view.steps.length = 2;
    expect(readAtEnd(view)?.inputs?.texts).toHaveLength(1);
    view.inputs = [answers];
    expect(readAtEnd(view)).toBeNull();
  });

  it('says where the meeting is', () => {
    expect(stepNow(screen('linde'))).toMatchObject({ number: 2, of: 4, first: false, last: false });
    expect(stepAt(screen('linde'), null)).toBeNull();
  });

  it('lets every practice write but the one that brings the case', () => {
    expect(now(screen('linde')).writes).toBe(true);
    expect(now(screen('molenveld'))).toMatchObject({ writes: false, isOwner: true });
    expect(now(screen(null, 'leader'))).toMatchObject({ writes: false, writesForGroup: true });
  });

  it('tells the owner to listen only where the method puts them outside the circle', () => {
    expect(now(screen('molenveld'), 'roddel').listens).toBe(true);
    expect(now(screen('linde'), 'roddel').listens).toBe(false);
    expect(now(screen('molenveld'), 'vragen').listens).toBe(false);
  });

  it('gives the notes to who takes them and to who leads, the rest for the room to who leads alone', () => {
    expect(now(screen('linde'), 'afronden').writesForGroup).toBe(true);
    expect(now(screen('terp'), 'afronden').writesForGroup).toBe(false);
    expect(now(screen('terp', 'leader'), 'afronden').writesForGroup).toBe(true);
    expect(now(screen('linde')).writesForGroup).toBe(false);
    expect(now(screen('linde', 'leader'), 'vragen').writesForGroup).toBe(false);
  });

  it('keeps the own text apart from that of the group', () => {
    const view = screen('linde');
    expect([now(view).own?.text, now(view).group]).toEqual(['Bellen', null]);
    expect([now(view, 'afronden').own, now(view, 'afronden').group?.text]).toEqual([null, 'Foto']);
  });

  it('shows who is done, who writes and who has no screen, never what they write', () => {
    const view = screen('linde');
    const { inputs } = now(view);
    expect(inputs && tilesOf(view, inputs).map(({ practice, state }) => [practice, state])).toEqual([
      ['De Linde', 'done'],
      ['De Terp', 'away'],
    ]);
  });

  it.each([
    ['linde', false, 'hidden'],
    ['molenveld', false, 'owner-later'],
    ['linde', true, 'anonymous'],
  ] as const)('to %s, shown %s, the texts are %s', (practice, shown, state) => {
    const view = screen(practice);
    const [first, ...rest] = view.inputs;
    if (!first) throw new Error('no inputs');
    expect(textsState(now({ ...view, inputs: [{ ...first, shown }, ...rest] }))).toBe(state);
  });

  it('keeps from a screen that the whole room reads what the owner of the case may not read yet', () => {
    const view = screen('linde', 'leader');
    const [first, ...rest] = view.inputs;
    if (!first) throw new Error('no inputs');
    const shown = now({ ...view, inputs: [{ ...first, shown: true, revealed: true }, ...rest] });
    expect([textsState(shown), textsState(shown, true)]).toEqual(['anonymous', 'room-later']);
    const open = { ...shown, step: { ...shown.step, hiddenFromOwner: false } };
    expect(textsState(open, true)).toBe('anonymous');
  });

  it('lets a leader who brings the case show the texts once, though they read them later', () => {
    const view = screen('molenveld', 'leader');
    expect(showing(now(view))).toMatchObject({ open: true, ready: true });
    const [first, ...rest] = view.inputs;
    if (!first) throw new Error('no inputs');
    const after = now({ ...view, inputs: [{ ...first, revealed: true }, ...rest] });
    expect(showing(after)).toMatchObject({ open: false, ready: false });
    expect(textsState(after)).toBe('owner-later');
  });

  it('says to the owner that they do not write where the method has no words of its own for them', () => {
    const read = (practice: string, words: MethodStepView['ownerInstruction']) => {
      const at = now(screen(practice));
      return onlyReads({ ...at, step: { ...at.step, ownerInstruction: words } });
    };
    expect(read('molenveld', null)).toBe(true);
    expect(read('molenveld', { nl: 'Denk na.', en: 'Think.' })).toBe(false);
    expect(read('linde', null)).toBe(false);
  });

  it.each([
    ['owner', 'molenveld', 'participant', 'you'],
    ['owner', 'linde', 'leader', 'owner'],
    ['leader', 'linde', 'leader', 'you'],
    ['leader', 'linde', 'participant', 'leader'],
    ['others', 'molenveld', 'participant', 'others'],
  ] as const)('where the %s speaks, %s as %s reads that %s does', (speaks, practice, audience, says) => {
    const view = screen(practice, audience);
    const { step: at, ...rest } = now(view);
    expect(speakerFor(view, { ...rest, step: { ...at, speaks } })).toBe(says);
  });

  it('warns that one text without a name tells whose it is', () => {
    const named = now(screen('linde', 'leader'));
    expect(showing(named)).toEqual({ open: true, ready: true, left: 1, tells: true });
    expect(showing({ ...named, step: { ...named.step, named: true } }).tells).toBe(false);
  });

  it('says what a step gets by now, and what it took once it is over', () => {
    const item = (state: LiveItemView['state']) =>
      ({ state, plannedSeconds: 600, spentSeconds: 432 }) as LiveItemView;
    expect(minutesOf(item('open'), 480)).toEqual({ minutes: 8, planned: 10 });
    expect(minutesOf(item('done'), 0)).toEqual({ minutes: 7, planned: 10 });
  });
});
