import type { TaskView } from '#libs/contracts';

/** Minutes that a task takes, as the home page promises them. */
const MINUTES = { accept: 2, prepare: 10 } as const;

export interface OwnAgreement {
  groupId: string;
  group: string;
  practice: string;
  because: 'edited' | 'joined';
  /** The meeting before which it matters; null when none is planned. */
  meetingId: string | null;
  startsAt: Date | null;
}
export interface LedMeeting {
  id: string;
  group: string;
  theme: string;
  startsAt: Date;
}

/** A practice of the reader did not accept the present agreement. */
export function acceptTask(
  { groupId, group, practice, because, meetingId, startsAt }: OwnAgreement,
  more: boolean,
): TaskView {
  const of = more ? { nl: ` van ${practice}`, en: ` of ${practice}` } : { nl: '', en: '' };
  return {
    id: `accept-agreement:${groupId}:${practice}`,
    kind: 'accept-agreement',
    title: {
      nl: `Lees de groepsafspraken van ${group}${more ? ` voor ${practice}` : ''}`,
      en: `Read the agreement of ${group}${more ? ` for ${practice}` : ''}`,
    },
    sentence:
      because === 'joined'
        ? {
            nl: `Er kwam een praktijk bij. Het akkoord${of.nl} is opnieuw nodig.`,
            en: `A practice joined. The word${of.en} is needed again.`,
          }
        : {
            nl: `Het akkoord${of.nl} ontbreekt nog.`,
            en: `The word${of.en} is still missing.`,
          },
    action: { nl: 'Lezen en akkoord', en: 'Read and accept' },
    minutes: MINUTES.accept,
    deadline: startsAt?.toISOString() ?? null,
    href:
      meetingId === null ? `/intervisie/groepen/${groupId}#afspraken` : `/bijeenkomst/${meetingId}#afspraken`,
  };
}

/** A meeting that the reader leads comes near: its pack waits. */
export function prepareTask({ id, group, theme, startsAt }: LedMeeting): TaskView {
  return {
    id: `prepare-meeting:${id}`,
    kind: 'prepare-meeting',
    title: { nl: `Bereid de bijeenkomst van ${group} voor`, en: `Prepare the meeting of ${group}` },
    sentence: { nl: `Alles over ${theme} staat klaar.`, en: `Everything about ${theme} is ready.` },
    action: { nl: 'Voorbereiden', en: 'Prepare' },
    minutes: MINUTES.prepare,
    deadline: startsAt.toISOString(),
    href: `/bijeenkomst/${id}/voorbereiding`,
  };
}
