import { newId, systemActor, type Database } from '#libs/platform';
import { makeActor, makePractice } from './factories.js';

/** One valid department; with a contact when an address is given. */
export async function makeDepartment(
  database: Database,
  regionId: string,
  values: { name?: string; contactEmail?: string } = {},
): Promise<{ id: string; name: string; contactId: string | null }> {
  const department = { id: newId(), name: values.name ?? `Vakgroep ${newId().slice(-6)}` };
  const contactId = values.contactEmail ? newId() : null;
  if (contactId)
    await database.definer(`insert into person (id, email, name) values ($1, $2, $3)`, [
      contactId,
      values.contactEmail,
      `Contact ${department.name}`,
    ]);
  await database.transaction(systemActor(regionId), () =>
    database.query(
      `insert into department (id, region_id, name, contact_person_id) values ($1, $2, $3, $4)`,
      [department.id, regionId, department.name, contactId],
    ),
  );
  return { ...department, contactId };
}

/** So many practices, each with one contact person who can be written to. */
export async function makeVoters(database: Database, regionId: string, count: number) {
  const voters = [];
  for (let k = 0; k < count; k += 1) {
    const practice = await makePractice(database, regionId);
    voters.push({
      practice,
      contact: await makeActor(database, regionId, 'practice-contact', { scopeId: practice.id }),
    });
  }
  return voters;
}
