import { newId, systemActor, type Database } from '#libs/platform';
import { makePractice } from './factories.js';

let counter = 0;

export interface SharedSession {
  sessionId: string;
  departmentId: string;
  categoryId: string;
  /** Practices with names that must not be read by the specialist, one per question. */
  practices: { id: string; name: string }[];
  /** Shared with the specialist, in order; each asked by the practice at its place. */
  questionIds: string[];
  /** Asked afterwards, and not shared yet. */
  lateId: string;
  /** Merged into the first question. */
  mergedId: string;
}

/** A session whose questions went to its specialists, with one that came too late, one merged and one "wij ook". */
export async function makeSharedSession(
  database: Database,
  regionId: string,
  options: { specialists?: string[]; shared?: boolean; questions?: number } = {},
): Promise<SharedSession> {
  counter += 1;
  const [sessionId, departmentId, categoryId, lateId, mergedId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const count = options.questions ?? 3;
  const practices: { id: string; name: string }[] = [];
  for (let n = 0; n < count; n += 1)
    practices.push(await makePractice(database, regionId, { name: `Geheime Praktijk ${counter}-${n}` }));
  const questionIds = practices.map(() => newId());
  const at = options.shared === false ? null : '2026-11-01T09:00:00Z';
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into department (id, region_id, name, phone, phone_hours, advice_consult, agreement_url)
       values ($1, $2, $3, '0123 456 789', 'werkdagen 8-17 uur', 'Via ZorgDomein', 'https://afspraken.example')`,
      [departmentId, regionId, `Dermatologie ${counter}`],
    );
    await database.query(
      `insert into dialogue_session (id, region_id, department_id, title, date, start_time, end_time, starts_at, ends_at, shared_at, calendar_uid)
       values ($1, $2, $3, 'Dialoogsessie Dermatologie', '2027-02-09', '19:30', '20:30', '2027-02-09T18:30:00Z', '2027-02-09T19:30:00Z', $4, $5)`,
      [sessionId, regionId, departmentId, at, newId()],
    );
    for (const personId of options.specialists ?? [])
      await database.query(
        `insert into session_specialist (region_id, session_id, person_id) values ($1, $2, $3)`,
        [regionId, sessionId, personId],
      );
    await database.query(
      `insert into question_category (id, region_id, session_id, name, position) values ($1, $2, $3, 'Verdachte plekken', 1)`,
      [categoryId, regionId, sessionId],
    );
    const ask = (
      id: string,
      practiceId: string,
      text: string,
      more: { shared?: string | null; late?: boolean; into?: string; position?: number },
    ) =>
      database.query(
        `insert into session_question (id, region_id, session_id, practice_id, state, text, late, category_id, position, merged_into, shared_at, asked_at)
         values ($1, $2, $3, $4, 'asked', $5, $6, $7, $8, $9, $10, now())`,
        [
          id,
          regionId,
          sessionId,
          practiceId,
          text,
          more.late ?? false,
          categoryId,
          more.position ?? 0,
          more.into ?? null,
          more.shared ?? null,
        ],
      );
    for (const [n, id] of questionIds.entries())
      await ask(id, practices[n]!.id, `Wanneer verwijs ik geval ${n}?`, { shared: at, position: n });
    await ask(mergedId, practices.at(-1)!.id, 'Bijna dezelfde vraag als de eerste', {
      shared: at,
      into: questionIds[0],
    });
    await ask(lateId, practices[0]!.id, 'Deze vraag kwam na het delen', { late: true, position: 99 });
    if (practices[1])
      await database.query(
        `insert into question_endorsement (question_id, practice_id, region_id) values ($1, $2, $3)`,
        [questionIds[0], practices[1].id, regionId],
      );
  });
  return { sessionId, departmentId, categoryId, practices, questionIds, lateId, mergedId };
}
