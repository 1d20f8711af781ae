import type { TaskView } from '#libs/contracts';
import { endOfDay } from './action-dates.rules.js';

/** Minutes that a task takes, as the home page promises them. */
const MINUTES = { action: 2, consent: 1 } as const;

export interface OwnAction {
  id: string;
  text: string;
  dueOn: string;
  meeting: string;
  group: string | null;
}
export interface OwnConsent {
  id: string;
  meetingId: string;
  meeting: string;
  group: string | null;
  answerUntil: Date;
}

/** An open action of the reader, until it is done or dropped. */
export function actionTask({ id, text, dueOn, meeting, group }: OwnAction): TaskView {
  const from = group ?? meeting;
  return {
    id: `do-action:${id}`,
    kind: 'do-action',
    title: { nl: text, en: text },
    sentence: { nl: `Afgesproken in ${from}.`, en: `Agreed on in ${from}.` },
    action: { nl: 'Naar mijn acties', en: 'To my actions' },
    minutes: MINUTES.action,
    deadline: endOfDay(dueOn).toISOString(),
    href: '/intervisie/acties?wie=ik',
  };
}

/** Something that the group wants to share and that waits for the reader's word. */
export function consentTask({ id, meetingId, meeting, group, answerUntil }: OwnConsent): TaskView {
  const from = group ?? meeting;
  return {
    id: `answer-outcome:${id}`,
    kind: 'answer-outcome',
    title: { nl: `Mag dit inzicht van ${from} verder?`, en: `May this insight of ${from} go further?` },
    sentence: {
      nl: 'Het gaat alleen verder als iedereen het goed vindt.',
      en: 'It only goes further when everybody agrees.',
    },
    action: { nl: 'Antwoord geven', en: 'Answer' },
    minutes: MINUTES.consent,
    deadline: answerUntil.toISOString(),
    href: `/bijeenkomst/${meetingId}#delen`,
  };
}
