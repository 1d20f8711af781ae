import { Injectable } from '@nestjs/common';
import { OwnDataService, RegionsService } from '#libs/access';
import { AuditService } from '#libs/audit';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { KeptDialogue } from '#libs/dialogue';
import {
  KeptActions,
  KeptAgreements,
  KeptAnswers,
  KeptAttendance,
  KeptPolls,
  KeptReferrals,
  KeptTexts,
} from '#libs/intervision';
import { KeptWords } from '#libs/mirror';
import { MailboxService } from '#libs/notifications';
import { Clock, Database, type Actor } from '#libs/platform';
import { PracticeData } from '#libs/practices';

/** What is kept about somebody, put together at the door: each context gives its own part, in one transaction. */
@Injectable()
export class PrivacyAdapter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly regions: RegionsService,
    private readonly people: OwnDataService,
    private readonly mails: MailboxService,
    private readonly practices: PracticeData,
    private readonly answers: KeptAnswers,
    private readonly words: KeptWords,
    private readonly dialogue: KeptDialogue,
    private readonly referrals: KeptReferrals,
    private readonly agreed: KeptActions,
    private readonly polls: KeptPolls,
    private readonly agreements: KeptAgreements,
    private readonly attendance: KeptAttendance,
    private readonly texts: KeptTexts,
  ) {}

  ofActor(actor: Actor): Promise<OwnDataView> {
    return this.database.transaction(actor, async () => {
      const own = await this.people.of(actor);
      const view = {
        ...(await this.head(actor)),
        ...own,
        ...(await this.answers.ofActor(actor)),
        ...(await this.words.ofActor(actor)),
        ...(await this.dialogue.ofActor(actor)),
        ...(await this.referrals.ofActor(actor)),
        ...(await this.agreed.ofActor(actor)),
        ...(await this.polls.ofActor(actor)),
        ...(await this.agreements.ofActor(actor)),
        ...(await this.attendance.ofActor(actor)),
        ...(await this.texts.ofActor(actor)),
        mails: await this.mails.ofActor(actor),
        log: await this.audit.ofActor(actor),
      };
      this.note(actor, 'person', own.person.id);
      return view;
    });
  }

  ofPractice(actor: Actor, practiceId: string): Promise<PracticeDataView> {
    return this.database.transaction(actor, async () => {
      const kept = await this.practices.of(actor, practiceId);
      const answers = await this.answers.ofPractice(actor, practiceId);
      const words = await this.words.ofPractice(actor, practiceId);
      const dialogue = await this.dialogue.ofPractice(actor, practiceId);
      const agreed = await this.agreed.ofPractice(actor, practiceId);
      const polls = await this.polls.ofPractice(actor, practiceId);
      const accepted = await this.agreements.ofPractice(actor, practiceId);
      const present = await this.attendance.ofPractice(actor, practiceId);
      this.note(actor, 'practice', practiceId);
      return {
        ...(await this.head(actor)),
        ...kept,
        answers,
        ...words,
        ...dialogue,
        ...agreed,
        ...polls,
        ...accepted,
        ...present,
      };
    });
  }

  private async head(actor: Actor): Promise<{ madeAt: string; region: string }> {
    const { name } = await this.regions.current(actor);
    return { madeAt: this.clock.now().toISOString(), region: name };
  }

  private note(actor: Actor, subjectKind: 'person' | 'practice', subjectId: string): void {
    this.audit.record(actor, {
      event: `${subjectKind}.data-exported`,
      action: 'E',
      subjectKind,
      subjectId,
      practiceId: subjectKind === 'practice' ? subjectId : null,
    });
  }
}
