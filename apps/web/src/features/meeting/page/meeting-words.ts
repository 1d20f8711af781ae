/** `Groep 3: Kwetsbare ouderen`, or the title of a meeting outside a group. */
export const calledMeeting = ({
  groupId,
  group,
  title,
}: {
  groupId: string | null;
  group: string;
  title: string;
}): string => (groupId === null ? title : `${group}: ${title}`);

/** Only a plain web address becomes a link: nothing that a browser would run. */
export const isLink = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** The way in is shown this long before the meeting begins. */
const OPENS_BEFORE = 30 * 60_000;

/** The meeting is about to begin, or goes on. */
export const isOpen = (
  { state, startsAt }: { state: string; startsAt: string | null },
  now: number,
): boolean => state === 'planned' && startsAt !== null && Date.parse(startsAt) - OPENS_BEFORE <= now;

/** From then on the page is about what is said: while it goes on, and after it. */
export const hasOpened = (meeting: { state: string; startsAt: string | null }, now: number): boolean =>
  meeting.state === 'closed' || isOpen(meeting, now);

export const hasBegun = ({ startsAt }: { startsAt: string | null }, now: number): boolean =>
  startsAt !== null && Date.parse(startsAt) <= now;
