import type { TaskView } from '#libs/contracts';
import { VOTE_MINUTES } from './agenda-mails.service.js';

/** A practice that can choose and has not. */
export interface OpenVote {
  yearId: string;
  year: number;
  practiceId: string;
  practice: string;
  voteUntil: Date;
}
/** An agenda that is being made. */
export interface WatchedYear {
  id: string;
  year: number;
  state: 'voting' | 'asking';
  voteUntil: Date | null;
  preferUntil: Date | null;
  passedOnAt: Date | null;
  practices: number;
  votes: number;
  invited: number;
  answered: number;
}

export function voteTask({ yearId, year, practiceId, practice, voteUntil }: OpenVote): TaskView {
  return {
    id: `vote-departments:${yearId}:${practiceId}`,
    kind: 'vote-departments',
    title: { nl: `Kies de vakgroepen voor ${year}`, en: `Choose the departments for ${year}` },
    sentence: {
      nl: `Met wie wil ${practice} in gesprek? Eén keuze per praktijk telt.`,
      en: `Whom does ${practice} want to meet? One choice per practice counts.`,
    },
    action: { nl: 'Kiezen', en: 'Choose' },
    minutes: VOTE_MINUTES,
    deadline: voteUntil.toISOString(),
    href: `/taak/vakgroepen/${yearId}/${practiceId}`,
  };
}

/** What the coordinating specialist does (ORG-09). */
export function passOnTask({ id, year, preferUntil }: WatchedYear): TaskView {
  return {
    id: `watch-agenda:${id}`,
    kind: 'watch-agenda',
    title: { nl: `Geef de datums voor ${year} door`, en: `Pass on the dates for ${year}` },
    sentence: {
      nl: 'Met één klik gaan de datums naar de vakgroepen.',
      en: 'One click sends the dates to the departments.',
    },
    action: { nl: 'Datums bekijken', en: 'See the dates' },
    minutes: 1,
    deadline: preferUntil?.toISOString() ?? null,
    href: `/taak/agenda/${id}`,
  };
}

/** Where the agenda stands, and what the organiser can do next. */
export function watchTask(year: WatchedYear, now: Date): TaskView {
  const base = {
    id: `watch-agenda:${year.id}`,
    kind: 'watch-agenda' as const,
    href: `/dialoog/agenda/${year.id}`,
  };
  const title = { nl: `Dialoogsessies ${year.year}`, en: `Dialogue sessions ${year.year}` };
  const named = (nl: string, en: string): TaskView['title'] => ({
    nl: `${title.nl}: ${nl}`,
    en: `${title.en}: ${en}`,
  });
  if (year.state === 'voting') {
    const over = year.votes === year.practices || (year.voteUntil !== null && year.voteUntil <= now);
    return {
      ...base,
      title: over
        ? named('vraag de vakgroepen', 'ask the departments')
        : named('praktijken kiezen', 'practices choose'),
      sentence: {
        nl: `${year.votes} van ${year.practices} praktijken hebben gekozen.`,
        en: `${year.votes} of ${year.practices} practices have chosen.`,
      },
      action: over ? { nl: 'Verder', en: 'Continue' } : { nl: 'Bekijken', en: 'Look' },
      minutes: over ? 3 : 1,
      deadline: year.voteUntil?.toISOString() ?? null,
    };
  }
  const over = year.answered === year.invited || (year.preferUntil !== null && year.preferUntil <= now);
  return {
    ...base,
    title: over
      ? named('zet de datums vast', 'settle the dates')
      : named('vakgroepen antwoorden', 'departments answer'),
    sentence: year.passedOnAt
      ? {
          nl: `${year.answered} van ${year.invited} vakgroepen zeiden welke datum past.`,
          en: `${year.answered} of ${year.invited} departments said which date suits.`,
        }
      : {
          nl: 'De coördinerend specialist geeft de datums nog door.',
          en: 'The coordinating specialist has yet to pass the dates on.',
        },
    action: over ? { nl: 'Vastzetten', en: 'Settle' } : { nl: 'Bekijken', en: 'Look' },
    minutes: over ? 3 : 1,
    deadline: year.preferUntil?.toISOString() ?? null,
  };
}
