import type { ChangeView, TaskView, UpcomingView, Words } from '#libs/contracts';
import { dateTimeWords } from '#libs/notifications';
import type { NewGroup, OwnMeeting, OwnRound, UnplannedGroup, WatchedRound } from './attention.queries.js';

/** Minutes that a task takes, as the home page promises them. */
const MINUTES = {
  answer: 3,
  watch: 2,
  form: 10,
  publish: 5,
  import: 10,
  round: 10,
  repair: 5,
  plan: 2,
} as const;

const answeredOf = (answered: number, participants: number): Words => ({
  nl: `${answered} van ${participants} praktijken ${answered === 1 ? 'antwoordde' : 'antwoordden'} al.`,
  en: `${answered} of ${participants} practices answered already.`,
});

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** What an open round asks of the reader's practices: their own answer, while it is missing. */
export function answerTasks(rounds: readonly OwnRound[]): TaskView[] {
  const several = new Set(rounds.map(({ practiceId }) => practiceId)).size > 1;
  return rounds
    .filter(({ submitted }) => !submitted)
    .map((round) => ({
      id: `answer-round:${round.roundId}:${round.practiceId}`,
      kind: 'answer-round',
      title: several
        ? {
            nl: `Geef de voorkeur van ${round.practice} voor ${round.round}`,
            en: `Give the preferences of ${round.practice} for ${round.round}`,
          }
        : { nl: `Geef uw voorkeur voor ${round.round}`, en: `Give your preferences for ${round.round}` },
      sentence: answeredOf(round.answered, round.participants),
      action: { nl: 'Voorkeur geven', en: 'Give preferences' },
      minutes: MINUTES.answer,
      deadline: iso(round.answerUntil),
      href: `/taak/ronde/${round.roundId}/${round.practiceId}`,
    }));
}

/** What a round asks of the coordinator, by how far it is. At most one task per round. */
export function roundTask(round: WatchedRound): TaskView | null {
  const page = `/intervisie/rondes/${round.id}`;
  const task = (
    kind: TaskView['kind'],
    title: Words,
    sentence: Words,
    action: Words,
    minutes: number,
    href: string,
  ): TaskView => ({
    id: `${kind}:${round.id}`,
    kind,
    title,
    sentence,
    action,
    minutes,
    deadline: round.state === 'open' ? iso(round.answerUntil) : null,
    href,
  });
  const missing = round.participants - round.answered;
  if (round.state === 'open' && missing > 0)
    return task(
      'watch-round',
      { nl: `Volg de antwoorden van ${round.name}`, en: `Follow the answers of ${round.name}` },
      answeredOf(round.answered, round.participants),
      { nl: 'Antwoorden bekijken', en: 'See the answers' },
      MINUTES.watch,
      page,
    );
  if (round.state === 'closed' && round.ready === 0)
    return task(
      'form-groups',
      { nl: `Deel de groepen van ${round.name} in`, en: `Form the groups of ${round.name}` },
      round.busy
        ? { nl: 'De groepen worden berekend.', en: 'The groups are being computed.' }
        : answeredOf(round.answered, round.participants),
      { nl: 'Naar de indeling', en: 'To the groups' },
      MINUTES.form,
      `${page}/indeling`,
    );
  if (round.state === 'closed')
    return task(
      'publish-proposal',
      {
        nl: `Kies een voorstel voor ${round.name} en publiceer`,
        en: `Choose a proposal for ${round.name} and publish`,
      },
      round.ready === 1
        ? { nl: 'Er is 1 voorstel klaar.', en: '1 proposal is ready.' }
        : { nl: `Er zijn ${round.ready} voorstellen klaar.`, en: `${round.ready} proposals are ready.` },
      { nl: 'Voorstellen bekijken', en: 'See the proposals' },
      MINUTES.publish,
      `${page}/indeling`,
    );
  if (round.state === 'published' && round.gone.length > 0)
    return task(
      'repair-groups',
      { nl: `Herstel de groepen van ${round.name}`, en: `Repair the groups of ${round.name}` },
      {
        nl: `${round.gone.join(', ')} ${round.gone.length === 1 ? 'zit' : 'zitten'} nog in een groep, maar ${round.gone.length === 1 ? 'doet' : 'doen'} niet meer mee.`,
        en: `${round.gone.join(', ')} ${round.gone.length === 1 ? 'is' : 'are'} still in a group but no longer ${round.gone.length === 1 ? 'takes' : 'take'} part.`,
      },
      { nl: 'Kleinste wijziging zoeken', en: 'Find the smallest change' },
      MINUTES.repair,
      `${page}/indeling`,
    );
  return null;
}

/** The first steps of a new region. */
export function firstTasks(known: { practices: number; rounds: number }): TaskView[] {
  if (known.practices === 0)
    return [
      {
        id: 'first-practices',
        kind: 'first-practices',
        title: { nl: 'Lees uw praktijken in', en: 'Import your practices' },
        sentence: {
          nl: 'Een Excel- of CSV-bestand met namen en AGB-codes is genoeg om te beginnen.',
          en: 'An Excel or CSV file with names and AGB codes is enough to start with.',
        },
        action: { nl: 'Bestand kiezen', en: 'Choose a file' },
        minutes: MINUTES.import,
        deadline: null,
        href: '/praktijken/inlezen',
      },
    ];
  if (known.rounds > 0) return [];
  return [
    {
      id: 'first-round',
      kind: 'first-round',
      title: { nl: 'Maak uw eerste intervisieronde', en: 'Make your first intervision round' },
      sentence: {
        nl: `${known.practices} praktijken staan klaar om uitgenodigd te worden.`,
        en: `${known.practices} practices are ready to be invited.`,
      },
      action: { nl: 'Ronde maken', en: 'Make a round' },
      minutes: MINUTES.round,
      deadline: null,
      href: '/intervisie/rondes/nieuw',
    },
  ];
}

