import { Injectable } from '@nestjs/common';
import type { Role, Words } from '#libs/contracts';
import { MailsService, type PlannedMail } from '#libs/notifications';
import { Database, newId, Secrets, sha256, type Actor } from '#libs/platform';
import { insertInvitations } from './audience.queries.js';
import { Campaign } from './campaign.entity.js';
import { dueMails, silentMails, type InvitedPerson } from './invitations.queries.js';

/** Somebody who is asked, before there is an invitation. */
export interface Asked {
  personId: string;
  practiceId: string | null;
  role: Role;
  theme: string | null;
}

/** What every mail of a campaign says. */
export interface CampaignWords {
  title: Words;
  minutes: number;
  /** Until when the receiver is asked to answer. */
  deadline: Date;
}

/** Invitations and the mails that carry their links, a few statements for all of them. Inside the open transaction. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly mails: MailsService,
    private readonly secrets: Secrets,
  ) {}

  /** Writes invitations of one wave; who was invited in this campaign already stays as they are. @returns how many. */
  write(
    campaign: Campaign,
    wave: { wave: number; occasionId: string | null; people: readonly Asked[] },
  ): Promise<number> {
    const { wave: number, occasionId, people } = wave;
    return insertInvitations(
      this.database,
      { regionId: campaign.regionId, campaignId: campaign.id, wave: number, occasionId },
      people.map((person) => {
        const id = newId();
        return { ...person, id, tokenHash: sha256(this.secrets.token('evaluation', id)) };
      }),
    );
  }

  /** Plans the mail of everybody in a wave. @returns how many. */
  async invite(actor: Actor, campaign: Campaign, wave: number, words: CampaignWords): Promise<number> {
    return this.plan(
      actor,
      campaign,
      'evaluation-invitation',
      words,
      await dueMails(this.database, campaign.id, wave),
    );
  }

  /**
   * Plans a mail for who has not answered, and nobody else, as a role that can read no answer: not the sealed ones, not the opened
   * ones, not what was kept (models/surveys.md §1). @returns how many.
   */
  async remind(actor: Actor, campaign: Campaign, wave: number, words: CampaignWords): Promise<number> {
    return this.database.as('leerkring_reminder', async () =>
      this.plan(
        actor,
        campaign,
        'evaluation-reminder',
        words,
        await silentMails(this.database, campaign.id, wave),
      ),
    );
  }

  /** Calls off what was planned and not sent. */
  async callOff(campaignId: string): Promise<void> {
    await this.mails.cancel(campaignId, ['evaluation-invitation', 'evaluation-reminder']);
  }

  private async plan(
    actor: Actor,
    campaign: Campaign,
    template: 'evaluation-invitation' | 'evaluation-reminder',
    words: CampaignWords,
    people: readonly InvitedPerson[],
  ): Promise<number> {
    const mails = people.map((person): PlannedMail<typeof template> => ({
      template,
      to: {
        personId: person.personId,
        name: person.name,
        email: person.email,
        language: person.language,
      },
      subjectId: campaign.id,
      params: {
        invitationId: person.id,
        title: words.title,
        minutes: words.minutes,
        deadline: words.deadline.toISOString(),
        anonymity: campaign.anonymity,
      },
    }));
    await this.mails.planAll(actor, mails);
    return mails.length;
  }
}
