import { Injectable } from '@nestjs/common';
import type { Language, SignInLinkView } from '#libs/contracts';
import { MailsService, type Addressee } from '#libs/notifications';
import { Clock, Database, DomainError, newId, Secrets, sha256 } from '#libs/platform';
import { addressOf } from '../people/people.rules.js';
import { SessionsService, type Entrance, type Visitor } from '../sessions/sessions.service.js';

/** How long a link and its code work (ASVS 6.5.5). */
const MINUTES = 10;
/** At most this many mails to one address in this span; more are silently not sent. */
const MOST_MAILS = 5;
const SPAN = '15 minutes';

interface Asked {
  personId: string;
  name: string;
  email: string;
  language: Language;
  regionId: string;
}
interface Used {
  outcome: 'done' | 'wrong' | 'code' | 'expired';
  person: string | null;
}

/** Undoes the mail of an address that nobody has. */
class NobodyThere extends Error {}

/**
 * Signing in by mail (decisions: Doors and identities): a link bound to the browser that asked, a six-digit code for any
 * other, ten minutes, once. Looking at a link never consumes it, so mail scanners do no harm.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly mails: MailsService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Mails a link and a code to the address if it belongs to somebody with a role. For an address of nobody every step is
   * taken as well, the writing and waking of the mail included, and then undone: neither answer nor time tells.
   * @param browser secret that the asking browser keeps in a cookie.
   */
  async ask(email: string, browser: string): Promise<void> {
    const address = addressOf(email);
    const id = newId();
    const now = this.clock.now();
    const until = new Date(now.getTime() + MINUTES * 60_000);
    const [somewhere] = await this.database.definer<{ id: string }>(
      'select id from region order by id limit 1',
    );
    const [row] = await this.database.definer<{ asked: Asked | null }>(
      'select sign_in_ask($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as asked',
      [
        id,
        address,
        this.addressKey(address),
        sha256(this.secrets.token('sign-in', id)),
        this.secrets.codeHash(this.secrets.code(id)),
        sha256(browser),
        now,
        until,
        MOST_MAILS,
        SPAN,
      ],
    );
    const asked = row?.asked ?? null;
    const regionId = asked?.regionId ?? somewhere?.id;
    if (!regionId) return; // an installation without a region has nobody in it
    await this.mail(id, regionId, asked, address);
  }

  private async mail(
    signInId: string,
    regionId: string,
    asked: Asked | null,
    address: string,
  ): Promise<void> {
    const to: Addressee = asked ?? { personId: null, name: address, email: address, language: 'nl' };
    await this.database.transaction({ regionId }, (manager) =>
      manager
        .transaction(async () => {
          await this.mails.plan(
            { regionId },
            {
              template: 'sign-in',
              params: { signInId },
              to: { personId: to.personId, name: to.name, email: to.email, language: to.language },
            },
          );
          if (!asked) throw new NobodyThere();
        })
        .catch((error: unknown) => {
          if (!(error instanceof NobodyThere)) throw error;
        }),
    );
  }

  /** What the link page shows: the button, the field for the code, or that a new mail is needed. */
  async look(token: string, browser: string | undefined): Promise<SignInLinkView> {
    const [row] = await this.database.definer<{ state: SignInLinkView['state'] }>(
      'select sign_in_peek($1, $2, $3) as state',
      [sha256(token), browser ? sha256(browser) : null, this.clock.now()],
    );
    return { state: row?.state ?? 'expired' };
  }

  /**
   * The button on the link page.
   * @throws auth.code-needed in a browser that did not ask; auth.code-wrong; auth.link-invalid when the link was used, is
   * older than ten minutes, had five wrong codes, or its person lost their last role.
   */
  async useLink(
    token: string,
    browser: string | undefined,
    code: string | undefined,
    visitor: Visitor,
  ): Promise<Entrance> {
    const [used] = await this.database.definer<Used>('select * from sign_in_use($1, $2, $3, $4)', [
      sha256(token),
      browser ? sha256(browser) : null,
      code ? this.secrets.codeHash(code) : null,
      this.clock.now(),
    ]);
    return this.letIn(used, 'link', visitor);
  }

  /** The code typed on the page that asked, in the browser that asked. @throws as `useLink`. */
  async useCode(
    email: string,
    code: string,
    browser: string | undefined,
    visitor: Visitor,
  ): Promise<Entrance> {
    const [used] = await this.database.definer<Used>('select * from sign_in_use_code($1, $2, $3, $4)', [
      this.addressKey(addressOf(email)),
      sha256(browser ?? ''),
      this.secrets.codeHash(code),
      this.clock.now(),
    ]);
    return this.letIn(used, 'code', visitor);
  }

  private async letIn(used: Used | undefined, by: string, visitor: Visitor): Promise<Entrance> {
    if (used?.outcome === 'code') throw new DomainError('auth.code-needed');
    if (used?.outcome === 'wrong') throw new DomainError('auth.code-wrong');
    if (used?.outcome !== 'done' || !used.person) throw new DomainError('auth.link-invalid');
    const entrance = await this.sessions.enter(used.person, by, visitor);
    if (!entrance) throw new DomainError('auth.link-invalid');
    return entrance;
  }

  /** Addresses are counted and looked up by a keyed hash, so that those of nobody are not kept. */
  private addressKey(address: string): Buffer {
    return sha256(this.secrets.pseudonym(`sign-in ${address}`));
  }
}
