import type { TaskView } from '#libs/contracts';
import type { WaitingMode } from '../modes/open-modes.queries.js';

const MINUTES = { sign: 3, remark: 3 } as const;
/** More than this at once is not one sitting any more. */
const MOST_MINUTES = 30;

/** A proposal to show figures by name that waits for the signature of one of the reader's practices. */
export function signTask(mode: WaitingMode, several: boolean): TaskView {
  const { id, groupId, group, practiceId, practice, signed, scope } = mode;
  const of = scope.members.length;
  return {
    id: `sign-open-mode:${id}:${practiceId}`,
    kind: 'sign-open-mode',
    title: several
      ? {
          nl: `U kunt tekenen voor ${practice}: cijfers met naam in ${group}`,
          en: `You can sign for ${practice}: figures by name in ${group}`,
        }
      : {
          nl: `U kunt tekenen: cijfers met naam in ${group}`,
          en: `You can sign: figures by name in ${group}`,
        },
    sentence: {
      nl: `${signed} van ${of} praktijken ${signed === 1 ? 'tekende' : 'tekenden'} al. Namen staan er pas bij als iedereen tekent.`,
      en: `${signed} of ${of} practices signed already. Names appear only when all have signed.`,
    },
    action: { nl: 'Afspraak lezen', en: 'Read the agreement' },
    minutes: MINUTES.sign,
    deadline: null,
    href: `/spiegel/groep/${groupId}`,
  };
}

/** Comments and disputes that wait for who keeps the figures; nothing when none do. */
export function remarksTask(count: { waiting: number; disputes: number }): TaskView[] {
  const { waiting, disputes } = count;
  if (waiting === 0) return [];
  return [
    {
      id: 'answer-remarks',
      kind: 'answer-remarks',
      title:
        waiting === 1
          ? {
              nl: '1 opmerking over cijfers wacht op antwoord',
              en: '1 remark on figures waits for an answer',
            }
          : {
              nl: `${waiting} opmerkingen over cijfers wachten op antwoord`,
              en: `${waiting} remarks on figures wait for an answer`,
            },
      sentence: disputesWords(disputes),
      action: { nl: 'Opmerkingen lezen', en: 'Read the remarks' },
      minutes: Math.min(MOST_MINUTES, waiting * MINUTES.remark),
      deadline: null,
      href: '/spiegel/beheer/opmerkingen',
    },
  ];
}

function disputesWords(disputes: number): TaskView['sentence'] {
  if (disputes === 0)
    return { nl: 'Geen praktijk betwist een cijfer.', en: 'No practice disputes a figure.' };
  if (disputes === 1)
    return { nl: 'Eén praktijk betwist een cijfer.', en: 'One practice disputes a figure.' };
  return { nl: `${disputes} keer wordt een cijfer betwist.`, en: `Figures are disputed ${disputes} times.` };
}
