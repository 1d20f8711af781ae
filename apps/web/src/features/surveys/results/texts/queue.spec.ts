import { describe, expect, it } from '@jest/globals';
import type { ModerationTextView } from '#libs/contracts';
import { byQuestion, nextWaiting, proposalFor } from './queue';

const text = (id: string, item: string, state: ModerationTextView['state'] = 'new'): ModerationTextView => ({
  id,
  item,
  question: { nl: item, en: item },
  original: `origineel ${id}`,
  shown: null,
  state,
  findings: null,
  version: 1,
});

describe('the open texts that wait for a decision (SUR-12)', () => {
  const texts = [
    text('1', 'better'),
    text('2', 'good'),
    text('3', 'better', 'shown'),
    text('4', 'better'),
    text('5', 'good', 'withheld'),
  ];

  it('stand under their questions', () => {
    expect(byQuestion(texts).map(({ item, texts: of }) => [item, of.map(({ id }) => id)])).toEqual([
      ['better', ['1', '3', '4']],
      ['good', ['2', '5']],
    ]);
  });

  it('are walked in the order of the page, around to the first, until none is left', () => {
    expect(nextWaiting(texts, '1')).toBe('4');
    expect(nextWaiting(texts, '4')).toBe('2');
    expect(nextWaiting(texts, '2')).toBe('1');
    expect(nextWaiting([text('1', 'better', 'shown')], '1')).toBeNull();
  });

  it('start from what was shown, else from the wording of the guard, else from what was written', () => {
    const rewrite = 'zonder naam';
    const found = { item: 'better', verdict: 'warn' as const, spans: [], rewrite };
    expect(proposalFor(text('1', 'better'))).toBe('origineel 1');
    expect(proposalFor({ ...text('1', 'better'), findings: found })).toBe(rewrite);
    expect(proposalFor({ ...text('1', 'better'), findings: found, shown: 'eerder' })).toBe('eerder');
  });
});
