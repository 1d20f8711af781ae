import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupMeetingView, GroupView } from '#libs/contracts';
import { FindingNote } from '../../components/finding-note';
import { useProblemText } from '../../components/problem-text';
import { findingsOf } from '../../lib/guard';
import { asProblem } from '../../lib/problem';
import { showToast } from '../../lib/toast';
import { useChangeLocation } from './group-data';

interface LocationFormProps {
  group: GroupView;
  meeting: GroupMeetingView;
  onDone: () => void;
}

/** The place, in the line where it stands. It says who hears of it: a change goes to every member. */
export function LocationForm({ group, meeting, onDone }: LocationFormProps) {
  const { t } = useTranslation('group');
  const problemText = useProblemText();
  const [text, setText] = useState(meeting.location ?? '');
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed made room for this field.
  useEffect(() => input.current?.focus(), []);
  const change = useChangeLocation(group, meeting);
  const [finding] = findingsOf(change.error);
  const error =
    change.error && !finding
      ? asProblem(change.error).code === 'conflict.stale'
        ? t('location.stale')
        : problemText(change.error)
      : null;
  const save = (confirmed: boolean) => {
    const location = text.trim() || null;
    if (location === meeting.location) return onDone();
    change.mutate(
      { location, confirmed },
      {
        onSuccess: () => {
          showToast(t('location.saved'));
          onDone();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextInput
        ref={input}
        label={t('location.label')}
        description={t('location.hint')}
        maxLength={200}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {finding && (
        <FindingNote
          text={text}
          finding={finding}
          busy={change.isPending}
          onTake={(rewrite) => {
            change.reset();
            setText(rewrite.slice(0, 200));
          }}
          onKeep={() => save(true)}
        />
      )}
      <Group gap={8} mt={12}>
        <Button type="submit" size="sm" loading={change.isPending}>
          {t('location.save')}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {t('location.cancel')}
        </Button>
      </Group>
    </form>
  );
}
