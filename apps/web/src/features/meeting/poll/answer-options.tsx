import { ActionIcon, Button } from '@mantine/core';
import { IconChecks, IconEraser, IconPencil } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateAnswer, DatePollOptionView, DatePollView } from '#libs/contracts';
import { SegmentedChoice } from '../../../components/segmented-choice';
import { announce } from '../../../lib/announce';
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

/** Every date with yes, if needed and no; all of them in one press. */
export function AnswerOptions({ poll, answers, give }: AnswerOptionsProps) {
  const { t } = useTranslation('meeting-poll');
  const box = useRef<HTMLDivElement>(null);
  const allYes = poll.options.every(({ id }) => answers[id] === 'yes');
  const clear = (option: DatePollOptionView, spoken: string) => {
    // The button that is pressed goes away: the focus goes to the choice it stood beside.
    box.current?.querySelector<HTMLInputElement>(`[data-option="${CSS.escape(option.id)}"] input`)?.focus();
    announce(t('answer.cleared', { date: spoken }));
    give({ dates: { [option.id]: null } });
  };
  return (
    <div ref={box}>
      {poll.options.length > 1 && (
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
            announce(t('answer.all.done', { count: poll.options.length }));
            give({ allDates: 'yes' });
          }}
        >
          {t('answer.all')}
        </Button>
      )}
      {poll.options.map((option) => (
        <OptionRow
          key={option.id}
          option={option}
          value={answers[option.id] ?? null}
          onChange={(value) => give({ dates: { [option.id]: value } })}
          onClear={(spoken) => clear(option, spoken)}
        />
      ))}
    </div>
  );
}

interface OptionRowProps {
  option: DatePollOptionView;
  value: DateAnswer | null;
  onChange: (value: DateAnswer) => void;
  onClear: (spoken: string) => void;
}

function OptionRow({ option, value, onChange, onClear }: OptionRowProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const { movedFrom, flags } = option;
  const day = format.localDate(option.date);
  const hours = format.hours(option.startTime, option.endTime);
  const was =
    movedFrom &&
    t('answer.moved', {
      was:
        movedFrom.date === option.date
          ? format.hours(movedFrom.startTime, movedFrom.endTime)
          : `${format.localDate(movedFrom.date)}, ${format.hours(movedFrom.startTime, movedFrom.endTime)}`,
    });
  const label = [day, hours, ...flags.map(({ name }) => words(name)), ...(was ? [was] : [])].join(', ');
  return (
    <div className={classes.row} data-option={option.id}>
      <div className={classes.words} aria-hidden>
        <b>{day}</b>
        <span className={shared.meta}>{hours}</span>
        <DayFlags flags={flags} />
        {value === null && <span className={classes.none}>{t('answer.none')}</span>}
        {was && (
          <span className={classes.moved}>
            <IconPencil size={15} stroke={2} aria-hidden />
            {was}
          </span>
        )}
      </div>
      <div className={classes.choice}>
        <SegmentedChoice label={label} value={value} onChange={onChange} />
      </div>
      <div className={classes.clear}>
        {value !== null && (
          <ActionIcon
            variant="transparent"
            className={classes.clearButton}
            aria-label={t('answer.clear', { date: day })}
            title={t('answer.clear', { date: day })}
            onClick={() => onClear(day)}
          >
            <IconEraser size={17} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}
