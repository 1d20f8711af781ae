import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarEvent, IconChecks, IconEraser } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDateView } from '#libs/contracts';
import { SegmentedChoice } from '../../components/segmented-choice';
import { announce } from '../../lib/announce';
import { useFormat, useWords } from '../../lib/i18n';
import { type QuestionProps, samePeriod } from './question';
import classes from './dates-question.module.css';

/** Yes, if needed or no per date. What nobody answered stays unanswered: it is never taken for a "no" (field B1). */
export function DatesQuestion({ page, answer, give }: QuestionProps) {
  const { t } = useTranslation('answer');
  const box = useRef<HTMLDivElement>(null);
  const dates = page.round.dates.filter((date) => !date.archived);
  const allYes = dates.every((date) => answer.dates[date.id] === 'yes');
  const times = samePeriod(page) === null;

  const clear = (date: RoundDateView, spoken: string) => {
    // The button that is pressed goes away: the focus goes to the choice it stood beside.
    box.current?.querySelector<HTMLInputElement>(`[data-date="${CSS.escape(date.id)}"] input`)?.focus();
    announce(t('dates.cleared', { date: spoken }));
    give({ dates: { [date.id]: null } });
  };

  return (
    <div ref={box}>
      {dates.length > 1 && (
        <Button
          variant="default"
          size="sm"
          className={classes.all}
          leftSection={<IconChecks size={18} stroke={1.8} />}
          // Stays in reach when it has nothing to do: what has the focus must not go away.
          aria-disabled={allYes || undefined}
          data-disabled={allYes || undefined}
          onClick={() => {
            if (allYes) return;
            announce(t('dates.allDone', { count: dates.length }));
            give({ allDates: 'yes' });
          }}
        >
          {t('dates.all')}
        </Button>
      )}
      <div data-begun={dates.some((date) => answer.dates[date.id]) || undefined}>
        {dates.map((date) => (
          <DateRow
            key={date.id}
            date={date}
            times={times}
            value={answer.dates[date.id] ?? null}
            onChange={(value) => give({ dates: { [date.id]: value } })}
            onClear={(spoken) => clear(date, spoken)}
          />
        ))}
      </div>
    </div>
  );
}

interface DateRowProps {
  date: RoundDateView;
  /** The dates differ in their times, so each says its own. */
  times: boolean;
  value: 'yes' | 'maybe' | 'no' | null;
  onChange: (value: 'yes' | 'maybe' | 'no') => void;
  onClear: (spoken: string) => void;
}

function DateRow({ date, times, value, onChange, onClear }: DateRowProps) {
  const { t } = useTranslation('answer');
  const words = useWords();
  const format = useFormat();
  const day = format.date(date.date);
  const flags = date.flags.map((flag) => words(flag.name));
  const label = [day, ...(times ? [format.hours(date.startTime, date.endTime)] : []), ...flags].join(', ');
  return (
    <div className={classes.row} data-date={date.id}>
      <div className={classes.words} aria-hidden>
        <b>{day}</b>
        {times && <span className={classes.meta}>{format.hours(date.startTime, date.endTime)}</span>}
        {flags.length > 0 && (
          <span className={classes.meta}>
            <IconCalendarEvent size={15} stroke={1.8} className="lk-icon" />
            {flags.join(', ')}
          </span>
        )}
        {value === null && <span className={classes.open}>{t('dates.none')}</span>}
      </div>
      <div className={classes.choice}>
        <SegmentedChoice label={label} value={value} onChange={onChange} />
      </div>
      <div className={classes.clear}>
        {value !== null && (
          <ActionIcon
            variant="transparent"
            size={36}
            className={classes.clearButton}
            aria-label={t('dates.clear', { date: day })}
            title={t('dates.clear', { date: day })}
            onClick={() => onClear(day)}
          >
            <IconEraser size={17} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}
