import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sessionRoom, type HandoutRecipientsView, type HandoutView } from '#libs/contracts';
import { PeopleQueries } from '#libs/access';
import { MailsService, type PlannedMail } from '#libs/notifications';
import {
  allow,
  Clock,
  Database,
  dayAt,
  DomainError,
  Facts,
  found,
  fresh,
  guardedTexts,
  localInstant,
  Rooms,
  type Actor,
} from '#libs/platform';
import { questionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionLinks } from '../sessions/session-links.service.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { InsightOffers } from '../specialist/insight-offers.service.js';
import { contextOf } from '../specialist/specialist.queries.js';
import { specialistsOf } from '../sessions/sessions.queries.js';
import type { Handout } from './handout.entity.js';
import { fateInHandout, itemsOf } from './handout.rules.js';
import { everyQuestion, handoutOf, openPractices, toldOf } from './handouts.queries.js';
import { HandoutsService } from './handouts.service.js';

/** What checking takes, in minutes (journeys D4). */
const CHECKING = 5;
/** Days that a specialist has for it when the organiser says nothing. */
const CHECK_DAYS = 7;
const CHECK_TIME = '18:00';

type Published = PlannedMail<'handout-published'>;

/** A handout on its way out: checked by the specialist, published to every practice, taken back. */
@Injectable()
export class HandoutPublishing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly facts: Facts,
    private readonly handouts: HandoutsService,
    private readonly people: PeopleQueries,
    private readonly mails: MailsService,
    private readonly links: SessionLinks,
    private readonly insights: InsightOffers,
    private readonly steps: StepActions,
  ) {}

  onModuleInit(): void {
    this.steps.register('handout', async (actor, session) => {
      await this.handouts.ensure(actor, session);
      return null;
    });
    this.steps.register('remind-handout', (actor, session) => this.remind(actor, session));
  }

  /**
   * Asks every specialist of the session to check it, by a mail with a personal link.
   * @param until local date of the last day, `YYYY-MM-DD`; a week from now when left out
   * @throws session.no-specialist · handout.published · session.times-invalid for a day that is over
   */
  async sendToCheck(
    actor: Actor,
    sessionId: string,
    wish: { until?: string },
    version?: number,
  ): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const session = await this.handouts.organised(actor, sessionId);
      const handout = await this.openHandout(session, version);
      const now = this.clock.now();
      const until = wish.until ? localInstant(wish.until, CHECK_TIME) : dayAt(now, CHECK_DAYS, CHECK_TIME);
      if (until <= now) throw new DomainError('session.times-invalid');
      handout.state = 'checking';
      handout.checkUntil = until;
      handout.checkNote = null;
      await this.keep(session, handout);
      const mails = await this.askToCheck(actor, session, until);
      if (mails === 0) throw new DomainError('session.no-specialist');
      this.handouts.note(actor, session.id, 'handout.sent-to-check', { mails });
      return this.handouts.view(actor, session, handout, 'organiser');
    });
  }

  /** "Klopt": the specialist has checked it. @throws auth.forbidden for anybody else · handout.not-ready · text.identifiers */
  async check(
    actor: Actor,
    sessionId: string,
    wish: { note?: string; confirmed?: boolean },
    version?: number,
  ): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const { session, handout, hold } = await this.handouts.writableBy(actor, sessionId);
      allow(hold === 'specialist');
      fresh(handout, version);
      const { note } = guardedTexts({ note: wish.note ?? '' }, wish.confirmed ?? false);
      handout.state = 'checked';
      handout.checkedAt = this.clock.now();
      handout.checkedBy = actor.personId;
      handout.checkNote = note === '' ? null : note;
      await this.keep(session, handout);
      this.handouts.note(actor, session.id, 'handout.checked', { noted: note !== '' });
      return this.handouts.view(actor, session, handout, hold);
    });
  }

  /** Exactly who gets a mail when it is published now, for the confirmation. @throws not-found · auth.forbidden */
  async recipients(actor: Actor, sessionId: string): Promise<HandoutRecipientsView> {
    return this.database.transaction(actor, async () => {
      const session = await this.handouts.organised(actor, sessionId);
      const told = await toldOf(this.database, session.id);
      const { addressed, without } = await this.addressees();
      const practices = addressed.map(({ practice, people }) => ({
        practice: practice.name,
        people: people
          .filter(({ personId }) => !told.has(`${personId} ${practice.id}`))
          .map(({ name }) => name),
      }));
      return { practices: practices.filter(({ people }) => people.length > 0), without, told: told.size };
    });
  }

  /**
   * Opens it to every practice of the region and tells their addressees, each with a personal link; whoever was told of an earlier
   * publication is not mailed again. Every question gets its fate (feature 40), and what the specialist agreed to goes on (LOOP-04, BES-04).
   * @throws conflict.stale · handout.published · handout.not-ready
   */
  async publish(actor: Actor, sessionId: string, version?: number): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const session = await this.handouts.organised(actor, sessionId);
      const handout = await this.openHandout(session, version);
      const shown = itemsOf(handout.content).length;
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      const now = this.clock.now();
      handout.state = 'published';
      handout.publishedAt = now;
      handout.publishedBy = actor.personId;
      handout.edition += 1;
      const department = await this.keep(session, handout);
      await this.settleFates(session, handout, now);
      const mails = await this.tellPractices(actor, session, department, shown);
      await this.facts.publish(actor, 'handout.published', {
        sessionId: session.id,
        title: handout.content.title,
        department,
      });
      // what was offered once is with the region; a corrected text is not a second insight
      if (handout.edition === 1) await this.insights.offer(actor, session);
      this.handouts.note(actor, session.id, 'handout.published', { mails, edition: handout.edition });
      return this.handouts.view(actor, session, handout, 'organiser');
    });
  }

  /**
   * Takes it back: nobody but its makers can read it until it is published again, and mails that did not leave stay. Whoever has the mail
   * hears on the page that it is being improved.
   * @throws conflict.stale · handout.not-ready when it is not out
   */
  async retract(actor: Actor, sessionId: string, version?: number): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const session = await this.handouts.organised(actor, sessionId);
      const handout = found(await handoutOf(this.database, session.id, true), 'handout');
      fresh(handout, version);
      if (handout.state !== 'published') throw new DomainError('handout.not-ready');
      handout.state = handout.checkedAt ? 'checked' : 'draft';
      await this.keep(session, handout);
      const cancelled = await this.mails.cancel(session.id, ['handout-published']);
      this.handouts.note(actor, session.id, 'handout.retracted', { cancelled });
      return this.handouts.view(actor, session, handout, 'organiser');
    });
  }

  /** Whoever was asked to check it and did not. @returns mails planned */
  private async remind(actor: Actor, session: Session): Promise<number> {
    const handout = await handoutOf(this.database, session.id, true);
    if (handout?.state !== 'checking') return 0;
    const now = this.clock.now();
    const until =
      handout.checkUntil && handout.checkUntil > now ? handout.checkUntil : dayAt(now, 3, CHECK_TIME);
    if (until !== handout.checkUntil) {
      handout.checkUntil = until;
      await this.keep(session, handout);
    }
    return this.askToCheck(actor, session, until);
  }

  private async openHandout(session: Session, version: number | undefined): Promise<Handout> {
    const handout = found(await handoutOf(this.database, session.id, true), 'handout');
    fresh(handout, version);
    if (handout.state === 'published') throw new DomainError('handout.published');
    return handout;
  }

  /** @returns the department's name */
  private async keep(session: Session, handout: Handout): Promise<string> {
    const { department } = await contextOf(this.database, session);
    await this.handouts.save(handout, department);
    await this.rooms.announce(sessionRoom(session.id), 'session.changed');
    return department;
  }

  private async askToCheck(actor: Actor, session: Session, until: Date): Promise<number> {
    const { department } = await contextOf(this.database, session);
    const people = await specialistsOf(this.database, session.id);
    for (const to of people)
      await this.mails.plan(actor, {
        template: 'handout-check',
        params: {
          taskLinkId: await this.links.forSpecialist(actor, session, to.personId),
          department,
          ...momentsOf(session),
          deadline: until.toISOString(),
          minutes: CHECKING,
        },
        to,
        subjectId: session.id,
      });
    return people.length;
  }

  private async tellPractices(
    actor: Actor,
    session: Session,
    department: string,
    questions: number,
  ): Promise<number> {
    const told = await toldOf(this.database, session.id);
    const { addressed } = await this.addressees();
    const mails: Published[] = [];
    for (const { practice, people } of addressed)
      for (const { personId, name, email, language } of people) {
        if (told.has(`${personId} ${practice.id}`)) continue;
        mails.push({
          template: 'handout-published',
          params: {
            taskLinkId: await this.links.forPractice(actor, session, personId, practice.id),
            department,
            ...momentsOf(session),
            practice: practice.name,
            practiceId: practice.id,
            questions,
          },
          to: { personId, name, email, language },
          subjectId: session.id,
        });
      }
    await this.mails.planAll(actor, mails);
    return mails.length;
  }

  private async addressees() {
    const practices = await openPractices(this.database);
    const people = await this.people.addresseesOfPractices(practices.map(({ id }) => id));
    const addressed = practices.map((practice) => ({ practice, people: people.get(practice.id) ?? [] }));
    return {
      addressed: addressed.filter((one) => one.people.length > 0),
      without: addressed.filter((one) => one.people.length === 0).map(({ practice }) => practice.name),
    };
  }

  private async settleFates(session: Session, handout: Handout, now: Date): Promise<void> {
    const items = new Map(itemsOf(handout.content, true).map((item) => [item.questionId, item]));
    const fates = everyQuestion(await questionBoard(this.database, session.id)).flatMap(({ id, fate }) => {
      const next = fateInHandout(fate, items.get(id));
      return next === fate ? [] : [{ id, fate: next }];
    });
    if (fates.length === 0) return;
    await this.database.query(
      `update session_question q set fate = n.fate, fate_reason = null, fate_at = $2, version = q.version + 1
       from jsonb_to_recordset($1) as n(id uuid, fate text) where q.id = n.id`,
      [JSON.stringify(fates), now],
    );
  }
}

const momentsOf = (session: Session): { startsAt: string; endsAt: string } => ({
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
});