/** Mails that could not be sent. */
export function failedMailTask(count: number): TaskView[] {
  if (count === 0) return [];
  return [
    {
      id: 'failed-mail',
      kind: 'failed-mail',
      title:
        count === 1
          ? { nl: '1 mail is niet aangekomen', en: '1 mail was not delivered' }
          : { nl: `${count} mails zijn niet aangekomen`, en: `${count} mails were not delivered` },
      sentence: { nl: 'Controleer het adres en stuur opnieuw.', en: 'Check the address and send again.' },
      action: { nl: 'Mails bekijken', en: 'See the mails' },
      minutes: 2,
      deadline: null,
      href: '/beheer/mails?state=failed',
    },
  ];
}

/** What is asked of who leads a group that met: a next date, while everybody remembers (GRP-14). */
export function planTasks(groups: readonly UnplannedGroup[]): TaskView[] {
  return groups.map(({ id, group, theme, metAt }) => ({
    id: `plan-meeting:${id}`,
    kind: 'plan-meeting',
    title: {
      nl: `Spreek de volgende bijeenkomst van ${group} af`,
      en: `Agree on the next meeting of ${group}`,
    },
    sentence: {
      nl: `${theme}. De vorige keer was ${dateTimeWords(metAt.toISOString(), 'nl')}.`,
      en: `${theme}. The last time was ${dateTimeWords(metAt.toISOString(), 'en')}.`,
    },
    action: { nl: 'Bijeenkomst plannen', en: 'Plan a meeting' },
    minutes: MINUTES.plan,
    deadline: null,
    href: `/intervisie/groepen/${id}`,
  }));
}

/** The coming meetings of the reader. */
export function meetings(own: readonly OwnMeeting[]): UpcomingView[] {
  return own.map((meeting) => {
    const at = meeting.startsAt.toISOString();
    const where = meeting.location ? ` · ${meeting.location}` : '';
    return {
      id: `meeting:${meeting.id}`,
      kind: 'meeting',
      title: { nl: called(meeting), en: called(meeting) },
      sentence: { nl: `${dateTimeWords(at, 'nl')}${where}`, en: `${dateTimeWords(at, 'en')}${where}` },
      at,
      href: `/bijeenkomst/${meeting.id}`,
    };
  });
}

const called = ({ group, title }: OwnMeeting): string => (group === null ? title : `${group}: ${title}`);

/** Deadlines of open rounds, for who runs them. */
export function deadlines(rounds: readonly WatchedRound[]): UpcomingView[] {
  return rounds.flatMap((round) =>
    round.state === 'open' && round.answerUntil
      ? [
          {
            id: `answer-deadline:${round.id}`,
            kind: 'answer-deadline' as const,
            title: { nl: `Antwoorden van ${round.name} binnen`, en: `Answers of ${round.name} due` },
            sentence: answeredOf(round.answered, round.participants),
            at: round.answerUntil.toISOString(),
            href: `/intervisie/rondes/${round.id}`,
          },
        ]
      : [],
  );
}

/** What changed lately, for who runs the rounds. */
export function roundChanges(rounds: readonly WatchedRound[]): ChangeView[] {
  return rounds.flatMap((round): ChangeView[] => {
    const href = `/intervisie/rondes/${round.id}`;
    if (round.state === 'published' && round.publishedAt)
      return [
        {
          id: `groups-published:${round.id}`,
          kind: 'groups-published',
          title: {
            nl: `${round.groups} groepen van ${round.name} gepubliceerd`,
            en: `${round.groups} groups of ${round.name} published`,
          },
          at: round.publishedAt.toISOString(),
          href,
        },
      ];
    if (round.state === 'open' && round.openedAt)
      return [
        {
          id: `round-opened:${round.id}`,
          kind: 'round-opened',
          title: { nl: `${round.name} geopend`, en: `${round.name} opened` },
          at: round.openedAt.toISOString(),
          href,
        },
      ];
    return [];
  });
}

/** Own groups that were published lately, for members. */
export function groupChanges(groups: readonly NewGroup[]): ChangeView[] {
  return groups.map(({ id, group, theme, practice, publishedAt }) => ({
    id: `groups-published:${id}`,
    kind: 'groups-published',
    title: {
      nl: `${practice ?? 'U'} zit in ${group}: ${theme}`,
      en: `${practice ?? 'You'} joined ${group}: ${theme}`,
    },
    at: publishedAt.toISOString(),
    href: `/intervisie/groepen/${id}`,
  }));
}

/** Imports that were applied lately. */
export function importChanges(
  imports: readonly { id: string; at: Date; counts: Record<string, number> }[],
): ChangeView[] {
  return imports.map(({ id, at, counts }) => {
    const added = counts.new ?? 0;
    const changed = counts.changed ?? 0;
    return {
      id: `practices-imported:${id}`,
      kind: 'practices-imported',
      title: {
        nl: `Praktijken ingelezen: ${added} nieuw, ${changed} gewijzigd`,
        en: `Practices imported: ${added} new, ${changed} changed`,
      },
      at: at.toISOString(),
      href: '/praktijken',
    };
  });
}
