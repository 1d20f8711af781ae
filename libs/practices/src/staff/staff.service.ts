import { Injectable } from '@nestjs/common';
import { PeopleService } from '#libs/access';
import type { PracticeDetailView } from '#libs/contracts';
import { allow, Database, DomainError, found, isId, type Actor } from '#libs/platform';
import { cleanText, parseBig, parseEmail } from '#libs/tabular';
import { canManageStaff, canSeePractice } from '../practices.policy.js';
import { textRule } from '../register/practice.rules.js';
import { PracticesQueries } from '../register/practices.queries.js';
import { PracticesService } from '../register/practices.service.js';
import { StaffQueries, type StaffRole } from './staff.queries.js';

export interface StaffInput {
  name: string;
  email: string;
  role: StaffRole;
  /** Function in the words of the practice, e.g. doktersassistent (ORG-04). */
  jobTitle?: string | null;
  /** 11 digits, as text. */
  bigNumber?: string | null;
}

/**
 * The people of one practice (ORG-03…05), arranged by the coordinator or by the practice's own holder. Which role whom may
 * give is decided where roles live, in access; here it is held against the practice.
 */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly queries: PracticesQueries,
    private readonly staff: StaffQueries,
    private readonly practices: PracticesService,
  ) {}

  /** Gives somebody a role at the practice; who is not known yet is made. @throws role.already-held, practice.archived */
  async add(actor: Actor, practiceId: string, input: StaffInput): Promise<PracticeDetailView> {
    const { name, email, jobTitle, bigNumber } = cleanPerson(input);
    return this.database.transaction(actor, async () => {
      await this.open(actor, practiceId);
      const { role } = input;
      await this.people.grantRole(actor, {
        to: { name, email },
        role,
        scopeId: practiceId,
        jobTitle,
        bigNumber,
      });
      return this.practices.get(actor, practiceId);
    });
  }

  /** Ends a role at the practice; the history stays. @throws not-found for a role that is not held here and now */
  async remove(actor: Actor, practiceId: string, roleId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.open(actor, practiceId);
      await this.heldHere(practiceId, roleId);
      await this.people.endRole(actor, roleId);
    });
  }

  /** Moves a role to somebody else in one step. @throws role.already-held when that person has it already */
  async handOver(
    actor: Actor,
    practiceId: string,
    roleId: string,
    input: { name: string; email: string },
  ): Promise<void> {
    const { name, email } = cleanPerson(input);
    await this.database.transaction(actor, async () => {
      await this.open(actor, practiceId);
      await this.heldHere(practiceId, roleId);
      await this.people.handOver(actor, roleId, { name, email });
    });
  }

  /** The practice must be there for the actor to see, the actor may arrange its people, and it is not closed. */
  private async open(actor: Actor, practiceId: string): Promise<void> {
    found(isId(practiceId) && canSeePractice(actor, practiceId) ? practiceId : null, 'practice');
    allow(canManageStaff(actor, practiceId));
    const practice = found(await this.queries.view(practiceId), 'practice');
    allow(practice.archivedAt === null, 'practice.archived');
  }

  private async heldHere(practiceId: string, roleId: string): Promise<void> {
    found(isId(roleId) ? await this.staff.lock(practiceId, roleId) : null, 'role');
  }
}

type CleanPerson = { name: string; email: string; jobTitle: string | null; bigNumber: string | null };

/** @throws validation.failed, naming every field that is wrong */
function cleanPerson(input: Partial<StaffInput> & { name: string; email: string }): CleanPerson {
  const wrong: { field: string; rule: string }[] = [];
  const name = cleanText(input.name);
  const jobTitle = cleanText(input.jobTitle ?? '') || null;
  const email = parseEmail(input.email);
  const big = cleanText(input.bigNumber ?? '') === '' ? null : parseBig(input.bigNumber as string);
  const nameRule = /\p{L}/u.test(name) ? textRule(name) : 'isNotEmpty';
  const titleRule = jobTitle === null ? null : textRule(jobTitle);
  if (nameRule) wrong.push({ field: 'name', rule: nameRule });
  if (!email.ok) wrong.push({ field: 'email', rule: 'isEmail' });
  if (titleRule) wrong.push({ field: 'jobTitle', rule: titleRule });
  if (big && !big.ok) wrong.push({ field: 'bigNumber', rule: big.code });
  if (wrong.length > 0 || !email.ok) throw new DomainError('validation.failed', { fields: wrong });
  return { name, email: email.value, jobTitle, bigNumber: big?.ok ? big.value : null };
}
