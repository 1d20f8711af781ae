import { Injectable } from '@nestjs/common';
import type { QuestionnaireContent } from '#libs/contracts';
import { Database, Secrets } from '#libs/platform';
import type { Campaign } from '../campaigns/campaign.entity.js';
import { asAsked } from './answers.rules.js';
import { unpackBallot, type Ballot } from './ballot.rules.js';
import { keyOfLink, shuffled, unlock, unseal, type KeyPair } from './sealing.rules.js';
import { countTurnout, tellableLabels, type BallotLabels, type InvitedCell } from './turnout.rules.js';

/** Rows per INSERT. */
const WRITTEN_AT_ONCE = 500;

interface OpenBallot extends Ballot {
  personId: string | null;
  practiceId: string | null;
}
interface SealedRow {
  sealed: Buffer;
}
interface KeptRow {
  kept: Buffer;
  id: string;
  role: string;
  theme: string | null;
  personId: string;
  practiceId: string | null;
}
/** Rows to write, as JSON. */
interface Held {
  scores: string[];
  texts: Map<string, string[]>;
  bytes: number;
}

/** A ballot does not open with the key that everything else fits: somebody changed it, or the installation's secret. */
export class UnreadableBallot extends Error {
  override readonly name = 'UnreadableBallot';
}

/**
 * Opens the ballots of a campaign and writes them anew, in an order that nobody can foretell and that has nothing to do with the one
 * in which they came. Every method runs inside `Database.as('leerkring_mixer')`, in the transaction of the closing.
 *
 * PostgreSQL hands the ballots out in the order of random ids of its own generator, through a cursor, so that neither statements nor
 * their parameters name a sealed ballot. What is opened is shuffled again here before it is written: scores on their own and the
 * texts of each item on their own, so that a text can be put back neither beside its scores nor beside another text.
 */
@Injectable()
export class BallotMixer {
  /** What is in memory at a time, in bytes; tests make it small. */
  readonly limits = {
    /** Padded ballots. */
    fetched: 4 * 1024 * 1024,
    /** Opened answers, held to be shuffled: all of any real campaign, thousands of ballots of a larger one. */
    held: 32 * 1024 * 1024,
  };

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Writes the opened ballots and texts and throws the sealed ones away. Memory is bounded, whatever the number of ballots.
   * @param keys null when answers were kept by link instead of sealed.
   * @returns what was counted, and how many ballots there were.
   * @throws UnreadableBallot
   */
  async mix(
    campaign: Campaign,
    content: QuestionnaireContent,
    keys: KeyPair | null,
  ): Promise<{ turnout: NonNullable<Campaign['turnout']>; ballots: number }> {
    const cells = await this.cells(campaign.id);
    const labels = campaign.anonymity === 'named' ? null : tellableLabels(cells);
    let ballots = 0;
    let held: Held = { scores: [], texts: new Map(), bytes: 0 };
    for await (const batch of this.ballots(campaign, keys)) {
      ballots += batch.length;
      for (const ballot of batch) hold(held, ballot, content, labels);
      if (held.bytes < this.limits.held) continue;
      await this.write(campaign, held);
      held = { scores: [], texts: new Map(), bytes: 0 };
    }
    await this.write(campaign, held);
    await this.discard(campaign.id);
    return { turnout: countTurnout(cells), ballots };
  }

  /** Throws away what was sealed or kept. */
  async discard(campaignId: string): Promise<void> {
    await this.database.query('delete from response where campaign_id = $1', [campaignId]);
    await this.database.query('select ballots_drop($1)', [campaignId]);
  }

  /** The invitations of a campaign by what results may be cut by. */
  private cells(campaignId: string): Promise<InvitedCell[]> {
    return this.database.query<InvitedCell>(
      `select role, theme, practice_id as "practiceId", count(*)::integer as invited, (count(*) filter (where used))::integer as answered
       from invitation where campaign_id = $1 group by role, theme, practice_id`,
      [campaignId],
    );
  }

