/** The name of a group (GRP-13). */
export const groupName = (number: number): string => `Groep ${number}`;

/** A published group as far as a repair can change it. */
export interface PublishedGroup {
  id: string;
  themeId: string;
  dateId: string;
  leaderPracticeId: string | null;
  members: string[];
}
/** A group of the proposal; `publishedId` is the group it goes on as, null for a new one. */
export interface ProposedGroup {
  publishedId: string | null;
  number: number;
  themeId: string;
  dateId: string;
  leaderPracticeId: string | null;
  members: string[];
}
export interface GroupRepair {
  proposed: ProposedGroup;
  joined: string[];
  left: string[];
  stayed: string[];
  /** The theme, date or leader is another one. */
  retyped: boolean;
}

/** Groups that change, that are new, and that end. */
export interface RepairPlan {
  changed: GroupRepair[];
  founded: ProposedGroup[];
  ended: PublishedGroup[];
}

/**
 * What publishing a repair changes, group by group (GRP-16). A group in which nothing changes is not in the answer: its
 * members hear nothing.
 */
export function repairPlan(
  published: readonly PublishedGroup[],
  proposed: readonly ProposedGroup[],
): RepairPlan {
  const changed: GroupRepair[] = [];
  for (const group of published) {
    const next = proposed.find(({ publishedId }) => publishedId === group.id);
    if (!next) continue;
    const joined = next.members.filter((id) => !group.members.includes(id));
    const left = group.members.filter((id) => !next.members.includes(id));
    const retyped =
      next.themeId !== group.themeId ||
      next.dateId !== group.dateId ||
      next.leaderPracticeId !== group.leaderPracticeId;
    if (joined.length === 0 && left.length === 0 && !retyped) continue;
    const stayed = group.members.filter((id) => next.members.includes(id));
    changed.push({ proposed: next, joined, left, stayed, retyped });
  }
  return {
    changed,
    founded: proposed.filter(({ publishedId }) => publishedId === null),
    ended: published.filter(({ id }) => !proposed.some(({ publishedId }) => publishedId === id)),
  };
}
