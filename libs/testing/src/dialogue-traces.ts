import { newId } from '#libs/platform';
import type { TestDatabase } from './test-database.js';

/**
 * Everything that one person can leave in dialogue sessions, with the name in every free text: registered, asked, a colleague's proposal,
 * a follow-up, an excuse, a session prepared as specialist, a department of which this is the contact, and a handout that names them.
 */
export async function leaveDialogueTraces(
  test: TestDatabase,
  at: { regionId: string; practiceId: string },
  { personId, name, email }: { personId: string; name: string; email: string },
): Promise<{ sessionId: string }> {
  const { regionId, practiceId } = at;
  const [department, session, question] = [newId(), newId(), newId()];
  const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
    const columns = Object.keys(row);
    return test.database.query(
      `insert into ${table} (region_id, ${columns.join(', ')}) values ($1, ${columns.map((_, k) => `$${k + 2}`).join(', ')})`,
      [regionId, ...Object.values(row)],
    );
  };
  await test.database.transaction({ regionId }, async () => {
    await insert('department', {
      id: department,
      name: `Dermatologie ${session}`,
      contact_person_id: personId,
    });
    const year = newId();
    await test.database.query(
      `insert into dialogue_year (id, region_id, year, coordinator_person_id)
       select $1, $2, coalesce(max(year), 2026) + 1, $3 from dialogue_year`,
      [year, regionId, personId],
    );
    await insert('dialogue_year_department', {
      year_id: year,
      department_id: department,
      note: `Bel ${name}.`,
    });
    await insert('department_vote', {
      year_id: year,
      practice_id: practiceId,
      ranking: [department],
      source: 'site',
      given_by: personId,
    });
    await insert('dialogue_session', {
      id: session,
      department_id: department,
      title: 'Dermatologie',
      date: '2026-02-10',
      start_time: '19:30',
      end_time: '20:30',
      starts_at: '2026-02-10T18:30:00Z',
      ends_at: '2026-02-10T19:30:00Z',
      state: 'ended',
      introduction: `Met ${name}.`,
      calendar_uid: newId(),
    });
    await insert('session_specialist', { session_id: session, person_id: personId });
    await insert('session_registration', {
      session_id: session,
      practice_id: practiceId,
      state: 'excused',
      person_id: personId,
      excuse: `${name} is ziek.`,
    });
    await insert('session_question', {
      id: question,
      session_id: session,
      practice_id: practiceId,
      state: 'asked',
      text: `Wanneer verwijzen? Groet, ${name.toUpperCase()}`,
      shown_text: `Wanneer verwijzen, vraagt ${name}?`,
      author_id: personId,
      author_name: name,
      fate: 'sent-back',
      fate_reason: `${name}, graag algemener.`,
      asked_at: '2026-01-02T09:00:00Z',
    });
    await insert('session_snapshot', {
      session_id: session,
      number: 1,
      content: JSON.stringify({ text: `Groet, ${name}` }),
    });
    await insert('question_answer', {
      question_id: question,
      too_early: `${name}: eerst foto.`,
      on_time: email,
      note: `Zie ${name}.`,
      changed_by: personId,
    });
    await insert('own_part', {
      session_id: session,
      tells: `${name} vertelt.`,
      misses: `Bel ${name}`,
      process: email,
    });
    await insert('session_file', {
      session_id: session,
      kind: 'slides',
      name: `Dia's van ${name}.pptx`,
      media_type: 'application/pdf',
      bytes: Buffer.from('%PDF-'),
      size: 5,
      sha256: Buffer.alloc(32),
      added_by: personId,
    });
    await insert('live_room', { id: session, kind: 'session', clock: JSON.stringify({}) });
    await insert('live_presence', {
      room_id: session,
      audience: 'participant',
      person_id: personId,
      practice_id: practiceId,
    });
    await insert('follow_up_question', {
      session_id: session,
      practice_id: practiceId,
      person_id: personId,
      text: `En bij kinderen? ${name}`,
      note: `Antwoord aan ${name}.`,
      state: 'parked',
      shown: true,
    });
    await insert('handout', {
      session_id: session,
      state: 'published',
      content: JSON.stringify({ title: `Naslagwerk van ${name}`, tips: [`Mail ${email}`] }),
      words: `naslagwerk van ${name}`,
      check_note: `Klopt, ${name}`,
    });
  });
  return { sessionId: session };
}
