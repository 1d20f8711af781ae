import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardChange, EffectView, ProposalView } from '#libs/contracts';
import { announce } from '../../../lib/announce';
import { useProblemText } from '../../../components/problem-text';
import { useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { effectQuery } from '../round-data';
import { useChangeWords } from './change-words';
import { type Picking, type Target, changeOf, columnsOf, nameOf, previewOf } from './picking';

/** A change that never is: keeps the query of the effect in place while nothing is picked up. */
const NOTHING: BoardChange = { kind: 'move', practiceId: '', groupId: null };

/**
 * Picking up, looking around and putting down. Every target first shows its effect on all scores; only what keeps the
 * hard rules can be carried out.
 */
export function usePicking(
  proposal: ProposalView,
  save: (change: BoardChange, done: string) => Promise<unknown>,
) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const words = useWords();
  const problemText = useProblemText();
  const say = useChangeWords(proposal);
  const [picked, setPicking] = useState<Picking | null>(null);
  /** The practice that takes the focus once the new board is drawn: a moved row is a new element. */
  const landing = useRef<string | null>(null);
  const columns = useMemo(() => columnsOf(proposal), [proposal]);
  // Somebody else may have taken the practice out of the board meanwhile.
  const picking =
    picked && columns.some((column) => column.practiceIds.includes(picked.practiceId)) ? picked : null;
  const change = useMemo(() => changeOf(columns, picking), [columns, picking]);
  // A drag and a held arrow key pass many targets: only where they rest is asked for.
  const [asked] = useDebouncedValue(change, 90);
  const effect = useQuery({
    ...effectQuery(proposal.roundId, proposal, asked ?? NOTHING),
    enabled: asked !== null,
  });
  const shown = asked !== null && asked === change ? (effect.data ?? null) : null;
  const preview = useMemo(() => previewOf(proposal, change), [proposal, change]);

  const how = picking?.how;
  useEffect(() => {
    if (shown && change && how !== 'drag') announce(`${say.change(change)}. ${say.effect(shown)}`);
    // Only a new effect is worth saying, not a new way of saying it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);

  const pickUp = (practiceId: string, kind: Picking['how']) => {
    setPicking({ practiceId, target: null, how: kind });
    if (kind !== 'drag') announce(t('picked', { name: nameOf(proposal, practiceId) }));
  };
  const aim = (target: Target | null) => setPicking((before) => (before ? { ...before, target } : before));
  const cancel = () => {
    if (picking && picking.how !== 'drag') announce(t('cancelled'));
    setPicking(null);
  };
  /** Looks first whether the hard rules allow it; if not, it says which one stands in the way and changes nothing. */
  const carryOut = async (wish: BoardChange): Promise<boolean> => {
    let known: EffectView;
    try {
      known = await client.ensureQueryData(effectQuery(proposal.roundId, proposal, wish));
    } catch (error) {
      showToast(problemText(error), { kind: 'failed' });
      return false;
    }
    if (!known.allowed) {
      showToast(known.violations.map(words).join(' '), { kind: 'failed' });
      return false;
    }
    landing.current = wish.kind === 'retype' ? null : wish.kind === 'swap' ? wish.a : wish.practiceId;
    await save(wish, say.done(wish)).catch(() => (landing.current = null));
    return true;
  };
  const putDown = async () => {
    if (!change) return;
    // With the keyboard one looks on from here; a drop that is refused is over.
    if (shown && !shown.allowed && how !== 'drag')
      return announce(shown.violations.map(words).join(' '), 'assertive');
    setPicking(null);
    await carryOut(change);
  };
  return {
    picking,
    change,
    columns,
    /** Once: who takes the focus on the board that is drawn now. */
    takeLanding: () => {
      const id = landing.current;
      landing.current = null;
      return id;
    },
    preview,
    effect: shown,
    failed: asked === change ? effect.error : null,
    setPicking,
    pickUp,
    aim,
    cancel,
    putDown,
    carryOut,
  };
}
export type PickingState = ReturnType<typeof usePicking>;
