import type { Role } from '#libs/contracts';
import { newId, systemActor, type Database } from '#libs/platform';

/**
 * Many people at once, each with one role at one of as many practices, the practices taken in turn.
 * @returns ids in the order in which they were made; person k is of practice k modulo their number.
 */
export async function makeAudience(
  database: Database,
  regionId: string,
  values: { people: number; practices: number; role?: Role; email?: (k: number) => string },
): Promise<{ people: string[]; practices: string[] }> {
  const people = Array.from({ length: values.people }, newId);
  const practices = Array.from({ length: values.practices }, newId);
  await database.definer(
    `insert into person (id, email, name) select id, email, 'Persoon ' || lpad(n::text, 4, '0') from unnest($1::uuid[], $2::text[]) with ordinality as p (id, email, n)`,
    [people, people.map((id, k) => values.email?.(k) ?? `${id}@voorbeeld.example`)],
  );
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into practice (id, region_id, agb, name, town, district, list_size)
       select id, $2, substr(translate(id::text, 'abcdef-', '123456'), 25, 8), 'Praktijk ' || lpad(n::text, 4, '0'), 'Vlierdam', 'HAGRO', 2400
       from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [practices, regionId],
    );
    await database.query(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id)
       select r.id, $4, r.person_id, $5, 'practice', r.practice_id from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as r (id, person_id, practice_id)`,
      [
        people.map(() => newId()),
        people,
        people.map((_, k) => practices[k % practices.length]),
        regionId,
        values.role ?? 'practice-holder',
      ],
    );
  });
  return { people, practices };
}
