import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import {
  incumbentFor,
  knownPerson,
  LISTED_PEOPLE,
  namesByAddress,
  type Incumbent,
} from '../staff/listed-people.rules.js';
import { waveNumber } from '../register/practice.rules.js';
import { StaffQueries } from '../staff/staff.queries.js';
import { comparedViews, correctedRows, outcomeFingerprint } from './import-rows.rules.js';
import {
  comparePractices,
  type ExistingPractice,
  type PracticeComparison,
} from './practice-compare.rules.js';
import { previewPractices } from './practice-import.rules.js';
import type { ComparedView, PracticeImport } from './practice-import.entity.js';

/** A judged list beside the register as it is now. */
export interface Compared {
  comparison: PracticeComparison;
  /** The comparison as it is shown and stored. */
  views: ComparedView[];
  outcome: string;
  /** Per practice and role: who hands over when the list names somebody else. */
  incumbents: Map<string, Incumbent>;
  /** The name the list gives to each address, null where it contradicts itself. */
  names: Map<string, string | null>;
}

export const incumbentKey = (practiceId: string, role: string): string => `${practiceId} ${role}`;

type Listed = 'holder' | 'email' | 'contact' | 'contactEmail';
/** A practice as stored; its people come from their roles. */
type RegisterRow = Omit<ExistingPractice, Listed | 'startWave'> & {
  startWave: string | null;
  namedHolder: string | null;
  namedContact: string | null;
};

/** Reads the register in three queries, whatever its size, and compares the list with it. */
@Injectable()
export class ImportComparison {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
  ) {}

  /** @param locked takes the practices and their people for writing, so that nobody changes them until the transaction ends */
  async compare(
    list: Pick<PracticeImport, 'headings' | 'mapping' | 'cells' | 'corrections'>,
    locked: boolean,
  ): Promise<Compared> {
    const rows = correctedRows(list.headings, list.mapping, list.cells, list.corrections);
    const preview = previewPractices({ headings: list.headings, rows }, list.mapping);
    const register = await this.database.query<RegisterRow>(
      `select id, agb, name, street, postcode, town, district, list_size as "listSize", start_quarter as "startQuarter",
         start_wave as "startWave", consultant, motivation, named_holder as "namedHolder", named_contact as "namedContact",
         archived_at is not null as archived
       from practice order by id ${locked ? 'for update' : ''}`,
    );
    const present = new Map<string, Incumbent[]>();
    for (const row of await this.staff.listed(locked)) {
      const key = incumbentKey(row.practiceId, row.role);
      const { id: roleId, personId, name, email } = row;
      present.set(key, [...(present.get(key) ?? []), { roleId, personId, name, email }]);
    }
    const judged = preview.rows.filter((row) => row.verdict === 'ok' || row.values.agb !== null);
    const byAgb = new Map(judged.map((row) => [row.values.agb, row.values]));
    const names = namesByAddress(judged.map((row) => row.values));
    const incumbents = new Map<string, Incumbent>();
    for (const practice of register) {
      for (const who of LISTED_PEOPLE) {
        const key = incumbentKey(practice.id, who.role);
        const found = incumbentFor(byAgb.get(practice.agb), who, present.get(key) ?? []);
        if (found) incumbents.set(key, found);
      }
    }
    const differing = [...incumbents.values()].filter((one) => renamedTo(one, names) !== null);
    const renamable = await this.staff.renamable(differing.map((one) => one.personId));
    const mayRename = (one: Incumbent): boolean =>
      renamable.has(one.personId) && renamedTo(one, names) !== null;
    const existing = register.map(
      ({ namedHolder, namedContact, startWave, ...practice }): ExistingPractice => {
        const row = byAgb.get(practice.agb);
        const named = { namedHolder, namedContact };
        const [holder, contact] = LISTED_PEOPLE.map((who) => {
          const incumbent = incumbents.get(incumbentKey(practice.id, who.role)) ?? null;
          return knownPerson(row, who, incumbent, named[who.named], mayRename);
        }) as [{ name: string | null; email: string | null }, { name: string | null; email: string | null }];
        return {
          ...practice,
          startWave: waveNumber(startWave),
          holder: holder.name,
          email: holder.email,
          contact: contact.name,
          contactEmail: contact.email,
        };
      },
    );
    const comparison = comparePractices(existing, preview);
    const views = comparedViews(comparison.rows);
    return { comparison, views, outcome: outcomeFingerprint(views), incumbents, names };
  }
}

/** The other name that the list gives to this person, if it gives just one. */
export function renamedTo(
  person: { name: string; email: string },
  names: ReadonlyMap<string, string | null>,
): string | null {
  const name = names.get(person.email.toLowerCase()) ?? null;
  return name === person.name ? null : name;
}
