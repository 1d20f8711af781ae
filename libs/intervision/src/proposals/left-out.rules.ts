import type { Words } from '#libs/contracts';
import type { Solution } from '#libs/grouping';

/** Why a practice is in no group: the clash it is part of, else that it was taken out or that the rules together leave no room. */
export function leftReason(solution: Solution, practiceId: string): Words {
  if (solution.unassigned.find(({ id }) => id === practiceId)?.reasons.length === 0)
    return { nl: 'Met de hand uit de groepen gehaald.', en: 'Taken out of the groups by hand.' };
  const clash =
    solution.conflicts.find(({ practices }) => practices.includes(practiceId)) ??
    solution.conflicts.find(({ practices }) => practices.length === 0);
  return clash
    ? { nl: clash.message, en: clash.messageEn }
    : {
        nl: 'Met alle regels samen is er voor deze praktijk geen plaats gevonden.',
        en: 'With all rules together no place was found for this practice.',
      };
}
