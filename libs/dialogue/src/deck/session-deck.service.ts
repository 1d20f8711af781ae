import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { deck, pdf } from '#libs/documents';
import { Clock, Database, localDay, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { questionBoard, type BoardQuestion } from '../questions/board.queries.js';
import { minutesBetween, plannedHour } from '../specialist/preparation.rules.js';
import { contextOf, isShared, preparedSession } from '../specialist/specialist.queries.js';
import { ownPartOf } from '../specialist/specialist.service.js';
import { questionsList } from './questions-list.rules.js';
import { sessionDeck, type SessionDeck } from './session-deck.rules.js';

export interface SessionFile {
  name: string;
  type: string;
  body: Buffer;
}

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** The questions of a session as files, in the language of who asks for them (DIA-08, DIA-09). */
@Injectable()
export class SessionDecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Slides for the hour. @throws not-found · auth.forbidden */
  async deck(actor: Actor, sessionId: string): Promise<SessionFile> {
    const described = await this.describe(actor, sessionId, 'deck.pptx');
    return {
      name: fileName(described, actor.language === 'en' ? 'dialogue-session' : 'dialoogsessie', 'pptx'),
      type: PPTX,
      body: await deck(sessionDeck(described)),
    };
  }

  /** The list of questions on paper, with room to write. @throws not-found · auth.forbidden */
  async questions(actor: Actor, sessionId: string): Promise<SessionFile> {
    const described = await this.describe(actor, sessionId, 'questions.pdf');
    return {
      name: fileName(described, actor.language === 'en' ? 'questions' : 'vragen', 'pdf'),
      type: 'application/pdf',
      body: await pdf(questionsList(described)),
    };
  }

  private describe(actor: Actor, sessionId: string, file: string): Promise<SessionDeck> {
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId);
      const { region, department, handout: _handout, ...contact } = await contextOf(this.database, session);
      const whole = await questionBoard(this.database, session.id);
      // the organiser can look at the slides before anything was shared
      const early = session.sharedAt === null && canManageDialogue(actor);
      // parked questions are not for this hour; the handout may still answer them
      const shown = (question: BoardQuestion): boolean =>
        question.fate !== 'parked' && (early || isShared(question));
      this.audit.record(actor, {
        event: 'session-file.made',
        action: 'R',
        subjectKind: 'dialogue-session',
        subjectId: session.id,
        detail: { file },
      });
      return {
        language: actor.language,
        title: session.title,
        department,
        region,
        startsAt: session.startsAt,
        madeAt: this.clock.now(),
        parts: plannedHour(whole, minutesBetween(session.startsAt, session.endsAt), shown),
        ownPart: await ownPartOf(this.database, session.id),
        contact,
      };
    });
  }
}

/** `dialoogsessie-dermatologie-2026-04-14.pptx`: letters that every computer takes, no spaces (journeys D8). */
function fileName({ department, startsAt }: SessionDeck, what: string, ending: string): string {
  const plain = department
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return [what, plain, localDay(startsAt)].filter(Boolean).join('-') + `.${ending}`;
}
