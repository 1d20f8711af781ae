import { Injectable } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import { DialogueAgendaAttention, DialogueAttention } from '#libs/dialogue';
import {
  ActionsAttention,
  AgreementsAttention,
  AttentionService,
  failedMailTask,
  PollsAttention,
  ReferralCourse,
  sortedHome,
} from '#libs/intervision';
import { FiguresAttention } from '#libs/mirror';
import { MailboxService } from '#libs/notifications';
import { holds, type Actor } from '#libs/platform';
import { CampaignAttention } from '#libs/surveys';

/** The home page, put together at the door: each context says what it asks, what comes up and what changed. */
@Injectable()
export class HomeAdapter {
  constructor(
    private readonly attention: AttentionService,
    private readonly actions: ActionsAttention,
    private readonly agreements: AgreementsAttention,
    private readonly polls: PollsAttention,
    private readonly referrals: ReferralCourse,
    private readonly campaigns: CampaignAttention,
    private readonly figures: FiguresAttention,
    private readonly sessions: DialogueAttention,
    private readonly agenda: DialogueAgendaAttention,
    private readonly mailbox: MailboxService,
  ) {}

  async get(actor: Actor): Promise<HomeView> {
    const home = await this.attention.of(actor);
    home.tasks.push(...(await this.actions.of(actor)), ...(await this.polls.of(actor)));
    home.tasks.push(...(await this.agreements.of(actor)));
    const { tasks, upcoming } = await this.campaigns.of(actor);
    home.tasks.push(...tasks, ...(await this.figures.of(actor)).tasks);
    home.upcoming.push(...upcoming);
    home.tasks.push(...(await this.referrals.attention(actor)));
    const sessions = await this.sessions.of(actor);
    home.tasks.push(...sessions.tasks, ...(await this.agenda.of(actor)));
    home.upcoming.push(...sessions.upcoming);
    if (holds(actor, 'region-coordinator') || holds(actor, 'operator'))
      home.tasks.push(...failedMailTask(await this.mailbox.failedCount(actor)));
    return sortedHome(home);
  }
}
