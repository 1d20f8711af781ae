import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatePollOptionView, DatePollView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { OptionForm } from './option-form';
import { DayFlags } from './option-words';
import { type OptionWish, usePollChanges } from './poll-data';
import { daysAfter, MOST_OPTIONS } from './poll-draft';
import classes from './poll.module.css';

/** The dates while they are asked for: more, fewer or at another time, and no answer is lost. */
export function OptionsPanel({ poll }: { poll: DatePollView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const now = useNow();
  const changes = usePollChanges();
  /** Of an option, or `new`. */
  const [editing, setEditing] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (option: DatePollOptionView) => changes.remove(poll, option.id),
    onSuccess: (after, option) =>
      showToast(t('options.removed', { date: format.localDate(option.date) }), {
        undo: () => changes.restore(after, option.id),
      }),
  });
  const last = poll.options.at(-1);
  const next: OptionWish = {
    date: last ? daysAfter(last.date, 7) : daysAfter(localTime(now).date, 14),
    startTime: last?.startTime ?? '19:30',
    endTime: last?.endTime ?? '21:00',
  };
  return (
    <Panel title={t('options.title')}>
      <p className={classes.hint}>{t('options.lead')}</p>
      <ul className={classes.options}>
        {poll.options.map((option) => {
          const date = format.localDate(option.date);
          return (
            <li key={option.id}>
              {editing === option.id ? (
                <OptionForm
                  from={option}
                  save={t('options.save')}
                  onSave={async (wish) => {
                    const after = await changes.move(poll, option.id, wish);
                    showToast(t('options.moved'), { undo: () => changes.restore(after, option.id) });
                  }}
                  onDone={() => setEditing(null)}
                />
              ) : (
                <div className={classes.line}>
                  <div>
                    <b>{date}</b>
                    <span className={classes.meta}>{format.hours(option.startTime, option.endTime)}</span>
                    <DayFlags flags={option.flags} />
                    {option.movedFrom && <Verdict kind="changed">{t('options.askedAgain')}</Verdict>}
                  </div>
                  <div className={classes.acts}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={44}
                      aria-label={t('options.change', { date })}
                      onClick={() => setEditing(option.id)}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={44}
                      disabled={poll.options.length < 2}
                      aria-label={t('options.remove', { date })}
                      onClick={() => remove.mutate(option)}
                    >
                      <IconX size={18} />
                    </ActionIcon>
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {remove.error ? <ErrorState error={remove.error} /> : null}
      {editing === 'new' ? (
        <OptionForm
          from={next}
          save={t('options.add')}
          onSave={(wish) => changes.add(poll, wish)}
          onDone={() => setEditing(null)}
        />
      ) : (
        poll.options.length < MOST_OPTIONS && (
          <div className={classes.buttons}>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconPlus size={17} />}
              onClick={() => setEditing('new')}
            >
              {t('options.add')}
            </Button>
          </div>
        )
      )}
      {poll.options.some(({ date }) => date > poll.holidaysKnownUntil) && (
        <p className={classes.hint}>
          {t('holidays.beyond', { date: format.localDate(poll.holidaysKnownUntil) })}
        </p>
      )}
    </Panel>
  );
}
