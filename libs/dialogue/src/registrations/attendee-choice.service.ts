import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { AuditService } from '#libs/audit';
import type { AttendeeKind } from '#libs/contracts';
import { allow, DomainError, found, guardedTexts, systemActor, type Actor } from '#libs/platform';
import { StaffService } from '#libs/practices';
import { canManageDialogue } from '../dialogue.policy.js';
import { receiverOf, type Receiver } from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';

/** Somebody who is not among the people of the practice yet. */
export interface NewColleague {
  name: string;
  email: string;
  jobTitle?: string | null;
}
/** Who goes: one of the practice's people, or a new colleague. */
export interface RegistrationWish {
  personId?: string;
  person?: NewColleague;
  attendeeKind: AttendeeKind;
}

/** Who goes for a practice: one of its people, or a colleague who is one from now on. Every method runs in the open transaction. */
@Injectable()
export class AttendeeChoice {
  constructor(
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
    private readonly staff: StaffService,
    private readonly queries: RegistrationsQueries,
  ) {}

  /** The chosen person as a receiver of mail. @throws registration.person-unknown · validation.failed · text.identifiers · auth.forbidden */
  async chosen(actor: Actor, practiceId: string, wish: RegistrationWish): Promise<Receiver> {
    const { personId, person } = wish;
    if ((personId === undefined) === (person === undefined))
      throw new DomainError('validation.failed', { fields: [{ field: 'personId', rule: 'oneOf' }] });
    const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const wanted = person?.email.trim().toLowerCase();
    const known = staff.find((one) => one.personId === personId || one.email.toLowerCase() === wanted);
    if (known) return receiverOf(known);
    if (!person) throw new DomainError('registration.person-unknown');
    allow(await this.mayAddPeople(actor, practiceId));
    // a name is what is asked for here: only what is worse than one is refused
    guardedTexts({ name: person.name, jobTitle: person.jobTitle ?? '' }, true);
    await this.staff.add(systemActor(actor.regionId), practiceId, { ...person, role: 'practice-employee' });
    const now = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const added = found(
      now.find(({ email }) => email.toLowerCase() === wanted),
      'person',
    );
    this.audit.record(actor, {
      event: 'registration.colleague-added',
      action: 'C',
      subjectKind: 'person',
      subjectId: added.personId,
      practiceId,
    });
    return receiverOf(added);
  }

  /** A new colleague gets a role at the practice, so only its holder, its contact and the organiser name one, by link or not. */
  async mayAddPeople(actor: Actor, practiceId: string): Promise<boolean> {
    if (canManageDialogue(actor)) return true;
    const people = (await this.people.addresseesOfPractices([practiceId])).get(practiceId) ?? [];
    const holders = await this.people.peopleOfPractices(
      [practiceId],
      ['practice-holder', 'practice-contact'],
    );
    return [...people, ...(holders.get(practiceId) ?? [])].some(
      ({ personId }) => personId === actor.personId,
    );
  }

  /** In whose name a practice that was never registered says that it does not come. */
  async speaker(actor: Actor, practiceId: string): Promise<string> {
    const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const self = staff.find(({ personId }) => personId === actor.personId) ?? staff[0];
    if (!self) throw new DomainError('registration.none');
    return self.personId;
  }
}
