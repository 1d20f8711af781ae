import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat, useWords } from '../../../lib/i18n';
import { daysQuery, type OptionWish } from './poll-data';
import { daysAfter, monthAfter } from './poll-draft';
import classes from './poll.module.css';

interface PickedDatesProps {
  options: OptionWish[];
  today: string;
  onChange: (options: OptionWish[]) => void;
}

/** What was chosen so far, with what falls on it. */
export function PickedDates({ options, today, onChange }: PickedDatesProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const { data } = useQuery(daysQuery(monthAfter(today, 0), daysAfter(monthAfter(today, 12), -1)));
  const flags = new Map((data?.days ?? []).map(({ date, flags: all }) => [date, all]));
  if (options.length === 0) return <p className={classes.hint}>{t('new.pick')}</p>;
  return (
    <ul className={classes.picked} aria-label={t('options.title')}>
      {options.map((option) => {
        const date = format.localDate(option.date);
        const falls = flags.get(option.date) ?? [];
        return (
          <li key={`${option.date} ${option.startTime}`} className={classes.line}>
            <div>
              <b>{date}</b>
              <span className={classes.meta}>
                {[
                  format.hours(option.startTime, option.endTime),
                  ...falls.map(({ name }) => words(name)),
                ].join(' · ')}
              </span>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('options.remove', { date })}
              onClick={() => onChange(options.filter((one) => one !== option))}
            >
              <IconX size={18} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
