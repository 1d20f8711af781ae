import { Injectable } from '@nestjs/common';
import { agendaRoom, type DepartmentVoteView, type DialogueYearView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  newId,
  practicesOf,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canVote } from '../dialogue.policy.js';
import { deadlineOn } from './agenda-dates.rules.js';
import { AgendaMails } from './agenda-mails.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { DepartmentVote } from './department-vote.entity.js';
import { DialogueYear } from './dialogue-year.entity.js';
import { checkedRanking, mostRanked } from './votes.rules.js';

interface Choosable {
  id: string;
  name: string;
  hospital: string | null;
}

/** Practices rank the departments that they want to meet: one vote each, which they can change until the deadline (DIA-02). */
@Injectable()
export class VotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly agenda: AgendaQueries,
    private readonly mails: AgendaMails,
  ) {}

  /**
   * Lets practices choose and mails each its link. While they can already, it reminds those that have not.
   * @param voteUntil local day; may be left out when reminding
   * @throws conflict.stale · agenda.not-draft · agenda.no-departments · agenda.times-invalid
   */
  async open(
    actor: Actor,
    id: string,
    voteUntil: string | undefined,
    version?: number,
  ): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const year = await this.agenda.lock(id, 'write');
      fresh(year, version);
      if (year.state !== 'draft' && year.state !== 'voting')
        throw new DomainError('agenda.not-draft', { state: year.state });
      const choosable = await this.choosable(id);
      if (choosable.length === 0) throw new DomainError('agenda.no-departments');
      const now = this.clock.now();
      if (voteUntil !== undefined) year.voteUntil = deadlineOn(voteUntil, now);
      if (!year.voteUntil || year.voteUntil <= now) throw new DomainError('agenda.times-invalid');
      const first = year.state === 'draft';
      year.state = 'voting';
      year.version += 1;
      await this.database.repository(DialogueYear).save(year);
      const practices = await this.mails.askVotes(actor, year, 'all');
      this.audit.record(actor, {
        event: first ? 'agenda.vote-opened' : 'agenda.vote-reminded',
        action: 'U',
        subjectKind: 'dialogue-year',
        subjectId: id,
        detail: { practices, voteUntil: year.voteUntil.toISOString() },
      });
      await this.rooms.announce(agendaRoom(id), 'agenda.changed');
      return this.agenda.board(year);
    });
  }

  /** The page on which a practice ranks. @throws not-found for who may not vote for it, and before voting was opened */
  async page(actor: Actor, id: string, practiceId: string): Promise<DepartmentVoteView> {
    return this.database.transaction(actor, async () => {
      const practice = await this.reach(actor, id, practiceId);
      return this.view(actor, await this.agenda.one(id), practice);
    });
  }

  /**
   * The practice's ranking, in place of an earlier one.
   * @throws not-found · vote.closed · vote.invalid · conflict.stale
   */
  async save(
    actor: Actor,
    id: string,
    practiceId: string,
    ranking: readonly string[],
    version?: number,
  ): Promise<DepartmentVoteView> {
    return this.database.transaction(actor, async () => {
      const practice = await this.reach(actor, id, practiceId);
      // the second of two of one practice sees what the first wrote
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))`, [
        id,
        practiceId,
      ]);
      const year = await this.agenda.lock(id, 'read');
      if (!this.isOpen(actor, year)) throw new DomainError('vote.closed');
      const choosable = await this.choosable(id);
      const checked = checkedRanking(
        ranking,
        choosable.map((one) => one.id),
      );
      const votes = this.database.repository(DepartmentVote);
      const known = await votes.findOneBy({ yearId: id, practiceId });
      fresh(known ?? { version: 0 }, version);
      const source = this.sourceOf(actor, practiceId);
      await votes.save({
        id: known?.id ?? newId(),
        regionId: actor.regionId,
        yearId: id,
        practiceId,
        ranking: checked,
        source,
        givenBy: actor.personId,
        givenAt: this.clock.now(),
        version: (known?.version ?? 0) + 1,
      });
      await this.mails.voted(id, practiceId);
      this.audit.record(actor, {
        event: 'agenda.voted',
        action: known ? 'U' : 'C',
        subjectKind: 'dialogue-year',
        subjectId: id,
        practiceId,
        detail: { source, departments: checked.length },
      });
      await this.rooms.announce(agendaRoom(id), 'agenda.changed');
      return this.view(actor, year, practice);
    });
  }

  /** Who may not vote for this practice does not learn that there is an agenda. */
  private async reach(actor: Actor, id: string, practiceId: string): Promise<{ id: string; name: string }> {
    const asked = isId(id) && isId(practiceId) && canVote(actor, id, practiceId);
    const [practice] = asked
      ? await this.database.query<{ id: string; name: string }>(
          `select p.id, p.name from practice p, dialogue_year y
           where p.id = $1 and p.archived_at is null and y.id = $2 and y.state <> 'draft'`,
          [practiceId, id],
        )
      : [];
    return found(practice, 'dialogue-year');
  }

  /** The organiser enters what a theme meeting collected, also after the deadline, until departments are asked. */
  private isOpen(actor: Actor, year: DialogueYear): boolean {
    if (year.state !== 'voting' || !year.voteUntil) return false;
    return canManageDialogue(actor) || this.clock.now() <= year.voteUntil;
  }

  private sourceOf(actor: Actor, practiceId: string): DepartmentVote['source'] {
    if (actor.kind === 'task') return 'link';
    return practicesOf(actor, 'practice-holder', 'practice-contact').includes(practiceId)
      ? 'site'
      : 'meeting';
  }

  private choosable(yearId: string): Promise<Choosable[]> {
    return this.database.query<Choosable>(
      `select d.id, d.name, d.hospital from dialogue_year_department yd join department d on d.id = yd.department_id
       where yd.year_id = $1 order by lower(d.name), d.id`,
      [yearId],
    );
  }

  private async view(
    actor: Actor,
    year: DialogueYear,
    practice: { id: string; name: string },
  ): Promise<DepartmentVoteView> {
    const departments = await this.choosable(year.id);
    const vote = await this.database
      .repository(DepartmentVote)
      .findOneBy({ yearId: year.id, practiceId: practice.id });
    const known = new Set(departments.map(({ id }) => id));
    return {
      yearId: year.id,
      year: year.year,
      practice,
      open: this.isOpen(actor, year),
      voteUntil: year.voteUntil?.toISOString() ?? null,
      most: mostRanked(departments.length),
      departments,
      ranking: (vote?.ranking ?? []).filter((id) => known.has(id)),
      givenAt: vote?.givenAt.toISOString() ?? null,
      version: vote?.version ?? 0,
    };
  }
}
