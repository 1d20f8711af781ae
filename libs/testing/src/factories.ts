import type { Role, ScopeKind } from '#libs/contracts';
import { ROLE_SCOPE } from '#libs/contracts';
import { newId, systemActor, type Actor, type Database, type HeldRole } from '#libs/platform';

let counter = 0;
const next = (): number => ++counter;

/** One valid region. */
export async function makeRegion(
  database: Database,
  values: { slug?: string; name?: string } = {},
): Promise<{ id: string; slug: string; name: string }> {
  const n = next();
  const region = { id: newId(), slug: values.slug ?? `regio-${n}`, name: values.name ?? `Regio ${n}` };
  await database.definer(`insert into region (id, slug, name) values ($1, $2, $3)`, [
    region.id,
    region.slug,
    region.name,
  ]);
  return region;
}

/** One valid person with a role in a region, as the actor that its requests would carry. */
export async function makeActor(
  database: Database,
  regionId: string,
  role: Role,
  options: { scopeId?: string; name?: string; email?: string } = {},
): Promise<Actor & { personId: string }> {
  const n = next();
  const personId = newId();
  const name = options.name ?? `Persoon ${n}`;
  const email = options.email ?? `persoon-${n}@voorbeeld.example`;
  const scopeKind: ScopeKind = ROLE_SCOPE[role];
  const held: HeldRole = {
    id: newId(),
    role,
    scopeKind,
    scopeId: scopeKind === 'region' ? null : (options.scopeId ?? newId()),
  };
  await database.definer(`insert into person (id, email, name) values ($1, $2, $3)`, [personId, email, name]);
  await database.transaction(systemActor(regionId), () =>
    database.query(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id) values ($1, $2, $3, $4, $5, $6)`,
      [held.id, regionId, personId, held.role, held.scopeKind, held.scopeId],
    ),
  );
  return {
    kind: 'person',
    regionId,
    personId,
    name,
    email,
    language: 'nl',
    roles: [held],
    sessionId: null,
    task: null,
  };
}

/** One valid practice. */
export async function makePractice(
  database: Database,
  regionId: string,
  values: { name?: string; agb?: string; district?: string; listSize?: number } = {},
): Promise<{ id: string; agb: string; name: string }> {
  const n = next();
  const practice = {
    id: newId(),
    agb: values.agb ?? String(1_000_000 + n).padStart(8, '0'),
    name: values.name ?? `Praktijk ${n}`,
  };
  await database.transaction(systemActor(regionId), () =>
    database.query(
      `insert into practice (id, region_id, agb, name, town, district, list_size) values ($1, $2, $3, $4, 'Vlierdam', $5, $6)`,
      [
        practice.id,
        regionId,
        practice.agb,
        practice.name,
        values.district ?? 'HAGRO Vlierdam',
        values.listSize ?? 2400,
      ],
    ),
  );
  return practice;
}
