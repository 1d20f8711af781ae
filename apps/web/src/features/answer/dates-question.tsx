import { IconCalendarEvent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateAnswers } from '../../components/date-answers';
import { useFormat, useWords } from '../../lib/i18n';
import { type QuestionProps, samePeriod } from './question';
import classes from './dates-question.module.css';

/** Which dates of the round suit; each says its own times where they differ. */
export function DatesQuestion({ page, answer, give }: QuestionProps) {
  const { t } = useTranslation('answer');
  const words = useWords();
  const format = useFormat();
  const dates = page.round.dates.filter((date) => !date.archived);
  const times = samePeriod(page) === null;
  return (
    <DateAnswers
      dates={dates.map((date) => {
        const day = format.date(date.date);
        const hours = times ? [format.hours(date.startTime, date.endTime)] : [];
        const flags = date.flags.map((flag) => words(flag.name));
        return {
          id: date.id,
          day,
          label: [day, ...hours, ...flags].join(', '),
          details: (
            <>
              {times && <span className={classes.meta}>{hours}</span>}
              {flags.length > 0 && (
                <span className={classes.meta}>
                  <IconCalendarEvent size={15} stroke={1.8} className="lk-icon" />
                  {flags.join(', ')}
                </span>
              )}
            </>
          ),
        };
      })}
      answers={answer.dates}
      give={give}
      words={{
        all: t('dates.all'),
        allDone: t('dates.allDone', { count: dates.length }),
        none: t('dates.none'),
        clear: (date) => t('dates.clear', { date }),
        cleared: (date) => t('dates.cleared', { date }),
      }}
    />
  );
}
