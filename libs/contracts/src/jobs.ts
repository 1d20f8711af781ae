/** Queues and what their jobs carry: ids only (architecture §1.5). The row says what must happen; the job only wakes. */
export const QUEUES = ['mail', 'dispatch', 'forming', 'survey', 'figures', 'dialogue', 'sweep'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface RowJob {
  regionId: string;
  id: string;
}
export interface RegionJob {
  regionId: string;
}
export interface JobPayloads {
  /** One mail row that somebody is waiting for. */
  mail: RowJob;
  /** One turn of sending what a region has due. */
  dispatch: RegionJob;
  /** One forming run to compute. */
  forming: RowJob;
  /** One step of a campaign that is due. */
  survey: RowJob;
  /** One release to protect. */
  figures: RowJob;
  /** One step of a dialogue session that is due. */
  dialogue: RowJob;
  /** Look for rows whose wake-up was lost. */
  sweep: Record<string, never>;
}
