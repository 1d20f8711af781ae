import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../lib/announce';
import type { LiveScreen } from '#libs/contracts';
import { nowOn } from './hour';
import { type TimeState } from '../../../lib/live-clock';

/** Lets a screen reader hear what changed: another question, a pause, and once when the time of a part runs out. Never the seconds. */
export function useNews(view: LiveScreen, time: TimeState): void {
  const { t } = useTranslation('dialogue-live');
  const { item, question, number, of } = nowOn(view);
  const { state } = view.clock;
  const said = useRef({ questionId: view.questionId, partId: view.clock.currentId, state, time });
  useEffect(() => {
    const before = said.current;
    const now = { questionId: view.questionId, partId: view.clock.currentId, state, time };
    said.current = now;
    if (before.state !== now.state) {
      announce(t(`news.${now.state}`));
      if (now.state !== 'running' || before.state === 'paused') return;
    }
    if (before.questionId !== now.questionId || before.partId !== now.partId) {
      announce(
        question
          ? t('news.question', { number, of, text: question.text })
          : t('news.part', { name: item?.name ?? '' }),
      );
      return;
    }
    if (before.time !== now.time && state === 'running' && now.time !== 'calm')
      announce(t(`news.${now.time}`));
  }, [view.questionId, view.clock.currentId, state, time, question, item, number, of, t]);
}
