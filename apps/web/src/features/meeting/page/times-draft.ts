import { isPast } from '../../../lib/local-time';

/** Date and times as form fields hold them. */
export interface TimesDraft {
  date: string;
  startTime: string;
  endTime: string;
}

/** True when they can be kept: whole, in order, and not over. */
export const timesFit = ({ date, startTime, endTime }: TimesDraft, now: number): boolean =>
  date !== '' && startTime !== '' && endTime > startTime && !isPast({ date, time: endTime }, now);

/** True when they can be kept of a meeting that was: whole, in order, and over. */
export const timesHeld = ({ date, startTime, endTime }: TimesDraft, now: number): boolean =>
  date !== '' && startTime !== '' && endTime > startTime && isPast({ date, time: endTime }, now);

/** A link to a video meeting, or nothing. */
export const linkFits = (text: string): boolean => {
  const link = text.trim();
  return link === '' || (link.startsWith('https://') && URL.canParse(link));
};
