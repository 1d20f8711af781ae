import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingLiveAction, MeetingScreen } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { liveDoors, type ActionWish } from './live-data';
import type { LiveMeeting } from './use-live-meeting';

export interface Steering {
  busy: boolean;
  /** Presses something, with the step that is on the screen at this moment. */
  act: (what: MeetingLiveAction, more?: Pick<ActionWish, 'targetId' | 'minutes'>) => void;
  /** Shows the texts of a step. */
  show: (stepId: string) => void;
}

/**
 * The buttons and keys of who leads: one press at a time at each step. Its answer may still be on its way when the room has moved on:
 * what is pressed at the new step counts.
 */
export function useSteering(live: LiveMeeting, view: MeetingScreen): Steering {
  const { t } = useTranslation('meeting-live');
  const problemText = useProblemText();
  const doors = liveDoors(view.meetingId);
  const { currentId } = view.clock;
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ door }: { door: () => Promise<void>; stepId: string | null }) => door(),
    onSuccess: () => {
      if (live.connection !== 'live') live.reread();
    },
    onError: (error) => {
      const moved = asProblem(error).code === 'live.moved-on';
      showToast(moved ? t('moved') : problemText(error), { kind: 'failed' });
      live.reread();
    },
  });
  const busy = isPending && variables.stepId === currentId;
  const press = (door: () => Promise<void>) => {
    letGo();
    if (!busy) mutate({ door, stepId: currentId });
  };
  return {
    busy,
    act: (what, more = {}) => {
      press(() => doors.act({ do: what, stepId: currentId, ...more }));
    },
    show: (stepId) => {
      press(() => doors.show(stepId));
    },
  };
}

/** After the mouse, Enter and space are for the room again, not for the button that was pressed. Who came with the keyboard stays on it. */
function letGo(): void {
  const held = document.activeElement;
  if (held instanceof HTMLElement && held.matches('button:not(:focus-visible)')) held.blur();
}
