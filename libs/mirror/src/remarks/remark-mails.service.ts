import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { MailsService } from '#libs/notifications';
import type { Actor } from '#libs/platform';
import type { FigureRemark } from './figure-remark.entity.js';
import type { RemarkRow } from './remarks.queries.js';
import type { RemarkVerdict } from './remarks.rules.js';

/** Tells who wrote a remark that it was answered (MIR-03). What was said and the figure itself stay behind the sign-in. */
@Injectable()
export class RemarkMails {
  constructor(
    private readonly mails: MailsService,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * Plans the mail inside the transaction of the answer, which is given once. Nobody gets it who no longer works for the practice, or who
   * answered themselves.
   * @returns whether there is somebody to tell
   */
  async answered(
    actor: Actor,
    remark: FigureRemark,
    { practice, title, measureCode, item, itemName, from }: RemarkRow,
    verdict: RemarkVerdict,
  ): Promise<boolean> {
    const { practiceId, authorId, kind } = remark;
    if (authorId === null || authorId === actor.personId) return false;
    const writer = (await this.people.peopleOfPractice(practiceId)).find(
      ({ personId }) => personId === authorId,
    );
    if (!writer) return false;
    await this.mails.plan(actor, {
      template: 'remark-answered',
      params: {
        practiceId,
        practice,
        measure: { code: measureCode, title: title ?? { nl: measureCode, en: measureCode } },
        item: { code: item, name: itemName ?? item },
        from,
        kind,
        verdict,
      },
      to: writer,
      subjectId: remark.id,
    });
    return true;
  }
}
