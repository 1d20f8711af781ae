import type { TaskView, UpcomingView } from '#libs/contracts';
import { dateTimeWords } from '#libs/notifications';
import type {
  ComingSession,
  OpenRegistration,
  UnpublishedHandout,
  UnsortedSession,
  WaitingStep,
} from './attention.queries.js';
import { STEP_NAMES } from './step-words.rules.js';

/** A step that was missed, or could not be carried out. */
export function stepTask(step: WaitingStep): TaskView {
  const what = STEP_NAMES[step.kind];
  const due = step.dueAt.toISOString();
  return {
    id: `session-step:${step.id}`,
    kind: 'session-step',
    title: {
      nl: `Dialoogsessie ${step.department}: ${what.nl} ging niet vanzelf`,
      en: `Dialogue session ${step.department}: ${what.en} did not happen by itself`,
    },
    sentence: step.stuck
      ? {
          nl: `Dit had ${dateTimeWords(due, 'nl')} moeten gebeuren en lukte nog niet.`,
          en: `This was due on ${dateTimeWords(due, 'en')} and has not succeeded yet.`,
        }
      : {
          nl: `Dit had ${dateTimeWords(due, 'nl')} moeten gebeuren. U kiest of het nog zin heeft.`,
          en: `This was due on ${dateTimeWords(due, 'en')}. You choose whether it still makes sense.`,
        },
    action: { nl: 'Kiezen', en: 'Choose' },
    minutes: 1,
    deadline: step.startsAt > step.dueAt ? step.startsAt.toISOString() : null,
    href: `/dialoog/${step.sessionId}/tijdlijn`,
  };
}

/** Questions that have no place yet while the day comes that they go to the specialist. */
export function sortTask({ sessionId, department, questions, shareAt }: UnsortedSession): TaskView {
  const at = shareAt.toISOString();
  return {
    id: `sort-questions:${sessionId}`,
    kind: 'sort-questions',
    title: {
      nl: `Orden de vragen voor ${department}`,
      en: `Sort the questions for ${department}`,
    },
    sentence: {
      nl: `${questions === 1 ? '1 vraag staat' : `${questions} vragen staan`} nog bij geen onderwerp. Ze gaan ${dateTimeWords(at, 'nl')} naar de specialist.`,
      en: `${questions === 1 ? '1 question has' : `${questions} questions have`} no subject yet. They go to the specialist on ${dateTimeWords(at, 'en')}.`,
    },
    action: { nl: 'Ordenen', en: 'Sort' },
    minutes: Math.max(2, Math.ceil(questions / 2)),
    deadline: at,
    href: `/dialoog/${sessionId}/vragen`,
  };
}

/** A handout that waits for its organiser. */
export function handoutTask({ sessionId, department, state }: UnpublishedHandout): TaskView {
  const sentences = {
    draft: {
      nl: 'Het staat klaar. Vul aan en laat het de specialist nakijken.',
      en: 'It is ready. Complete it and have the specialist check it.',
    },
    checking: {
      nl: 'De specialist keek het niet op tijd na. U kunt het zo publiceren.',
      en: 'The specialist did not check it in time. You can publish it as it is.',
    },
    checked: {
      nl: 'De specialist heeft het nagekeken.',
      en: 'The specialist has checked it.',
    },
  };
  const ready = state !== 'draft';
  return {
    id: `publish-handout:${sessionId}`,
    kind: 'publish-handout',
    title: ready
      ? { nl: `Publiceer het naslagwerk ${department}`, en: `Publish the handout ${department}` }
      : { nl: `Maak het naslagwerk ${department} af`, en: `Finish the handout ${department}` },
    sentence: sentences[state],
    action: ready ? { nl: 'Publiceren', en: 'Publish' } : { nl: 'Afmaken', en: 'Finish' },
    minutes: ready ? 2 : 5,
    deadline: null,
    href: `/dialoog/${sessionId}/naslagwerk`,
  };
}

/** A practice that was invited and did nothing yet, or that chooses somebody else than who left. */
export function registerTask(open: OpenRegistration, several: boolean): TaskView {
  const { sessionId, practiceId, practice, department, startsAt, until } = open;
  const at = startsAt.toISOString();
  const behalf = several ? { nl: ` namens ${practice}`, en: ` for ${practice}` } : { nl: '', en: '' };
  return {
    id: `register-session:${sessionId}:${practiceId}`,
    kind: 'register-session',
    title: open.left
      ? {
          nl: `Kies iemand voor de dialoogsessie ${department}${behalf.nl}`,
          en: `Choose somebody for the dialogue session ${department}${behalf.en}`,
        }
      : {
          nl: `Meld iemand aan voor de dialoogsessie ${department}${behalf.nl}`,
          en: `Register somebody for the dialogue session ${department}${behalf.en}`,
        },
    sentence: open.left
      ? {
          nl: `${dateTimeWords(at, 'nl')}, online. Wie was aangemeld, hoort niet meer bij uw praktijk.`,
          en: `${dateTimeWords(at, 'en')}, online. Who was registered is no longer one of your practice.`,
        }
      : {
          nl: `${dateTimeWords(at, 'nl')}, online. Per praktijk doet één persoon mee en stelt de vragen.`,
          en: `${dateTimeWords(at, 'en')}, online. One person per practice comes and asks the questions.`,
        },
    action: open.left ? { nl: 'Iemand kiezen', en: 'Choose somebody' } : { nl: 'Aanmelden', en: 'Register' },
    minutes: open.left ? 1 : 3,
    deadline: (until ?? startsAt).toISOString(),
    href: `/taak/sessie/${sessionId}/${practiceId}`,
  };
}

/** A session that comes up, for who organises it, answers in it or has a place. */
export function comingSession(
  session: ComingSession,
  as: 'organiser' | 'specialist' | 'participant',
): UpcomingView {
  const { sessionId, department, startsAt, state, practiceId } = session;
  const live = state === 'live';
  const href = {
    organiser: live ? `/live/${sessionId}/regie` : `/dialoog/${sessionId}`,
    specialist: live ? `/live/${sessionId}/scherm` : `/taak/specialist/${sessionId}`,
    participant: live ? `/live/${sessionId}` : `/taak/sessie/${sessionId}/${practiceId}`,
  };
  const at = startsAt.toISOString();
  return {
    id: `dialogue-session:${sessionId}`,
    kind: 'dialogue-session',
    title: { nl: `Dialoogsessie ${department}`, en: `Dialogue session ${department}` },
    sentence: live
      ? { nl: 'De ruimte is open.', en: 'The room is open.' }
      : { nl: `Online, ${dateTimeWords(at, 'nl')}.`, en: `Online, ${dateTimeWords(at, 'en')}.` },
    at,
    href: href[as],
  };
}
