import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import type { Shelf } from './shelf';
import classes from './live.module.css';
import { stepAt } from './step-state';
import { WrittenCard } from './written-card';

interface WritingProps {
  view: MeetingScreen;
  stepId: string;
  shelf: Shelf;
  /** One laptop in the room: the leader types for everybody; the own text of one practice is not for all eyes. */
  forRoom?: boolean;
  /** The step whose text is under the hands; null when none is any more. */
  onTyping?: (stepId: string | null) => void;
}

/** A press on "klaar" takes the focus from the text a moment before it counts. In ms. */
const LEAVES_AFTER = 400;

/**
 * What this screen writes in the step that is on. Who still types in a step that ended keeps that field until they leave it: a step that
 * begins takes nothing away from under the hands.
 */
export function Writing({ view, stepId, shelf, forRoom = false, onTyping }: WritingProps) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const [typing, setTyping] = useState<string | null>(null);
  const [forGroup, setForGroup] = useState(forRoom);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const hands = (id: string | null) => {
    setTyping(id);
    onTyping?.(id);
  };
  const ids = typing !== null && typing !== stepId ? [typing, stepId] : [stepId];
  return ids.map((id) => {
    const now = stepAt(view, id);
    if (!now) return null;
    const { step, writes, writesForGroup, group } = now;
    const notes = step.writes === 'notes';
    const hold = {
      onFocus: () => {
        clearTimeout(leaving.current);
        hands(id);
      },
      onBlur: () => {
        leaving.current = setTimeout(() => hands(null), LEAVES_AFTER);
      },
    };
    const named = (title: string) =>
      id === stepId ? title : t('own.earlier', { step: words(step.name), title });
    const groupToo = writesForGroup && (notes || forGroup || group !== null);
    return (
      <div key={id} className={classes.writing}>
        {writes && !forRoom && (
          <WrittenCard
            key="practice"
            written={shelf.text(id, 'practice', view.own)}
            title={named(t('own.title'))}
            placeholder={t('own.placeholder')}
            hint={
              step.together ? t(step.named ? 'own.hint.named' : 'own.hint.anonymous') : t('own.hint.each')
            }
            finishes
            {...hold}
          />
        )}
        {groupToo && (
          <WrittenCard
            key="group"
            written={shelf.text(id, 'group', view.own)}
            title={named(t(notes ? 'notes.title' : 'group.title'))}
            placeholder={t(notes ? 'notes.placeholder' : 'group.placeholder')}
            hint={t(notes ? 'notes.hint' : 'group.hint')}
            finishes={false}
            {...hold}
          />
        )}
        {writesForGroup && !groupToo && (
          <Button variant="subtle" className={classes.text} onClick={() => setForGroup(true)}>
            {t('group.open')}
          </Button>
        )}
      </div>
    );
  });
}
