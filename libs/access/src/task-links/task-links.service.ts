import { Injectable } from '@nestjs/common';
import type { TaskKind, TaskLinkView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  Clock,
  Database,
  DomainError,
  newId,
  Secrets,
  sha256,
  systemActor,
  type Actor,
} from '#libs/platform';
import { SessionsService, type Entrance, type Visitor } from '../sessions/sessions.service.js';
import { TaskKinds, type TaskDescription } from './task-kinds.service.js';

interface OpenLink {
  id: string;
  region_id: string;
  person_id: string;
  kind: TaskKind;
  subject_id: string;
  practice_id: string | null;
  expires_at: Date;
}

const EXPIRED: TaskLinkView = {
  state: 'expired',
  kind: null,
  title: null,
  practice: null,
  region: null,
  minutes: null,
  deadline: null,
};

/**
 * Links in mails that ask something (decisions: Doors and identities): 256 bits, stored hashed, good until the deadline as
 * often as needed, for that task of that person alone. A link over a practice ends with the person's last role there.
 */
@Injectable()
export class TaskLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly sessions: SessionsService,
    private readonly kinds: TaskKinds,
  ) {}

  /**
   * Makes a link inside the open transaction, in the actor's region.
   * @returns the id that mail parameters carry; the usable link is `Secrets.token('task-link', id)`, made when rendered.
   */
  async create(
    actor: Pick<Actor, 'regionId'>,
    link: { personId: string; kind: TaskKind; subjectId: string; practiceId: string | null; until: Date },
  ): Promise<string> {
    const id = newId();
    const token = sha256(this.secrets.token('task-link', id));
    await this.database.transaction(actor, () =>
      this.database.query('select task_link_create($1, $2, $3, $4, $5, $6, $7)', [
        id,
        link.personId,
        link.kind,
        link.subjectId,
        link.practiceId,
        token,
        link.until,
      ]),
    );
    return id;
  }

  /** Moves the end of every link to a subject of the open transaction's region, with its deadline. @returns how many. */
  async move(subjectId: string, until: Date): Promise<number> {
    const [row] = await this.database.query<{ n: number }>('select task_links_move($1, $2) as n', [
      subjectId,
      until,
    ]);
    return row?.n ?? 0;
  }

  /** Ends somebody's links to a subject of the open transaction's region; their task sessions end with them. */
  async revoke(subjectId: string, personId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>('select task_links_revoke($1, $2, $3) as n', [
      subjectId,
      personId,
      this.clock.now(),
    ]);
    return row?.n ?? 0;
  }

  /** What the link page shows. Never consumes anything: mail scanners may look as often as they like. */
  async view(token: string): Promise<TaskLinkView> {
    const link = await this.open(token);
    if (!link) return EXPIRED;
    return this.database.transaction({ regionId: link.region_id }, async () => {
      const task = await this.describe(link);
      if (!task) return EXPIRED;
      const [names] = await this.database.query<{ region: string; practice: string | null }>(
        `select region.name as region, practice.name as practice from region left join practice on practice.id = $2
         where region.id = $1`,
        [link.region_id, link.practice_id],
      );
      return {
        state: 'ready',
        kind: link.kind,
        title: task.title,
        practice: names?.practice ?? null,
        region: names?.region ?? null,
        minutes: task.minutes,
        deadline: task.deadline,
      };
    });
  }

  /**
   * The button on the link page: a session that is good for this task alone. Who is signed in already as the same person
   * keeps the full session, moved to the region of the task when it is another.
   * @throws auth.link-invalid when the link is unknown, past its deadline or taken back.
   */
  async use(token: string, visitor: Visitor): Promise<Entrance> {
    const link = await this.open(token);
    if (!link) throw new DomainError('auth.link-invalid');
    const region = { regionId: link.region_id };
    const task = await this.database.transaction(region, () => this.describe(link));
    if (!task) throw new DomainError('auth.link-invalid');
    const { current } = visitor;
    if (current?.kind === 'person' && current.personId === link.person_id) {
      if (current.regionId === link.region_id) return { href: task.href, session: null };
      const elsewhere = await this.sessions.switchRegion(current, link.region_id, visitor).catch(() => null);
      if (elsewhere) return { ...elsewhere, href: task.href };
    }
    const actor: Actor = {
      ...systemActor(link.region_id),
      kind: 'task',
      personId: link.person_id,
      request: visitor.request,
      task: { id: link.id, kind: link.kind, subjectId: link.subject_id, practiceId: link.practice_id },
    };
    return this.database.transaction(region, async () => {
      this.audit.record(actor, {
        event: 'task-link.used',
        action: 'E',
        subjectKind: link.kind,
        subjectId: link.subject_id,
        practiceId: link.practice_id,
      });
      const session = await this.sessions.create({
        personId: link.person_id,
        regionId: link.region_id,
        kind: 'task',
        taskLinkId: link.id,
        device: visitor.device,
        replaces: current,
        until: link.expires_at,
      });
      return { href: task.href, session };
    });
  }

  /** Page of the task that a task actor may reach. Inside the open transaction. */
  async hrefOf(actor: Actor): Promise<string> {
    if (!actor.task || !actor.personId) throw new DomainError('auth.link-invalid');
    const task = await this.kinds.describe(systemActor(actor.regionId), actor.task.kind, {
      personId: actor.personId,
      subjectId: actor.task.subjectId,
      practiceId: actor.task.practiceId,
    });
    if (!task) throw new DomainError('auth.link-invalid');
    return task.href;
  }

  private async open(token: string): Promise<OpenLink | null> {
    const [link] = await this.database.definer<OpenLink>('select * from task_link_open($1, $2)', [
      sha256(token),
      this.clock.now(),
    ]);
    return link ?? null;
  }

  private describe(link: OpenLink): Promise<TaskDescription | null> {
    return this.kinds.describe(systemActor(link.region_id), link.kind, {
      personId: link.person_id,
      subjectId: link.subject_id,
      practiceId: link.practice_id,
    });
  }
}
