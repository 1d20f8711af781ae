import { useTranslation } from 'react-i18next';
import type { BoardChange, EffectView, ProposalView, ScoreDeltas } from '#libs/contracts';
import { useFormat, useWords } from '../../../lib/i18n';
import { groupOf, nameOf } from './picking';

/** The five scores in the order of the table. */
export const TERMS = [
  'theme',
  'attendance',
  'continuity',
  'motivation',
  'worst',
] as const satisfies readonly (keyof ScoreDeltas)[];

/** A change and its effect in words: for the strip, the dialog and the live region. */
export function useChangeWords(proposal: ProposalView) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const words = useWords();
  const number = (groupId: string | null) =>
    proposal.board.find((group) => group.id === groupId)?.number ?? 0;
  const group = (groupId: string | null) =>
    groupId === null ? t('nogroup') : t('group', { number: number(groupId) });

  /** "De Kade naar groep 4", "De Kade ruilt met Rivierzicht". */
  const change = (wish: BoardChange): string => {
    switch (wish.kind) {
      case 'move': {
        const name = nameOf(proposal, wish.practiceId);
        return wish.groupId === null
          ? t('change.out', { name })
          : t('change.move', { name, group: group(wish.groupId) });
      }
      case 'swap':
        return t('change.swap', { a: nameOf(proposal, wish.a), b: nameOf(proposal, wish.b) });
      case 'leader':
        return t('change.leader', { name: nameOf(proposal, wish.practiceId), group: group(wish.groupId) });
      case 'retype':
        return t('change.retype', { group: group(wish.groupId) });
    }
  };
  /** All effects in one sentence, or the rule that stands in the way. */
  const effect = (view: EffectView): string => {
    if (!view.allowed) return view.violations.map(words).join(' ');
    const deltas = TERMS.filter((term) => Math.abs(view.deltas[term]) >= 0.05);
    if (deltas.length === 0) return t('effect.equal');
    return deltas.map((term) => `${t(`term.${term}`)} ${format.signed(view.deltas[term])}`).join(', ');
  };
  const leaders = (view: EffectView): string[] =>
    view.leaders.map(({ groupId, practiceId }) =>
      practiceId
        ? t('effect.leader', { group: group(groupId), name: nameOf(proposal, practiceId) })
        : t('effect.noLeader', { group: group(groupId) }),
    );
  const done = (wish: BoardChange): string => t('change.done', { change: change(wish) });
  const from = (practiceId: string): string => group(groupOf(proposal.board, practiceId)?.id ?? null);
  return { group, change, effect, leaders, done, from };
}
