import { newId, systemActor, type Actor, type Database } from '#libs/platform';
import { makeActor, makePractice } from './factories.js';

/** Somebody who takes part for a practice. */
export interface RegisteredPractice {
  id: string;
  name: string;
  person: Actor & { personId: string };
}
export interface LiveSessionRows {
  id: string;
  startsAt: Date;
  endsAt: Date;
  practices: RegisteredPractice[];
  moderators: (Actor & { personId: string })[];
  specialist: Actor & { personId: string };
  categories: string[];
  /** In the order of the hour; `partId` is null for one in no category. */
  questions: { id: string; categoryId: string | null; practiceId: string }[];
}

/**
 * A session that can be opened: practices with one registered person each, two moderators, a specialist, categories with questions, the
 * department's own part, and at the end questions in no category.
 */
export async function makeLiveSession(
  database: Database,
  regionId: string,
  wish: {
    practices: number;
    /** Questions per category. */
    categories: number[];
    loose?: number;
    moderated?: boolean;
    startsAt: string;
    minutes?: number;
    title?: string;
  },
): Promise<LiveSessionRows> {
  const inRegion = <T>(work: () => Promise<T>) => database.transaction(systemActor(regionId), work);
  const startsAt = new Date(wish.startsAt);
  const endsAt = new Date(startsAt.getTime() + (wish.minutes ?? 60) * 60_000);
  const id = newId();
  const departmentId = newId();
  await inRegion(async () => {
    await database.query(`insert into department (id, region_id, name) values ($1, $2, $3)`, [
      departmentId,
      regionId,
      `Vakgroep ${id}`,
    ]);
    await database.query(
      `insert into dialogue_session (id, region_id, department_id, title, date, start_time, end_time, starts_at, ends_at, moderated, calendar_uid,
         meeting_link)
       values ($1, $2, $3, $4, $5, '19:30', '20:30', $6, $7, $8, $9, 'https://meet.example/live')`,
      [
        id,
        regionId,
        departmentId,
        wish.title ?? 'Dermatologie',
        wish.startsAt.slice(0, 10),
        startsAt,
        endsAt,
        wish.moderated ?? false,
        `${id}@example`,
      ],
    );
  });
  const moderators = [
    await makeActor(database, regionId, 'region-coordinator'),
    await makeActor(database, regionId, 'region-coordinator'),
  ];
  const specialist = await makeActor(database, regionId, 'specialist', { scopeId: id });
  const practices: RegisteredPractice[] = [];
  for (let k = 0; k < wish.practices; k++) {
    const practice = await makePractice(database, regionId);
    const person = await makeActor(database, regionId, 'practice-holder', { scopeId: practice.id });
    practices.push({ id: practice.id, name: practice.name, person });
  }
  const categories: string[] = [];
  const questions: LiveSessionRows['questions'] = [];
  await inRegion(async () => {
    await database.query(
      `insert into session_specialist (region_id, session_id, person_id) values ($1, $2, $3)`,
      [regionId, id, specialist.personId],
    );
    for (const { id: practiceId, person } of practices)
      await database.query(
        `insert into session_registration (region_id, session_id, practice_id, state, person_id) values ($1, $2, $3, 'registered', $4)`,
        [regionId, id, practiceId, person.personId],
      );
    const ask = async (categoryId: string | null, position: number) => {
      const practiceId = practices[questions.length % practices.length]?.id as string;
      const question = { id: newId(), categoryId, practiceId };
      await database.query(
        `insert into session_question (id, region_id, session_id, practice_id, state, text, category_id, position, asked_at)
         values ($1, $2, $3, $4, 'asked', $5, $6, $7, $8)`,
        [
          question.id,
          regionId,
          id,
          practiceId,
          `Vraag ${questions.length + 1}?`,
          categoryId,
          position,
          startsAt,
        ],
      );
      questions.push(question);
    };
    for (const [place, count] of [...wish.categories, 0].entries()) {
      const own = place === wish.categories.length;
      const categoryId = newId();
      categories.push(categoryId);
      await database.query(
        `insert into question_category (id, region_id, session_id, name, kind, position, minutes) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          categoryId,
          regionId,
          id,
          own ? 'Wat de vakgroep kwijt wil' : `Onderwerp ${place + 1}`,
          own ? 'department' : 'questions',
          place + 1,
          own ? 10 : null,
        ],
      );
      for (let k = 0; k < count; k++) await ask(categoryId, k + 1);
    }
    for (let k = 0; k < (wish.loose ?? 0); k++) await ask(null, 0);
  });
  return { id, startsAt, endsAt, practices, moderators, specialist, categories, questions };
}
