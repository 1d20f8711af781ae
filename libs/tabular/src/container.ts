import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { TabularError } from './errors.js';
import { megabytes, type TableLimits } from './limits.js';

const JUDGED_FROM = 1024 * 1024;
const ENCRYPTED = 1;

/**
 * The zip container of a workbook, judged by its directory before anything is unpacked: number of parts, claimed size, ratio,
 * links, passwords, names that occur twice. Only parts that are asked for are ever unpacked; archives inside are never opened.
 */
export class Container {
  private unpacked = 0;

  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly parts: Map<string, yauzl.Entry>,
    private readonly limits: TableLimits,
  ) {}

  /** @throws TabularError zip.* and file.encrypted */
  static async open(file: Buffer, limits: TableLimits): Promise<Container> {
    const zip = await damagedUnless(
      yauzl.fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true }),
    );
    if (zip.entryCount > limits.entries)
      throw new TabularError('zip.too-many-entries', { limit: limits.entries });
    const parts = new Map<string, yauzl.Entry>();
    let claimed = 0;
    const entries = zip.eachEntry();
    for (;;) {
      const next = await damagedUnless(entries.next());
      if (next.done) break;
      const entry: yauzl.Entry = next.value;
      claimed += entry.uncompressedSize;
      judge(entry, claimed, file.length, limits);
      // OPC names are case-insensitive, and so two names that differ in case only are the same part.
      const name = entry.fileName.toLowerCase();
      if (parts.has(name)) throw new TabularError('zip.duplicate-entry');
      parts.set(name, entry);
    }
    return new Container(zip, parts, limits);
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /** The text of one part, in pieces. The directory may lie about sizes, so the pieces are counted as well. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.parts.get(name.toLowerCase());
    if (!entry) throw new TabularError('xlsx.damaged', { part: name });
    const stream: Readable = await damagedUnless(this.zip.openReadStreamPromise(entry));
    let decoder: TextDecoder | null = null;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.unpacked += piece.length;
        if (this.unpacked > this.limits.unpackedBytes) throw tooLarge(this.limits);
        decoder ??= new TextDecoder(xmlEncoding(piece), { fatal: true });
        yield decoder.decode(piece, { stream: true });
      }
      if (decoder) yield decoder.decode();
    } catch (error) {
      if (error instanceof TabularError) throw error;
      throw new TabularError('xlsx.damaged', { part: name });
    } finally {
      stream.destroy();
    }
  }

  /** A small part as one text; larger than a megabyte is refused. */
  async whole(name: string): Promise<string> {
    let text = '';
    for await (const piece of this.text(name)) {
      text += piece;
      if (text.length > JUDGED_FROM) throw new TabularError('xlsx.damaged', { part: name });
    }
    return text;
  }
}

function judge(entry: yauzl.Entry, claimed: number, fileBytes: number, limits: TableLimits): void {
  if (claimed > limits.unpackedBytes) throw tooLarge(limits);
  const packed = Math.max(1, entry.compressedSize);
  const suspicious =
    (entry.uncompressedSize > JUDGED_FROM && entry.uncompressedSize / packed > limits.ratio) ||
    (claimed > JUDGED_FROM && claimed / fileBytes > limits.ratio);
  if (suspicious) throw new TabularError('zip.ratio', { limit: limits.ratio });
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new TabularError('file.encrypted');
  const madeOnUnix = entry.versionMadeBy >> 8 === 3;
  const fileType = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (madeOnUnix && fileType === 0xa000) throw new TabularError('zip.symlink');
}

function tooLarge(limits: TableLimits): TabularError {
  return new TabularError('zip.too-large', { limit: megabytes(limits.unpackedBytes) });
}

function xmlEncoding(start: Buffer): string {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0x3c && start[1] === 0)) return 'utf-16le';
  if ((start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0 && start[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Whatever the zip reader objects to, the person can only do one thing about it. */
async function damagedUnless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new TabularError('zip.damaged');
  }
}
