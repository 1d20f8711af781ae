import type { RoundRules } from '#libs/contracts';
import { newId, systemActor, type Database } from '#libs/platform';
import { makeRound } from './intervision-factories.js';

/** What one practice of a round answered; whatever is not given is an answer that fits easily. */
export interface GivenAnswer {
  /** Index of the themes, best first. */
  ranked?: number[];
  /** Per date of the round: yes, maybe, no or unanswered. */
  dates?: ('yes' | 'maybe' | 'no' | null)[];
  motivation?: number;
  stay?: 'yes' | 'neutral' | 'no';
  canLead?: boolean;
  /** False for an answer that was begun and not handed in. */
  submitted?: boolean;
}

export interface AnsweredRound {
  id: string;
  themes: string[];
  dates: string[];
  /** In the order of their names, `Praktijk 01` … */
  practices: { id: string; name: string; contactId: string; email: string }[];
}

let counter = 0;

/**
 * A closed round with practices that answered, each with a contact who can be written to. Practices rank two themes, can
 * on two of the three dates and every second one offers a leader, so that groups of four to six always exist.
 */
export async function makeAnsweredRound(
  database: Database,
  regionId: string,
  values: {
    practices?: number;
    state?: 'open' | 'closed';
    rules?: Partial<RoundRules>;
    answer?: (index: number) => GivenAnswer | null;
    name?: string;
  } = {},
): Promise<AnsweredRound> {
  const run = (counter += 1);
  const count = values.practices ?? 24;
  const practices = Array.from({ length: count }, (_, k) => ({
    id: newId(),
    name: `Praktijk ${run}-${String(k + 1).padStart(2, '0')}`,
    contactId: newId(),
    email: `contact-${run}-${k}@voorbeeld.example`,
    agb: String(20_000_000 + run * 1000 + k),
  }));
  await database.definer(
    `insert into person (id, email, name) select * from unnest($1::uuid[], $2::text[], $3::text[])`,
    [
      practices.map(({ contactId }) => contactId),
      practices.map(({ email }) => email),
      practices.map(({ name }) => `Contact ${name}`),
    ],
  );
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into practice (id, region_id, agb, name, town, district)
       select id, $1, agb, name, 'Vlierdam', 'HAGRO ' || (n % 5) from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as t (id, agb, name, n)`,
      [
        regionId,
        practices.map(({ id }) => id),
        practices.map(({ agb }) => agb),
        practices.map(({ name }) => name),
      ],
    );
    await database.query(
      `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id)
       select $1, person, 'practice-contact', 'practice', practice from unnest($2::uuid[], $3::uuid[]) as t (person, practice)`,
      [regionId, practices.map(({ contactId }) => contactId), practices.map(({ id }) => id)],
    );
  });
  const round = await makeRound(database, regionId, {
    practices: practices.map(({ id }) => id),
    state: values.state ?? 'closed',
    name: values.name ?? `Intervisie ${run}`,
  });
  await database.transaction(systemActor(regionId), async () => {
    if (values.rules)
      await database.query(`update round set rules = rules || $2::jsonb where id = $1`, [
        round.id,
        values.rules,
      ]);
    for (const [index, practice] of practices.entries()) {
      const given = values.answer ? values.answer(index) : {};
      if (given === null) continue;
      const ranked = given.ranked ?? [index % 4, (index + 1) % 4];
      const dates = given.dates ?? [0, 1, 2].map((d) => (d === index % 3 ? 'maybe' : 'yes'));
      const answered = Object.fromEntries(
        dates.flatMap((one, d) => (one === null ? [] : [[round.dates[d] as string, one]])),
      );
      await database.query(
        `insert into round_answer (round_id, practice_id, region_id, ranked, dates, motivation, stay, can_lead, submitted_at, saved_at, via)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-11-10T10:00:00Z', 'link')`,
        [
          round.id,
          practice.id,
          regionId,
          ranked.map((theme) => round.themes[theme] as string),
          JSON.stringify(answered),
          given.motivation ?? 1 + (index % 5),
          given.stay ?? null,
          given.canLead ?? index % 2 === 0,
          given.submitted === false ? null : '2026-11-10T10:00:00Z',
        ],
      );
    }
  });
  return { ...round, practices: practices.map(({ agb: _agb, ...practice }) => practice) };
}
