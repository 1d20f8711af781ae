import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '#libs/contracts';
import { useProblemText } from '../../components/problem-text';
import { asProblem } from '../../lib/problem';
import { showToast } from '../../lib/toast';
import { useChangeLocation } from './group-data';

/** The place, in the line where it stands. It says who hears of it: a change goes to every member. */
export function LocationForm({ group, onDone }: { group: GroupView; onDone: () => void }) {
  const { t } = useTranslation('group');
  const problemText = useProblemText();
  const [text, setText] = useState(group.location ?? '');
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed made room for this field.
  useEffect(() => input.current?.focus(), []);
  const change = useChangeLocation(group);
  const error = change.error
    ? asProblem(change.error).code === 'conflict.stale'
      ? t('location.stale')
      : problemText(change.error)
    : null;
  const save = () => {
    const location = text.trim() || null;
    if (location === group.location) return onDone();
    change.mutate(location, {
      onSuccess: () => {
        showToast(t('location.saved'));
        onDone();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
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
