import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { useFormat } from '../../../../lib/i18n';
import { localTime } from '../../../../lib/local-time';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import { dayAhead, yearDoors } from '../agenda-data';
import { focusOnce } from '../../sessions/focus-once';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

/** Until when practices can choose, and another day for it; after that day it opens the choice again. */
export function VoteDeadline({ year, voteUntil }: { year: DialogueYearView; voteUntil: string }) {
  const { t } = useTranslation(['dialogue-agenda', 'components']);
  const format = useFormat();
  const now = useNow();
  const known = localTime(voteUntil).date;
  /** The day in the form; null while there is none. */
  const [until, setUntil] = useState<string | null>(null);
  const move = useYearChange(
    year.id,
    (version, day: string) => yearDoors.change(year.id, version, { voteUntil: day }),
    (moved) => {
      setUntil(null);
      showToast(t('deadline.saved', { date: moved.voteUntil ? format.day(moved.voteUntil) : '–' }));
    },
  );
  const late = until !== null && until !== '' && until < dayAhead(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (until && !late) move.mutate(until);
  };
  if (until === null)
    return (
      <div className={classes.deadline}>
        <span>
          {t(Date.parse(voteUntil) <= now ? 'deadline.over' : 'deadline.open', {
            date: format.day(voteUntil),
          })}
        </span>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => setUntil(known < dayAhead(0) ? dayAhead(7) : known)}
        >
          {t('change')}
        </Button>
      </div>
    );
  return (
    <form noValidate onSubmit={submit} className={classes.form} aria-label={t('deadline.change.label')}>
      <TextInput
        type="date"
        label={t('vote.until')}
        description={t('deadline.text')}
        min={dayAhead(0)}
        value={until}
        ref={focusOnce}
        error={late ? t('until.late') : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {move.error ? <ErrorState error={move.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="sm" loading={move.isPending} disabled={!until || late}>
          {t('save')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          onClick={() => {
            move.reset();
            setUntil(null);
          }}
        >
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
