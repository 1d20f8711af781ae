import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import type { AnswerChange } from './change';

/** What every question gets. */
export interface QuestionProps {
  page: AnswerPageView;
  answer: RoundAnswerView;
  give: (change: AnswerChange) => void;
}

/** The times that all dates share, or null. */
export function samePeriod({ round }: AnswerPageView): [from: string, to: string] | null {
  const times = round.dates.filter((date) => !date.archived);
  const first = times[0];
  const same = times.every(
    ({ startTime, endTime }) => startTime === first?.startTime && endTime === first.endTime,
  );
  return first && same ? [first.startTime, first.endTime] : null;
}
