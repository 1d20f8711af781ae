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
  | 'figures.changed';

/** Client → server: join and leave, nothing else. */
export interface ClientEvents {
  join: (room: string, ack: (reply: { version: number } | { problem: string }) => void) => void;
  leave: (room: string) => void;
}
export interface ServerEvents {
  fact: (fact: RoomFact) => void;
  /** Progress of long work; carries no version, a missed one is made up by the next. */
  progress: (progress: ProgressView & { room: string }) => void;
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
/** Figures of a group: closed and opened as its mode changes. */
export const figuresRoom = (groupId: string): string => `figures:${groupId}`;
