import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { announce } from '../../../lib/announce';
import { useWords } from '../../../lib/i18n';
import type { TimeState } from '../../../lib/live-clock';
import { stepNow } from './step-state';

/**
 * Lets a screen reader hear what changed: another step, a pause, answers that are shown, and once when the time of a step runs out. The
 * focus stays where somebody is; only where its button went away it goes to the title of the new step. Another step comes into sight.
 * @param forRoom one screen for everybody: what only the owner of the case does is not said
 */
export function useStepNews(
  view: MeetingScreen,
  time: TimeState,
  title: RefObject<HTMLHeadingElement | null>,
  forRoom = false,
): void {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const now = stepNow(view);
  const { state } = view.clock;
  const stepId = now?.step.id ?? null;
  const shown = (now?.step.together && now.inputs?.shown) ?? false;
  const text = now
    ? t('news.step', {
        number: now.number,
        of: now.of,
        name: words(now.step.name),
        text: words((!forRoom && now.isOwner && now.step.ownerInstruction) || now.step.instruction),
      })
    : '';
  const said = useRef({ stepId, state, time, shown });
  useEffect(() => {
    const before = said.current;
    said.current = { stepId, state, time, shown };
    const moved = before.stepId !== stepId;
    if (before.stepId !== null && (moved || before.shown !== shown) && nowhere())
      title.current?.focus({ preventScroll: true });
    if (moved) {
      // on a phone the step is above what one was reading; who types is left alone
      if (!document.activeElement?.matches('input, textarea, select')) {
        window.scrollTo({ top: 0 });
        // the big screen scrolls inside its frame
        title.current?.closest('main')?.scrollTo({ top: 0 });
      }
      return announce(text);
    }
    if (before.state !== state) announce(t(`news.${state}`));
    else if (!before.shown && shown) announce(t('news.shown'));
    else if (before.time !== time && state === 'running' && time !== 'calm') announce(t(`news.${time}`));
  }, [stepId, state, time, shown, text, t, title]);
}

/** The button that had the focus is gone. */
const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
