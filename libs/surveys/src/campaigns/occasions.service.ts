import { Injectable } from '@nestjs/common';
import { campaignRoom, type Attendee, type Facts, type Words } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { Clock, Database, daysBefore, newId, Rooms, type Actor } from '#libs/platform';
import { QuestionnairesQueries } from '../questionnaires/questionnaires.queries.js';
import { peopleNamed } from './audience.queries.js';
import { Campaign } from './campaign.entity.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { InvitationsService } from './invitations.service.js';
import { levelByItself } from './levels.rules.js';
import { endOfWave, nextDay } from './steps.rules.js';
import { StepsService } from './steps.service.js';

/** Time to answer about something that happened yesterday, and the one reminder in it. */
const RESPONSE_DAYS = 7;
const REMINDER_DAYS = [3];

/** Nobody is asked about something of longer ago: a list that was read in, a server that was off for weeks. */
const FORGOTTEN_DAYS = 14;

/** What happened, in the words of this context. */
interface Occasion {
  subjectKind: 'round' | 'session' | 'meeting';
  subjectId: string;
  /** The meeting, where a round has many. */
  occasionId: string;
  questionnaire: 'intervision-evaluation' | 'dialogue-evaluation';
  title: Words;
  department: string | null;
  theme: string | null;
  endedAt: Date;
  /** Another one follows: the campaign waits for its evaluation too. */
  lastEndsAt: Date | null;
  attendees: readonly Attendee[];
}

/**
 * Evaluations that start by themselves (DIA-15, SUR-15): a session has one; the meetings of all groups of a round share one, because
 * four to six practices are too few for results of their own. A meeting outside groups (GRP-09) has nothing to share with and has its own.
 * The same fact twice is once.
 */
