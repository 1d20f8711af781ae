import { createHash, createHmac, randomBytes, type Hmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Config } from './config.js';

/** SHA-256, what the database stores of every token and code. */
export const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

/** A fresh 256-bit token, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Tokens and codes that are made from an id and the installation's secret. A mail row holds the id only; the link is made
 * again each time the mail is rendered, so that no usable link rests in the database, its backups or a queue.
 */
@Injectable()
export class Secrets {
  constructor(private readonly config: Pick<Config, 'secret'>) {}

  private derive(purpose: string, id: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`${purpose}\n${id}`).digest();
  }

  /** 256-bit URL-safe token for one purpose and id. */
  token(purpose: 'sign-in' | 'task-link' | 'evaluation' | 'question-inbox', id: string): string {
    return this.derive(purpose, id).toString('base64url');
  }

  /**
   * Fingerprint of a file under a key of the installation, to be fed piece by piece (models/mirror.md §2): a plain hash of a
   * file of small counts would tell them to who tries all of them.
   */
  commitment(): Hmac {
    return createHmac('sha256', this.derive('commitment', 'extract'));
  }

  /** Six digits for one sign-in or confirmation. */
  code(id: string): string {
    return String(this.derive('sign-in-code', id).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  /** Hash of a code, salted by the secret so that six digits cannot be looked up in a table. */
  codeHash(code: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`code\n${code}`).digest();
  }

  /** Hash of an address or another identifying value, for logs and rate limits. */
  pseudonym(value: string): string {
    return createHmac('sha256', this.config.secret)
      .update(`pseudonym\n${value.toLowerCase()}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
