import type { SessionFileView } from '#libs/contracts';
import type { Database } from '#libs/platform';

const COLUMNS = `id, kind, name, media_type as "mediaType", size, in_handout as "inHandout", added_at as "addedAt"`;
type FileRow = Omit<SessionFileView, 'addedAt'> & { addedAt: Date };

const shown = ({ addedAt, ...row }: FileRow): SessionFileView => ({ ...row, addedAt: addedAt.toISOString() });

/** The files of a session without their bytes, the oldest first. */
export async function filesOf(database: Database, sessionId: string): Promise<SessionFileView[]> {
  const rows = await database.query<FileRow>(
    `select ${COLUMNS} from session_file where session_id = $1 and archived_at is null order by added_at, id`,
    [sessionId],
  );
  return rows.map(shown);
}

/** One of them, also when it was taken away; null when there is none. */
export async function fileOf(
  database: Database,
  sessionId: string,
  fileId: string,
): Promise<{ view: SessionFileView; archived: boolean } | null> {
  const [row] = await database.query<FileRow & { archived: boolean }>(
    `select ${COLUMNS}, archived_at is not null as archived from session_file where id = $1 and session_id = $2`,
    [fileId, sessionId],
  );
  if (!row) return null;
  const { archived, ...file } = row;
  return { view: shown(file), archived };
}
