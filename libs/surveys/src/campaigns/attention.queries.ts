import type { CampaignStepKind, Words } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** A step that asks for the organiser, or comes up. */
export interface WatchedStep {
  id: string;
  campaignId: string;
  title: Words;
  kind: CampaignStepKind;
  number: number | null;
  dueAt: Date;
  state: 'planned' | 'late';
  /** When the campaign closes. */
  closesAt: Date | null;
}

/**
 * Steps of campaigns that go on: those that were missed, and those that come before `until`. One statement.
 * @param overdue a step that is planned and was due before this moment could not be carried out
 */
export function watchedSteps(
  database: Database,
  moments: { overdue: Date; until: Date },
): Promise<(WatchedStep & { stuck: boolean })[]> {
  return database.query(
    `select s.id, c.id as "campaignId", c.title, s.kind, s.number, s.due_at as "dueAt", s.state, e.due_at as "closesAt",
       s.state = 'planned' and s.due_at < $1 as stuck
     from campaign c join campaign_step s on s.campaign_id = c.id
       left join campaign_step e on e.campaign_id = c.id and e.kind = 'close' and e.state = 'planned'
     where c.state in ('planned', 'running') and (s.state = 'late' or (s.state = 'planned' and s.due_at < $2))
     order by s.due_at, s.id limit 50`,
    [moments.overdue, moments.until],
  );
}
