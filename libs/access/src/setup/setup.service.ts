import { Inject, Injectable } from '@nestjs/common';
import type { HolidayRegion, Language, SetupView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  CONFIG,
  Database,
  DomainError,
  newId,
  Secrets,
  systemActor,
  type Config,
} from '#libs/platform';
import { PeopleService } from '../people/people.service.js';
import { Region } from '../regions/region.entity.js';
import { slugOf } from '../regions/region.rules.js';
import { SessionsService, type Entrance, type Visitor } from '../sessions/sessions.service.js';
import { newSetupCode, plainSetupCode } from './setup.rules.js';

/** Sends one real mail at once, outside the queue. @throws with the mail server's words when it is not accepted. */
export interface MailTester {
  test(to: string, language: Language): Promise<void>;
}
export const MAIL_TESTER = Symbol('mail tester');

export interface SetupValues {
  code: string;
  region: { name: string; slug?: string; holidayRegion: HolidayRegion };
  coordinator: { name: string; email: string };
  language: Language;
}

/** The first minutes of an empty installation: its region, its first coordinator, and whether mail gets out. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl'>,
    @Inject(MAIL_TESTER) private readonly tester: MailTester,
  ) {}

  /** Makes the one-time code that the launcher prints; an earlier one stops working. @returns null when nothing needs setting up. */
  async prepare(): Promise<string | null> {
    if (!(await this.needed())) return null;
    const code = newSetupCode();
    await this.database.definer('select setup_set_code($1)', [this.codeHash(code)]);
    return code;
  }

  async view(): Promise<SetupView> {
    return { needed: await this.needed(), mail: this.config.smtpUrl !== null };
  }

  /**
   * Region, first coordinator and their session, in one transaction that also uses up the code.
   * @throws setup.done when there is a region already, also for the second of two at the same moment; setup.code-wrong.
   */
  async finish(values: SetupValues, visitor: Visitor): Promise<Entrance> {
    await this.check(values.code);
    const regionId = newId();
    const system = { ...systemActor(regionId), request: visitor.request };
    return this.database.transaction(system, async () => {
      const [row] = await this.database.query<{ done: boolean }>('select setup_finish($1, $2) as done', [
        this.codeHash(values.code),
        this.clock.now(),
      ]);
      allow(row?.done === true, 'setup.done');
      const region = {
        id: regionId,
        slug: values.region.slug ?? slugOf(values.region.name),
        name: values.region.name.trim(),
        holidayRegion: values.region.holidayRegion,
        replyTo: values.coordinator.email.trim(),
        createdAt: this.clock.now(),
      };
      await this.database.repository(Region).insert(region);
      this.audit.record(system, {
        event: 'region.created',
        action: 'C',
        subjectKind: 'region',
        subjectId: regionId,
      });
      const coordinator = await this.people.create(system, {
        ...values.coordinator,
        language: values.language,
        role: 'region-coordinator',
      });
      const session = await this.sessions.admit(coordinator.id, regionId, 'set-up', visitor);
      return { href: '/', session };
    });
  }

  /** Sends a real test mail. @throws setup.mail-failed with what the mail server said; setup.code-wrong; setup.done. */
  async testMail(code: string, email: string, language: Language): Promise<void> {
    await this.check(code);
    if (!this.config.smtpUrl) throw new DomainError('setup.mail-failed', { reason: 'SMTP_URL is not set.' });
    try {
      await this.tester.test(email, language);
    } catch (error) {
      throw new DomainError('setup.mail-failed', { reason: (error as Error).message.slice(0, 300) });
    }
  }

  private async needed(): Promise<boolean> {
    const [row] = await this.database.definer<{ needed: boolean }>('select needed from setup_state()');
    return row?.needed ?? false;
  }

  private async check(code: string): Promise<void> {
    if (!(await this.needed())) throw new DomainError('setup.done');
    const [row] = await this.database.definer<{ good: boolean }>('select setup_check($1) as good', [
      this.codeHash(code),
    ]);
    // somebody else may have finished between the two questions: then the code is not wrong but used
    if (!row?.good) throw new DomainError((await this.needed()) ? 'setup.code-wrong' : 'setup.done');
  }

  private codeHash(code: string): Buffer {
    return this.secrets.codeHash(plainSetupCode(code));
  }
}
