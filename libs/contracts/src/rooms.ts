import type { LiveAudience, ModeratorFact, ParticipantFact, SpecialistFact } from './views/live.js';
import type { MeetingAudience, MeetingFact } from './views/meeting-live.js';

/**
 * What travels over the socket (architecture §7). The server only says that a room moved to a version, and of what type
 * the change was; a client that sees it, or sees a gap, fetches again over HTTP, so that a lost message costs a GET.
 */
export interface RoomFact {
  room: string;
  version: number;
  type: RoomFactType;
}
export type RoomFactType =
  | 'answer.changed'
  | 'round.changed'
  | 'forming.progress'
  | 'forming.done'
  | 'proposal.changed'
  | 'import.progress'
  | 'campaign.changed'
  | 'figures.changed'
  | 'agenda.changed'
  | 'session.changed'
  | 'referrals.changed'
  | 'meeting.changed'
  | 'date-poll.changed'
  /** A live room moved: its content follows as a `live` event (LiveFact). */
  | 'live';

/** Client → server: join and leave, nothing else. */
export interface ClientEvents {
  /** `now`: the server's clock in ms, from which a client measures how far its own is off. */
  join: (room: string, ack: (reply: { version: number; now: number } | { problem: string }) => void) => void;
  leave: (room: string) => void;
}
export interface ServerEvents {
  fact: (fact: RoomFact) => void;
  /** Progress of long work; carries no version, a missed one is made up by the next. */
  progress: (progress: ProgressView & { room: string }) => void;
  /** What happened in a live room, with its content: hundreds of clients cannot all fetch again. */
  live: (fact: LiveFact) => void;
  /** The client was taken out of a room: its right to be there is gone. The code says why. */
  out: (room: string, problem: string) => void;
}
/** One fact of a live room. Facts of one room come in the order of their versions; a gap means: read the snapshot again. */
export interface LiveFact<Fact = ParticipantFact | SpecialistFact | ModeratorFact | MeetingFact> {
  room: string;
  version: number;
  fact: Fact;
}
export interface ProgressView {
  /** What is being done, a key of the `progress` texts. */
  phase: string;
  /** 0..1. */
  fraction: number;
}

/** Room names. */
export const roundRoom = (roundId: string): string => `round:${roundId}`;
export const campaignRoom = (campaignId: string): string => `campaign:${campaignId}`;
export const importRoom = (importId: string): string => `import:${importId}`;
export const dataSetRoom = (dataSetId: string): string => `data-set:${dataSetId}`;
/** The yearly agenda of dialogue sessions. */
export const agendaRoom = (yearId: string): string => `agenda:${yearId}`;
/** A dialogue session as its organiser prepares it. */
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
/** A date poll, also for who answers by the link of a mail. */
export const datePollRoom = (pollId: string): string => `date-poll:${pollId}`;
/** A meeting as its page shows it. */
export const meetingRoom = (meetingId: string): string => `meeting:${meetingId}`;
/** One room per audience: what an audience may not know is never sent to its room. */
export const liveRoom = (id: string, audience: LiveAudience): string => `live:${id}/${audience}`;
/**
 * The live room of a meeting, one per audience and practice: what one practice may not know yet is never sent to its room. A leader whose
 * practice is not at the table has a room without one.
 */
export const meetingLiveRoom = (
  meetingId: string,
  audience: MeetingAudience,
  practiceId: string | null,
): string => `meeting-live:${meetingId}/${audience}${practiceId === null ? '' : `.${practiceId}`}`;
/** What a live room belongs to: the id of a session or a meeting; null for any other room. */
export const liveRoomId = (room: string): string | null =>
  /^(?:meeting-)?live:([^/]+)\//.exec(room)?.[1] ?? null;
/** Figures of a group: closed and opened as its mode changes. */
export const figuresRoom = (groupId: string): string => `figures:${groupId}`;
/** The review of referrals inside one practice. */
export const referralsRoom = (practiceId: string): string => `referrals:${practiceId}`;
