/** Queues and what their jobs carry: ids only (architecture §1.5). The row says what must happen; the job only wakes. */
export const QUEUES = ['mail', 'forming', 'sweep'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface RowJob {
  regionId: string;
  id: string;
}
export interface JobPayloads {
  /** One mail row to send. */
  mail: RowJob;
  /** One forming run to compute. */
  forming: RowJob;
  /** Look for rows whose wake-up was lost. */
  sweep: Record<string, never>;
}
