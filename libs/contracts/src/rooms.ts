import type { LiveAudience, ModeratorFact, ParticipantFact, SpecialistFact } from './views/live.js';

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
export interface LiveFact<Fact = ParticipantFact | SpecialistFact | ModeratorFact> {
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
/** One room per audience: what an audience may not know is never sent to its room. */
export const liveRoom = (id: string, audience: LiveAudience): string => `live:${id}/${audience}`;
/** Figures of a group: closed and opened as its mode changes. */
export const figuresRoom = (groupId: string): string => `figures:${groupId}`;
