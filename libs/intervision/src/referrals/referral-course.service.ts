import { Injectable } from '@nestjs/common';
import {
  mondayOf,
  mondayOn,
  REFERRAL_GROUNDS,
  weekOf,
  weeksAfter,
  type ReferralCourseView,
  type ReferralGround,
  type ReferralHomeView,
  type ReferralKind,
  type TaskView,
} from '#libs/contracts';
import { Database, DomainError, fresh, type Actor } from '#libs/platform';
import { courseSeries, courseWeeks, goalView, LONGEST_COURSE, timeOutCount } from './course.rules.js';
import { nextMoment } from './moments.rules.js';
import { ownPractices } from './referrals.policy.js';
import { ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import {
  actionsOf,
  goalsOf,
  momentsOf,
  timeOf,
  weekCounts,
  weekReferrals,
  weekState,
} from './referrals.queries.js';
import { sunday } from './referral-weeks.service.js';

export interface GoalWish {
  about: 'referrals' | 'time-outs';
  /** ISO weeks; the last one belongs to it. */
  baselineFrom: string;
  baselineTo: string;
  percent: number | null;
}

/** Weeks back in which something may still wait for somebody. */
const BEHIND_WEEKS = 6;

/** How the practice is doing: this week, and over the weeks with its goal (REF-07, 11). */
@Injectable()
export class ReferralCourse {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  /** Of one kind per week, for the practice and per GP; for its own people alone. */
  get(actor: Actor, practiceId: string, kind: ReferralKind): Promise<ReferralCourseView> {
    return this.practices.arranging(actor, practiceId, (practice) => this.course(practice, kind));
  }

  /** @throws referral.baseline-invalid, conflict.stale */
  setGoal(
    actor: Actor,
    practiceId: string,
    wish: GoalWish,
    version: number | undefined,
  ): Promise<ReferralCourseView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const from = mondayOf(wish.baselineFrom);
      const to = mondayOf(wish.baselineTo);
      if (!from || !to || to < from || to > practice.today || weeksAfter(from, LONGEST_COURSE) <= to)
        throw new DomainError('referral.baseline-invalid');
      const [row] = await this.database.query<{ version: number }>(
        `select version from referral_goal where practice_id = $1 and about = $2 for update`,
        [practice.id, wish.about],
      );
      if (row) fresh(row, version);
      await this.database.query(
        `insert into referral_goal (practice_id, about, region_id, baseline_from, baseline_to, percent, set_by) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (practice_id, about) do update set baseline_from = excluded.baseline_from, baseline_to = excluded.baseline_to,
           percent = excluded.percent, set_by = excluded.set_by, version = referral_goal.version + 1`,
        [
          practice.id,
          wish.about,
          actor.regionId,
          from,
          to,
          wish.about === 'referrals' ? wish.percent : null,
          actor.personId,
        ],
      );
      this.practices.note(actor, practice, 'goal-set', 'U');
      await this.practices.changed(practice);
      return this.course(practice, 'referral');
    });
  }

  /** Takes the goal away; the weeks stay. */
  dropGoal(actor: Actor, practiceId: string, about: GoalWish['about']): Promise<ReferralCourseView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      await this.database.query(`delete from referral_goal where practice_id = $1 and about = $2`, [
        practice.id,
        about,
      ]);
      this.practices.note(actor, practice, 'goal-dropped', 'D');
      await this.practices.changed(practice);
      return this.course(practice, 'referral');
    });
  }

  /** This week: what there is to do, what it costs, how it goes. */
  home(actor: Actor, practiceId: string): Promise<ReferralHomeView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      const { personId } = actor;
      const monday = mondayOn(practice.today);
      const referrals = await weekReferrals(this.database, practice.id, monday, personId);
      const takesPart = practice.participants.some((person) => person.personId === personId);
      const waiting = takesPart ? referrals.filter(({ mine }) => mine === null) : [];
      const moments = await momentsOf(this.database, practice.id);
      const next = moments
        .flatMap((moment) => nextMoment(moment, practice.now) ?? [])
        .sort((a, b) => a.getTime() - b.getTime())[0];
      const course = await this.course(practice, 'referral');
      const behind = takesPart
        ? await this.database.query<{ week: string; waiting: number }>(
            `select r.week::text as week, count(*)::integer as waiting from reviewed_referral r
             where r.practice_id = $1 and r.week < $2 and r.week >= $3
               and not exists (select 1 from referral_judgement j where j.referral_id = r.id and j.person_id = $4)
               and not exists (select 1 from referral_review w where w.practice_id = r.practice_id and w.week = r.week and w.state = 'done')
             group by r.week order by r.week desc`,
            [practice.id, monday, weeksAfter(monday, -BEHIND_WEEKS), personId],
          )
        : [];
      return {
        practiceId: practice.id,
        practice: practice.name,
        week: weekOf(monday),
        from: monday,
        to: sunday(monday),
        state: (await weekState(this.database, practice.id, monday)).state,
        takesPart,
        fresh: moments.length === 0 && course.weeks.length === 0 && referrals.length === 0,
        moments,
        nextAt: next?.toISOString() ?? null,
        count: referrals.length,
        waiting: waiting.filter(({ own }) => !own).length,
        waitingOwn: waiting.filter(({ own }) => own).length,
        remarkable: referrals.filter(({ remarkable }) => remarkable).length,
        openActions: await actionsOf(this.database, practice.id, practice.today, { open: true }),
        time: await timeOf(this.database, practice.id, personId, practice.today),
        course: course.whole,
        goal: course.goal,
        behind: behind.map(({ week, waiting: count }) => ({ week: weekOf(week), waiting: count })),
      };
    });
  }

  /** What waits for somebody at home: one line per practice, for who takes part there. */
  async attention(actor: Actor): Promise<TaskView[]> {
    const tasks: TaskView[] = [];
    const own = actor.kind === 'person' ? ownPractices(actor) : [];
    if (own.length === 0) return tasks;
    return this.database.transaction(actor, async () => {
      const there = await this.database.query<{ id: string }>(
        `select id from practice where id = any($1::uuid[]) and archived_at is null order by name`,
        [own],
      );
      for (const { id } of there)
        tasks.push(
          ...(await this.practices.inside(actor, id, async (practice) => {
            if (!practice.participants.some(({ personId }) => personId === actor.personId)) return [];
            const monday = mondayOn(practice.today);
            const [row] = await this.database.query<{ week: string; waiting: number }>(
              `select r.week::text as week, count(*)::integer as waiting from reviewed_referral r
               where r.practice_id = $1 and r.week >= $2
                 and not exists (select 1 from referral_judgement j where j.referral_id = r.id and j.person_id = $3)
                 and not exists (select 1 from referral_review w where w.practice_id = r.practice_id and w.week = r.week and w.state = 'done')
               group by r.week order by r.week limit 1`,
              [practice.id, weeksAfter(monday, -1), actor.personId],
            );
            return row ? [reviewTask(practice, weekOf(row.week), row.waiting, own.length > 1)] : [];
          })),
        );
      return tasks;
    });
  }

  private async course(practice: OpenPractice, kind: ReferralKind): Promise<ReferralCourseView> {
    const counts = await weekCounts(this.database, practice.id);
    const thisWeek = mondayOn(practice.today);
    const { state } = await weekState(this.database, practice.id, thisWeek);
    const weeks = courseWeeks(counts, thisWeek, state === 'done');
    const { referrals, timeOuts } = await goalsOf(this.database, practice.id);
    const grounds = await this.database.query<{ ground: ReferralGround; count: number }>(
      `select j.ground, count(*)::integer as count from referral_judgement j
         join reviewed_referral r on r.id = j.referral_id join referral_review w on w.practice_id = r.practice_id and w.week = r.week
       where j.practice_id = $1 and j.ground is not null and w.state <> 'open' group by 1`,
      [practice.id],
    );
    const since = timeOuts ? weeksAfter(timeOuts.baselineTo, 1) : '0000';
    return {
      practiceId: practice.id,
      practice: practice.name,
      kind,
      weeks: weeks.map(weekOf),
      ...courseSeries(practice.name, weeks, counts, kind, referrals, practice.participants),
      goal: referrals && goalView(referrals, weeks, counts),
      timeOuts: {
        baselineFrom: timeOuts && weekOf(timeOuts.baselineFrom),
        baselineTo: timeOuts && weekOf(timeOuts.baselineTo),
        before: timeOuts
          ? timeOutCount(counts, timeOuts.baselineFrom, timeOuts.baselineTo)
          : { weeks: 0, timeOuts: 0, advice: 0 },
        since: timeOutCount(counts, since, '9999'),
      },
      grounds: REFERRAL_GROUNDS.map((ground) => ({
        ground,
        count: grounds.find((one) => one.ground === ground)?.count ?? 0,
      })),
    };
  }
}

/** Referrals that somebody looks at in a minute. */
const PER_MINUTE = 4;

function reviewTask(practice: OpenPractice, week: string, waiting: number, named: boolean): TaskView {
  const number = Number(week.slice(6));
  const of = named ? ` (${practice.name})` : '';
  return {
    id: `referrals/${practice.id}/${week}`,
    kind: 'review-referrals',
    title: { nl: `Verwijzingen van week ${number}${of}`, en: `Referrals of week ${number}${of}` },
    sentence: {
      nl:
        waiting === 1
          ? 'Eén verwijzing wacht op uw oordeel.'
          : `${waiting} verwijzingen wachten op uw oordeel.`,
      en:
        waiting === 1
          ? 'One referral waits for your judgement.'
          : `${waiting} referrals wait for your judgement.`,
    },
    action: { nl: 'Bekijken', en: 'Look' },
    minutes: Math.max(1, Math.ceil(waiting / PER_MINUTE)),
    deadline: null,
    href: `/verwijzingen/week/${week}${named ? `?praktijk=${practice.id}` : ''}`,
  };
}
