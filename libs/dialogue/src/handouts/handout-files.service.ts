import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { letter, pdf } from '#libs/documents';
import { Database, type Actor } from '#libs/platform';
import { handoutFileName, handoutPaper } from './handout-paper.template.js';
import { HandoutsService } from './handouts.service.js';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The handout to take along, for whoever may read the page (DIA-14). */
@Injectable()
export class HandoutFiles {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly handouts: HandoutsService,
  ) {}

  /** @throws as `HandoutsService.get` */
  async file(
    actor: Actor,
    sessionId: string,
    ending: 'pdf' | 'docx',
  ): Promise<{ name: string; type: string; body: Buffer }> {
    const { paper, name } = await this.database.transaction(actor, async () => {
      const { session, handout, hold } = await this.handouts.readableBy(actor, sessionId);
      const view = await this.handouts.view(actor, session, handout, hold);
      this.audit.record(actor, {
        event: 'handout.downloaded',
        action: 'R',
        subjectKind: 'dialogue-session',
        subjectId: session.id,
        detail: { ending },
      });
      // the same publication gives the same file
      const madeAt = handout.state === 'published' ? (handout.publishedAt ?? handout.madeAt) : handout.madeAt;
      return {
        paper: handoutPaper(view, madeAt),
        name: handoutFileName(view.department, view.startsAt, ending),
      };
    });
    return { name, type: TYPES[ending], body: await (ending === 'pdf' ? pdf(paper) : letter(paper)) };
  }
}
