import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Sizes of a server built as usual. */
const PAGE = 8192;
const SEGMENT = 16 * 1024 * 1024;
const SHORT_HEADER = 24;
const LONG_HEADER = 40;
const RECORD_HEADER = 24;
const TRANSACTIONS = 1;

/** What one transaction left in the write-ahead log. */
export interface WalTransaction {
  /** The bodies of its records, in order. */
  bodies: Buffer[];
  /** Place of its commit among all commits; null when it has none. */
  committed: number | null;
}

const places = (lsn: string): bigint => {
  const [high, low] = lsn.split('/') as [string, string];
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
};

/**
 * Reads the files of `pg_wal` as somebody would who has the disk: pages without their headers are one stream of records (PostgreSQL 18,
 * access/xlogrecord.h), each with the id of its transaction.
 * @param from log position (`X/Y`) of a record's start; @param to position up to which the log is on disk.
 */
export function readWal(folder: string, from: string, to: string): Map<number, WalTransaction> {
  const [start, end] = [places(from), places(to)];
  const stream = joined(folder, start, end);
  const found = new Map<number, WalTransaction>();
  let commits = 0;
  for (let at = 0; at + RECORD_HEADER <= stream.length;) {
    const length = stream.readUInt32LE(at);
    if (length < RECORD_HEADER || at + length > stream.length) {
      at += 8; // the empty rest of a segment that was left early
      continue;
    }
    const [xid, info, manager] = [stream.readUInt32LE(at + 4), stream[at + 16]!, stream[at + 17]!];
    const transaction = found.get(xid) ?? { bodies: [], committed: null };
    found.set(xid, transaction);
    transaction.bodies.push(stream.subarray(at + RECORD_HEADER, at + length));
    if (manager === TRANSACTIONS && (info & 0x70) === 0) transaction.committed = commits++;
    at = Math.ceil((at + length) / 8) * 8;
  }
  return found;
}

/** The log between two positions, without page headers. */
function joined(folder: string, start: bigint, end: bigint): Buffer {
  const names = new Set(readdirSync(folder));
  const parts: Buffer[] = [];
  for (let at = start; at < end;) {
    const segment = at / BigInt(SEGMENT);
    const name = `00000001${hex(segment / 256n)}${hex(segment % 256n)}`;
    if (!names.has(name)) throw new Error(`The log file ${name} is not there any more.`);
    const file = openSync(join(folder, name), 'r');
    try {
      const segmentEnd = (segment + 1n) * BigInt(SEGMENT);
      for (; at < end && at < segmentEnd; at = (at / BigInt(PAGE) + 1n) * BigInt(PAGE)) {
        const inSegment = Number(at % BigInt(SEGMENT));
        const pageStart = inSegment - (inSegment % PAGE);
        const page = Buffer.alloc(PAGE);
        readSync(file, page, 0, PAGE, pageStart);
        const header = pageStart === 0 ? LONG_HEADER : SHORT_HEADER;
        const first = Math.max(inSegment - pageStart, header);
        const left = Number(end - at) + (inSegment - pageStart);
        parts.push(page.subarray(first, Math.min(PAGE, Math.max(first, left))));
      }
    } finally {
      closeSync(file);
    }
  }
  return Buffer.concat(parts);
}

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
