import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  allow,
  Clock,
  CONFIG,
  Database,
  DomainError,
  found,
  isId,
  LOG,
  type Actor,
  type Config,
  type Log,
} from '#libs/platform';
import { Campaign } from '../campaigns/campaign.entity.js';
import { QuestionnaireVersion } from '../questionnaires/questionnaire-version.entity.js';
import { canManageSurveys } from '../surveys.policy.js';
import { ballotSize } from './ballot.rules.js';
import { newKeyPair, publicKeyOf, wipe, type KeyPair } from './sealing.rules.js';

/** A key without a campaign may belong to a transaction that is still being committed, but not for this long. */
const ORPHAN_MS = 24 * 3_600_000;

const nameOf = (regionId: string, campaignId: string): string => `${regionId}.${campaignId}`;

/**
 * The private keys that open the ballots of a campaign (docs/adr/0009). They live in files of a folder that all processes share,
 * and never in the database, its log or its backups; when the campaign closes they are destroyed.
 */
@Injectable()
export class BallotKeys {
  private readonly folder: string;
  /** Campaigns whose missing key was reported, so that the sweep says it once. */
  private readonly reported = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.folder = join(config.dataDir, 'ballot-keys');
  }

  /**
   * Makes a campaign ready to receive answers: the size of its ballots, the partitions they go to and, where answers are anonymous,
   * the key pair. The file is on disk before the database knows the public half; a rolled-back transaction leaves a file that
   * the next try takes up or the sweep destroys. Twice is once.
   */
  async prepare(actor: Actor, campaignId: string): Promise<void> {
    allow(canManageSurveys(actor));
    await this.database.transaction(actor, async () => {
      const campaigns = this.database.repository(Campaign);
      const campaign = found(
        await campaigns.findOne({ where: { id: campaignId }, lock: { mode: 'pessimistic_write' } }),
        'campaign',
      );
      if (campaign.ballotSize !== null) return;
      const { content } = found(
        await this.database
          .repository(QuestionnaireVersion)
          .findOneBy({ id: campaign.questionnaireVersionId }),
        'questionnaire',
      );
      const anonymous = campaign.anonymity === 'anonymous';
      const publicKey = anonymous ? await this.make(nameOf(actor.regionId, campaignId)) : null;
      await this.database.query('select ballots_prepare($1)', [campaignId]);
      await campaigns.update({ id: campaignId }, { publicKey, ballotSize: ballotSize(content) });
    });
  }

  /**
   * The pair that opens a campaign's ballots. The caller wipes the private half after use.
   * @throws campaign.keys-missing when the file is not there, or holds another key.
   */
  async pair(regionId: string, campaignId: string, publicKey: Buffer): Promise<KeyPair> {
    const name = nameOf(regionId, campaignId);
    const privateKey = await this.read(name);
    if (privateKey && publicKey.equals(publicKeyOf(privateKey))) return { publicKey, privateKey };
    const reason = privateKey ? 'other-key' : 'no-file';
    this.log.error({ file: join(this.folder, name), reason }, 'a campaign cannot be opened without its key');
    throw new DomainError('campaign.keys-missing', { campaignId, file: `ballot-keys/${name}`, reason });
  }

  /** Destroys a key after the commit that made it useless. What fails here is done by the sweep. */
  async destroy(regionId: string, campaignId: string): Promise<void> {
    const name = nameOf(regionId, campaignId);
    await this.erase(name).catch((error: Error) =>
      this.log.warn({ file: join(this.folder, name), error: error.message }, 'key left to the sweep'),
    );
  }

  /**
   * For the sweep: destroys the keys of campaigns that are over, of transactions that were rolled back and of half-written files, and
   * says which running campaigns miss theirs, long before somebody wants to close them.
   */
  async tidy(): Promise<{ destroyed: string[]; missing: string[] }> {
    const destroyed: string[] = [];
    for (const name of await readdir(this.folder).catch(() => []))
      if (await this.tidyOne(name)) destroyed.push(name);
    const missing: string[] = [];
    for (const name of await this.needed()) {
      const there = await access(join(this.folder, name), constants.R_OK).then(
        () => true,
        () => false,
      );
      if (there) this.reported.delete(name);
      else missing.push(name);
    }
    for (const name of missing.filter((one) => !this.reported.has(one))) {
      this.reported.add(name);
      this.log.error(
        { file: join(this.folder, name) },
        'the key of a running campaign is not there: put the file back',
      );
    }
    return { destroyed, missing };
  }

  private async tidyOne(name: string): Promise<boolean> {
    const [regionId, campaignId, ...rest] = name.split('.');
    const made = await stat(join(this.folder, name)).catch(() => null);
    if (!made) return false; // somebody else was first
    const old = this.clock.now().getTime() - made.mtime.getTime() > ORPHAN_MS;
    if (!isId(regionId) || !isId(campaignId) || rest.length > 0) {
      if (!old || !name.startsWith('new-')) return false;
      await this.erase(name);
      return true;
    }
    return this.database.transaction({ regionId }, async () => {
      const campaigns = this.database.repository(Campaign);
      const there = await campaigns.existsBy({ id: campaignId });
      // who prepares or closes the campaign at this moment holds it: it is looked at the next time
      const lock = { mode: 'pessimistic_write' as const, onLocked: 'skip_locked' as const };
      const campaign = there ? await campaigns.findOne({ where: { id: campaignId }, lock }) : null;
      const useless = campaign
        ? campaign.publicKey === null || campaign.state === 'closed' || campaign.state === 'stopped'
        : !there && old;
      if (useless) await this.erase(name); // while the campaign is held: nobody takes the file up meanwhile
      return useless;
    });
  }

  /** Names of the keys that campaigns of all regions still need. */
  private async needed(): Promise<string[]> {
    const regions = await this.database.definer<{ id: string }>('select id from region order by id');
    const names: string[] = [];
    for (const { id: regionId } of regions) {
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query<{ id: string }>(
          `select id from campaign where public_key is not null and state in ('planned', 'running') order by id`,
        ),
      );
      names.push(...rows.map(({ id }) => nameOf(regionId, id)));
    }
    return names;
  }

  /** The public half of a key whose file is safely on disk. The campaign is locked: nobody else makes one. */
  private async make(name: string): Promise<Buffer> {
    const left = await this.read(name); // of a try that was rolled back
    if (left) {
      const publicKey = Buffer.from(publicKeyOf(left));
      wipe(left);
      return publicKey;
    }
    const { publicKey, privateKey } = newKeyPair();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const made = join(this.folder, `new-${randomBytes(8).toString('hex')}`);
    const file = await open(made, 'wx', 0o600);
    try {
      await file.write(privateKey);
      await file.sync();
    } finally {
      wipe(privateKey);
      await file.close();
    }
    await link(made, join(this.folder, name)).then(
      () => unlink(made),
      () => rename(made, join(this.folder, name)), // a file system without links
    );
    await this.syncFolder();
    return Buffer.from(publicKey);
  }

  private async read(name: string): Promise<Buffer | null> {
    const privateKey = await readFile(join(this.folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return privateKey?.length === 32 ? privateKey : null;
  }

  /** Overwrites and removes; a file that is not there any more is what was wanted. */
  private async erase(name: string): Promise<void> {
    const path = join(this.folder, name);
    try {
      const file = await open(path, 'r+');
      try {
        await file.write(randomBytes(32), 0, 32, 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await unlink(path);
      await this.syncFolder();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  private async syncFolder(): Promise<void> {
    if (process.platform === 'win32') return; // folders cannot be opened there
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }
}
