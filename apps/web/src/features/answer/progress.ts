import type { AnswerPageView, RoundAnswerView, RoundAsk } from '#libs/contracts';

/** The questions that count; themes somebody would rather not do are never "open": most practices name none. */
export type Question = Exclude<RoundAsk, 'excluded-themes'>;
const QUESTIONS: readonly Question[] = ['themes', 'dates', 'motivation', 'stay', 'leader'];

export interface AnswerProgress {
  /** In the order of the page. */
  questions: { ask: Question; done: boolean }[];
  done: number;
  total: number;
  /** Dates without an answer, which is not the same as "no" (field B1). */
  openDates: number;
  /** Somebody can lead, but the answer does not say who. */
  leaderUnnamed: boolean;
}

/** The questions of this page: what the round asks, as far as there is something to ask about. */
export function questionsOf({ round, partners }: Pick<AnswerPageView, 'round' | 'partners'>): Question[] {
  const live = (list: { archived: boolean }[]) => list.some((one) => !one.archived);
  return QUESTIONS.filter((ask) => {
    if (!round.asks.includes(ask)) return false;
    if (ask === 'themes') return live(round.themes);
    if (ask === 'dates') return live(round.dates);
    // Without earlier partners there is nobody to stay with.
    return ask !== 'stay' || (partners !== null && partners.practices.length > 0);
  });
}

/** How far the answer is. */
export function progressOf(page: AnswerPageView, answer: RoundAnswerView): AnswerProgress {
  const dates = page.round.dates.filter((date) => !date.archived);
  const openDates = dates.filter((date) => answer.dates[date.id] === undefined).length;
  const leaderUnnamed = answer.canLead === true && answer.leader === null;
  const done: Record<Question, boolean> = {
    themes: answer.ranked.length > 0,
    dates: openDates === 0,
    motivation: answer.motivation !== null,
    stay: answer.stay !== null,
    leader: answer.canLead !== null && !leaderUnnamed,
  };
  const questions = questionsOf(page).map((ask) => ({ ask, done: done[ask] }));
  return {
    questions,
    done: questions.filter((question) => question.done).length,
    total: questions.length,
    openDates,
    leaderUnnamed,
  };
}
