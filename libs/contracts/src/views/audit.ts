/** One line of the audit log; fields follow NEN 7513 (models/security.md). Names are resolved when it is read. */
export interface AuditEntryView {
  seq: number;
  at: string;
  event: string;
  /** C create, R read, U update, D delete, E execute. */
  action: 'C' | 'R' | 'U' | 'D' | 'E';
  outcome: 'success' | 'refused' | 'failed';
  actorId: string | null;
  actorName: string | null;
  subjectKind: string;
  subjectId: string | null;
  detail: Record<string, unknown>;
}
/** What `audit verify` found for one region. */
export interface AuditVerdictView {
  ok: boolean;
  entries: number;
  /** The last signed checkpoint, null when none was written yet. */
  checkpoint: { seq: number; at: string } | null;
  fault: {
    kind: 'changed' | 'missing' | 'swapped' | 'truncated' | 'checkpoint-forged';
    seq: number;
  } | null;
}
