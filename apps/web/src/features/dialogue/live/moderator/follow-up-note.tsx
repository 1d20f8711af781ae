import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModeratedFollowUpView } from '#libs/contracts';
import { useProblemText } from '../../../../components/problem-text';
import { focusOnce } from '../../sessions/focus-once';
import { liveDoors } from '../live-data';

interface FollowUpNoteProps {
  sessionId: string;
  one: ModeratedFollowUpView;
  takesFocus: boolean;
}

/** What was answered, for the handout; saved on leaving the field. */
export function FollowUpNote({ sessionId, one, takesFocus }: FollowUpNoteProps) {
  const { t } = useTranslation('dialogue-live');
  const problemText = useProblemText();
  const [text, setText] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (note: string) => liveDoors(sessionId).handle(one.id, { note, confirmed: false }),
    onSuccess: () => setText(null),
  });
  const value = text ?? one.note;
  return (
    <Textarea
      mt={8}
      size="sm"
      autosize
      minRows={2}
      maxLength={2000}
      aria-label={t('follow.noteLabel', { text: one.text })}
      placeholder={t('notes.placeholder')}
      value={value}
      error={save.error ? problemText(save.error) : null}
      ref={takesFocus ? focusOnce : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => value !== one.note && save.mutate(value)}
    />
  );
}
