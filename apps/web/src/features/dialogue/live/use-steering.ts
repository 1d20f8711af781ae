import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LiveAction } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { showToast } from '../../../lib/toast';
import type { LiveScreen } from '#libs/contracts';
import { liveDoors, type ActionWish } from './live-data';
import type { LiveHour } from './use-live-hour';

export interface Steering {
  busy: boolean;
  /** Presses something, with what is on the screen at this moment. */
  act: (what: LiveAction, more?: Pick<ActionWish, 'targetId' | 'minutes'>) => void;
}

const UNDONE: Partial<Record<LiveAction, 'undo.answered' | 'undo.park' | 'undo.skip'>> = {
  answered: 'undo.answered',
  park: 'undo.park',
  skip: 'undo.skip',
};

/**
 * The buttons and keys of who leads: one press at a time at each question, with what was on when it was pressed. Its answer may still be
 * on its way when the room has moved on: what is pressed at the next question counts.
 */
export function useSteering<View extends LiveScreen>(
  hour: LiveHour<View>,
  view: LiveScreen,
  { undo }: { undo: boolean },
): Steering {
  const { t } = useTranslation('dialogue-live');
  const problemText = useProblemText();
  const doors = liveDoors(view.sessionId);
  const on = { questionId: view.questionId, partId: view.clock.currentId };
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (wish: ActionWish) => doors.act(wish),
    onSuccess: (_nothing, wish) => {
      if (hour.connection !== 'live') hour.reread();
      const said = UNDONE[wish.do];
      const { questionId } = wish;
      if (undo && said && questionId)
        showToast(t(said), { undo: () => doors.act({ do: 'reopen', targetId: questionId }) });
    },
    onError: (error) => {
      showToast(problemText(error), { kind: 'failed' });
      hour.reread();
    },
  });
  const busy = isPending && variables.questionId === on.questionId && variables.partId === on.partId;
  return {
    busy,
    act: (what, more = {}) => {
      if (!busy) mutate({ do: what, ...on, ...more });
    },
  };
}
