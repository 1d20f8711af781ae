import { createPrivateKey, createPublicKey, createHmac, sign, verify, type KeyObject } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, Database, type Config } from '#libs/platform';
import { canonical, type ChainFault, type Checkpoint } from './chain.rules.js';

/** DER head of a PKCS#8 Ed25519 private key; the 32-byte seed follows. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signed checkpoints of the audit chain, written outside the database (`LEERKRING_CHECKPOINT_DIR`): with them a truncated
 * or wholly rewritten log is found too. In the default folder beside the data, who can write both can still forge both.
 */
@Injectable()
export class CheckpointsService {
  private readonly key: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const seed = createHmac('sha256', config.secret).update('audit checkpoint key').digest();
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  }

  private file(regionId: string): string {
    return join(this.config.checkpointDir, `${regionId}.jsonl`);
  }

  /** Witnesses the newest entry of every region that moved since its last checkpoint. Returns how many were written. */
  async write(): Promise<number> {
    await mkdir(this.config.checkpointDir, { recursive: true });
    const publicKey = createPublicKey(this.key).export({ type: 'spki', format: 'pem' });
    await writeFile(join(this.config.checkpointDir, 'public-key.pem'), publicKey);
    const regions = await this.database.definer<{ id: string }>('select id from region');
    let written = 0;
    for (const { id: regionId } of regions) {
      const [last] = await this.database.transaction({ regionId }, () =>
        this.database.query<{ seq: string; hash: Buffer }>(
          'select seq, hash from audit_entry order by seq desc limit 1',
        ),
      );
      if (!last) continue;
      const { checkpoints } = await this.read(regionId);
      if (checkpoints.at(-1)?.seq === Number(last.seq)) continue;
      const checkpoint: Checkpoint = {
        regionId,
        seq: Number(last.seq),
        at: this.clock.now().toISOString(),
        hash: last.hash.toString('hex'),
      };
      const signature = sign(null, Buffer.from(canonical(checkpoint)), this.key).toString('base64');
      await appendFile(this.file(regionId), `${JSON.stringify({ ...checkpoint, signature })}\n`);
      written += 1;
    }
    return written;
  }

  /** The checkpoints of a region, oldest first; `forged` when one carries no valid signature of this installation. */
  async read(regionId: string): Promise<{ checkpoints: Checkpoint[]; forged: ChainFault | null }> {
    const text = await readFile(this.file(regionId), 'utf8').catch(() => '');
    const checkpoints: Checkpoint[] = [];
    for (const line of text.split('\n').filter(Boolean)) {
      let parsed: (Checkpoint & { signature: string }) | null = null;
      try {
        parsed = JSON.parse(line) as Checkpoint & { signature: string };
      } catch {
        return { checkpoints, forged: { kind: 'checkpoint-forged', seq: checkpoints.at(-1)?.seq ?? 0 } };
      }
      const { signature, ...checkpoint } = parsed;
      const valid =
        checkpoint.regionId === regionId &&
        verify(
          null,
          Buffer.from(canonical(checkpoint)),
          createPublicKey(this.key),
          Buffer.from(signature ?? '', 'base64'),
        );
      if (!valid) return { checkpoints, forged: { kind: 'checkpoint-forged', seq: checkpoint.seq } };
      checkpoints.push(checkpoint);
    }
    return { checkpoints, forged: null };
  }
}
