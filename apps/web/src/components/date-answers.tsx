import { ActionIcon, Button } from '@mantine/core';
import { IconChecks, IconEraser } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { DateAnswer } from '#libs/contracts';
import { announce } from '../lib/announce';
import classes from './date-answers.module.css';
import { SegmentedChoice } from './segmented-choice';

/** One date that is asked. */
export interface AskedDate {
  id: string;
  day: string;
  /** Everything that is asked here, read aloud as the name of the choice. */
  label: string;
  /** What stands beside or under the day. */
  details: ReactNode;
}

interface DateAnswersProps {
  dates: readonly AskedDate[];
  /** Date id → answer; one that is not there was not answered. */
  answers: Readonly<Record<string, DateAnswer>>;
  give: (change: { allDates: 'yes' } | { dates: Record<string, DateAnswer | null> }) => void;
  words: {
    all: string;
    allDone: string;
    none: string;
    clear: (day: string) => string;
    cleared: (day: string) => string;
  };
}

/** Yes, if needed or no per date, all of them in one press. What nobody answered stays unanswered: it is never taken for a "no" (field B1). */
export function DateAnswers({ dates, answers, give, words }: DateAnswersProps) {
  const box = useRef<HTMLDivElement>(null);
  const allYes = dates.every(({ id }) => answers[id] === 'yes');
  const clear = ({ id, day }: AskedDate) => {
    // The button that is pressed goes away: the focus goes to the choice it stood beside.
    box.current?.querySelector<HTMLInputElement>(`[data-date="${CSS.escape(id)}"] input`)?.focus();
    announce(words.cleared(day));
    give({ dates: { [id]: null } });
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
            announce(words.allDone);
            give({ allDates: 'yes' });
          }}
        >
          {words.all}
        </Button>
      )}
      <div data-begun={dates.some(({ id }) => answers[id]) || undefined}>
        {dates.map((date) => {
          const value = answers[date.id] ?? null;
          return (
            <div key={date.id} className={classes.row} data-date={date.id}>
              <div className={classes.words} aria-hidden>
                <b>{date.day}</b>
                {date.details}
                {value === null && <span className={classes.open}>{words.none}</span>}
              </div>
              <div className={classes.choice}>
                <SegmentedChoice
                  label={date.label}
                  value={value}
                  onChange={(chosen) => give({ dates: { [date.id]: chosen } })}
                />
              </div>
              <div className={classes.clear}>
                {value !== null && (
                  <ActionIcon
                    variant="transparent"
                    size={36}
                    className={classes.clearButton}
                    aria-label={words.clear(date.day)}
                    title={words.clear(date.day)}
                    onClick={() => clear(date)}
                  >
                    <IconEraser size={17} stroke={1.7} />
                  </ActionIcon>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