  /** All ballots once. */
  private async *ballots(campaign: Campaign, keys: KeyPair | null): AsyncGenerator<OpenBallot[]> {
    const source = keys
      ? `select sealed from sealed_ballot where campaign_id = $1`
      : `select r.kept, i.id, i.role, i.theme, i.person_id as "personId", i.practice_id as "practiceId"
         from response r join invitation i on i.id = r.invitation_id where r.campaign_id = $1 and r.sent`;
    await this.database.query(`declare ballots no scroll cursor for ${source} order by gen_random_uuid()`, [
      campaign.id,
    ]);
    const size = Math.max(1, Math.floor(this.limits.fetched / (campaign.ballotSize ?? 1)));
    for (;;) {
      const rows = await this.database.query<SealedRow | KeptRow>(`fetch ${size} from ballots`);
      if (rows.length === 0) break;
      yield rows.map((row) => ('kept' in row ? this.kept(campaign, row) : sealed(row, keys as KeyPair)));
    }
    await this.database.query('close ballots');
  }

  private kept(campaign: Campaign, row: KeptRow): OpenBallot {
    const key = keyOfLink(this.secrets.token('evaluation', row.id));
    const { answers } = opened(() => unlock(row.kept, key));
    const named = campaign.anonymity === 'named';
    return {
      answers,
      role: row.role,
      theme: row.theme,
      personId: named ? row.personId : null,
      practiceId: named ? row.practiceId : null,
    };
  }

  private async write(campaign: Campaign, held: Held): Promise<void> {
    const where = [campaign.regionId, campaign.id];
    for (const rows of slices(shuffled(held.scores)))
      await this.database.query(
        `insert into opened_ballot (region_id, campaign_id, answers, role, theme, person_id, practice_id)
         select $1, $2, answers, role, theme, person_id, practice_id
         from jsonb_to_recordset($3) as b (answers jsonb, role text, theme text, person_id uuid, practice_id uuid)`,
        [...where, rows],
      );
    for (const [item, texts] of held.texts)
      for (const rows of slices(shuffled(texts)))
        await this.database.query(
          `insert into opened_text (region_id, campaign_id, item, original, person_id)
           select $1, $2, $3, original, person_id from jsonb_to_recordset($4) as t (original text, person_id uuid)`,
          [...where, item, rows],
        );
  }
}

function sealed(row: SealedRow, keys: KeyPair): OpenBallot {
  return { ...opened(() => unseal(row.sealed, keys)), personId: null, practiceId: null };
}

function opened(open: () => Uint8Array): Ballot {
  try {
    return unpackBallot(open());
  } catch (error) {
    throw new UnreadableBallot((error as Error).message);
  }
}

function hold(
  held: Held,
  ballot: OpenBallot,
  content: QuestionnaireContent,
  labels: BallotLabels | null,
): void {
  const answers = asAsked(content, ballot.answers);
  for (const [item, answer] of Object.entries(answers)) {
    if (!('text' in answer)) continue;
    delete answers[item];
    const row = JSON.stringify({ original: answer.text, person_id: ballot.personId });
    const texts = held.texts.get(item) ?? [];
    texts.push(row);
    held.texts.set(item, texts);
    held.bytes += row.length;
  }
  const row = JSON.stringify({
    answers,
    role: !labels || labels.roles.has(ballot.role) ? ballot.role : null,
    theme: !labels || (ballot.theme !== null && labels.themes.has(ballot.theme)) ? ballot.theme : null,
    person_id: ballot.personId,
    practice_id: ballot.practiceId,
  });
  held.scores.push(row);
  held.bytes += row.length;
}

/** JSON arrays of rows, some at a time. */
function slices(rows: readonly string[]): string[] {
  const starts = Array.from(
    { length: Math.ceil(rows.length / WRITTEN_AT_ONCE) },
    (_, k) => k * WRITTEN_AT_ONCE,
  );
  return starts.map((start) => `[${rows.slice(start, start + WRITTEN_AT_ONCE).join(',')}]`);
}