@Injectable()
export class OccasionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly questionnaires: QuestionnairesQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly invitations: InvitationsService,
    private readonly steps: StepsService,
  ) {}

  sessionEnded(actor: Actor, fact: Facts['session.ended']): Promise<void> {
    return this.evaluate(actor, {
      subjectKind: 'session',
      subjectId: fact.sessionId,
      occasionId: fact.sessionId,
      questionnaire: 'dialogue-evaluation',
      title: { nl: fact.title, en: fact.title },
      department: fact.department,
      theme: null,
      endedAt: new Date(fact.endedAt),
      lastEndsAt: null,
      attendees: fact.attendees,
    });
  }

  meetingClosed(actor: Actor, fact: Facts['meeting.closed']): Promise<void> {
    return this.evaluate(actor, {
      ...(fact.roundId === null
        ? {
            subjectKind: 'meeting',
            subjectId: fact.meetingId,
            title: { nl: `Bijeenkomst: ${fact.theme}`, en: `Meeting: ${fact.theme}` },
          }
        : {
            subjectKind: 'round',
            subjectId: fact.roundId,
            title: { nl: `Bijeenkomsten van ${fact.round}`, en: `Meetings of ${fact.round}` },
          }),
      occasionId: fact.meetingId,
      questionnaire: 'intervision-evaluation',
      department: null,
      theme: fact.theme,
      endedAt: new Date(fact.endedAt),
      lastEndsAt: fact.lastEndsAt === undefined ? null : new Date(fact.lastEndsAt),
      attendees: fact.attendees,
    });
  }

  private async evaluate(actor: Actor, occasion: Occasion): Promise<void> {
    if (occasion.endedAt < daysBefore(this.clock.now(), FORGOTTEN_DAYS)) return;
    await this.database.transaction(actor, async () => {
      // facts about one round or session wait for each other, also before there is a campaign to hold
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('campaign ' || $1, 0))`, [
        occasion.subjectId,
      ]);
      const campaign = await this.campaignFor(actor, occasion);
      if (!campaign) return;
      await this.addWave(actor, campaign, occasion);
    });
  }

  /** The campaign that this occasion belongs to, held; made when there is none. Null when there is nothing to do. */
  private async campaignFor(actor: Actor, occasion: Occasion): Promise<Campaign | null> {
    const [known] = await this.database.query<{ id: string; state: string; heard: boolean }>(
      `select c.id, c.state, exists (select 1 from invitation i join campaign o on o.id = i.campaign_id
           where o.subject_kind = c.subject_kind and o.subject_id = c.subject_id and i.occasion_id = $3) as heard
       from campaign c where c.subject_kind = $1 and c.subject_id = $2 order by c.id desc limit 1`,
      [occasion.subjectKind, occasion.subjectId, occasion.occasionId],
    );
    // what the organiser stopped is not started again by the next group
    if (known && (known.heard || known.state === 'stopped' || occasion.subjectKind !== 'round')) return null;
    if (known && (known.state === 'planned' || known.state === 'running')) {
      const campaign = await this.campaigns.lock(known.id);
      if (campaign.state === 'planned' || campaign.state === 'running') return campaign;
    }
    const people = await peopleNamed(
      this.database,
      occasion.attendees.map(({ personId }) => personId),
    );
    return people.some(({ reachable }) => reachable) ? this.start(actor, occasion) : null;
  }

  private async start(actor: Actor, occasion: Occasion): Promise<Campaign> {
    const version = await this.questionnaires.builtIn(actor.regionId, occasion.questionnaire);
    const now = this.clock.now();
    const id = newId();
    await this.database.repository(Campaign).insert({
      id,
      regionId: actor.regionId,
      questionnaireVersionId: version.id,
      title: occasion.title,
      state: 'planned',
      anonymity: 'confidential',
      audience: { kind: 'attendees' },
      subjectKind: occasion.subjectKind,
      subjectId: occasion.subjectId,
      department: occasion.department,
      responseDays: RESPONSE_DAYS,
      reminderDays: REMINDER_DAYS,
      unreachable: [],
      launchedBy: null,
      launchedAt: now,
      createdAt: now,
      version: 1,
    });
    this.note(actor, 'campaign.started', 'C', id, { [occasion.subjectKind]: occasion.subjectId });
    return this.campaigns.lock(id);
  }

  /** Invites who was there. Meetings of one day share a wave; a wave whose mails went out takes nobody in. */
  private async addWave(actor: Actor, campaign: Campaign, occasion: Occasion): Promise<void> {
    const people = await peopleNamed(
      this.database,
      occasion.attendees.map(({ personId }) => personId),
    );
    const reachable = new Set(people.flatMap(({ id, reachable }) => (reachable ? [id] : [])));
    const opensAt = nextDay(occasion.endedAt, await this.evaluationTime());
    const steps = await this.campaigns.steps(campaign.id);
    const sameDay = steps.find(
      ({ kind, state, dueAt }) =>
        kind === 'invite' && state === 'planned' && dueAt.getTime() === opensAt.getTime(),
    );
    const wave = sameDay?.wave ?? Math.max(0, ...steps.map((step) => step.wave)) + 1;
    const invited = await this.invitations.write(campaign, {
      wave,
      occasionId: occasion.occasionId,
      people: once(occasion.attendees)
        .filter(({ personId }) => reachable.has(personId))
        .map(({ personId, practiceId, role }) => ({ personId, practiceId, role, theme: occasion.theme })),
    });
    const openUntil = occasion.lastEndsAt
      ? endOfWave(nextDay(occasion.lastEndsAt, await this.evaluationTime()), campaign.responseDays)
      : undefined;
    if (invited > 0 && !sameDay) await this.steps.planWave(campaign, wave, opensAt, openUntil);
    else if (invited > 0) await this.steps.closeAfter(campaign, wave, opensAt, openUntil);
    await this.settle(actor, campaign, occasion, {
      wave,
      invited,
      unreachable: people.flatMap(({ id, reachable: mailed }) => (mailed ? [] : [id])),
    });
  }

  private async settle(
    actor: Actor,
    campaign: Campaign,
    occasion: Occasion,
    added: { wave: number; invited: number; unreachable: string[] },
  ): Promise<void> {
    // until the first mail nobody was promised anything: each group that joins may make more true
    const anonymity =
      campaign.state === 'planned'
        ? levelByItself(await this.campaigns.invitedSize(campaign.id))
        : campaign.anonymity;
    await this.database.repository(Campaign).update(
      { id: campaign.id },
      {
        anonymity,
        unreachable: [...new Set([...campaign.unreachable, ...added.unreachable])],
        version: campaign.version + 1,
      },
    );
    this.note(actor, 'campaign.wave-added', 'U', campaign.id, {
      occasion: occasion.occasionId,
      wave: added.wave,
      invited: added.invited,
      unreachable: added.unreachable.length,
    });
    await this.rooms.announce(campaignRoom(campaign.id), 'campaign.changed');
  }

  private async evaluationTime(): Promise<string> {
    const [region] = await this.database.query<{ time: string }>(
      `select evaluation_time as time from region where id = current_region()`,
    );
    return region?.time ?? '09:00';
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'campaign', subjectId, detail });
  }
}

/** Each person once: who is there for two practices, or leads as well, counts for the first. */
function once(attendees: readonly Attendee[]): Attendee[] {
  const seen = new Set<string>();
  return attendees.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
}
