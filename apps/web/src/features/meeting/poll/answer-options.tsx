import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DateAnswer, DatePollView } from '#libs/contracts';
import { DateAnswers } from '../../../components/date-answers';
import { useFormat, useWords } from '../../../lib/i18n';
import classes from './answer.module.css';
import { DayFlags } from './option-words';
import type { usePollAnswer } from './poll-data';
import shared from './poll.module.css';

interface AnswerOptionsProps {
  poll: DatePollView;
  answers: Record<string, DateAnswer>;
  give: ReturnType<typeof usePollAnswer>['give'];
}

/** The dates of a poll; one that moved says what it was. */
export function AnswerOptions({ poll, answers, give }: AnswerOptionsProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const moved = ({ date, movedFrom: was }: DatePollView['options'][number]): string | null => {
    if (!was) return null;
    const hours = format.hours(was.startTime, was.endTime);
    return t('answer.moved', {
      was: was.date === date ? hours : `${format.localDate(was.date)}, ${hours}`,
    });
  };
  return (
    <DateAnswers
      dates={poll.options.map((option) => {
        const day = format.localDate(option.date);
        const hours = format.hours(option.startTime, option.endTime);
        const was = moved(option);
        return {
          id: option.id,
          day,
          label: [day, hours, ...option.flags.map(({ name }) => words(name)), ...(was ? [was] : [])].join(
            ', ',
          ),
          details: (
            <>
              <span className={shared.meta}>{hours}</span>
              <DayFlags flags={option.flags} />
              {was && (
                <span className={classes.moved}>
                  <IconPencil size={15} stroke={2} aria-hidden />
                  {was}
                </span>
              )}
            </>
          ),
        };
      })}
      answers={answers}
      give={give}
      words={{
        all: t('answer.all'),
        allDone: t('answer.all.done', { count: poll.options.length }),
        none: t('answer.none'),
        clear: (date) => t('answer.clear', { date }),
        cleared: (date) => t('answer.cleared', { date }),
      }}
    />
  );
}
