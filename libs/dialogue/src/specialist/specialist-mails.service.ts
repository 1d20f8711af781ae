import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailsService } from '#libs/notifications';
import { Database, type Actor } from '#libs/platform';
import { questionBoard } from '../questions/board.queries.js';
import { SessionLinks } from '../sessions/session-links.service.js';
import type { Session } from '../sessions/session.entity.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { progressOf, type Progress } from './preparation.rules.js';
import { contextOf, sharedOf } from './specialist.queries.js';
import { specialistsOf } from '../sessions/sessions.queries.js';

/** What preparing takes, in minutes (journeys D4). */
const PREPARING = 45;

/** Mails to the specialists of a session, each with a personal link. Everything inside the open transaction. */
@Injectable()
export class SpecialistMails implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly mails: MailsService,
    private readonly links: SessionLinks,
    private readonly steps: StepActions,
  ) {}

  onModuleInit(): void {
    this.steps.register('remind-specialist', (actor, session) => this.remind(actor, session));
  }

  /** Four weeks before: these are the questions (DIA-08). @returns mails planned, one per specialist */
  async questions(actor: Actor, session: Session): Promise<number> {
    return this.toEach(actor, session, ({ questions, practices }) => ({
      template: 'specialist-questions',
      params: { questions, practices, minutes: PREPARING },
    }));
  }

  /** A week before: how far the preparation is. Nobody is reminded of what was not shared, or is done. @returns mails planned */
  async remind(actor: Actor, session: Session): Promise<number> {
    if (!session.sharedAt) return 0;
    return this.toEach(actor, session, ({ prepared, questions }) =>
      prepared < questions ? { template: 'specialist-reminder', params: { prepared, questions } } : null,
    );
  }

  private async toEach(
    actor: Actor,
    session: Session,
    say: (progress: Progress) =>
      | {
          template: 'specialist-questions';
          params: { questions: number; practices: number; minutes: number };
        }
      | { template: 'specialist-reminder'; params: { prepared: number; questions: number } }
      | null,
  ): Promise<number> {
    const said = say(progressOf(sharedOf(await questionBoard(this.database, session.id))));
    if (!said) return 0;
    const people = await specialistsOf(this.database, session.id);
    const { department } = await contextOf(this.database, session);
    for (const to of people) {
      const taskLinkId = await this.links.forSpecialist(actor, session, to.personId);
      const moment = { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() };
      const params = { ...said.params, taskLinkId, department, ...moment };
      await this.mails.plan(actor, {
        template: said.template,
        params: params as never,
        to,
        subjectId: session.id,
      });
    }
    return people.length;
  }
}
