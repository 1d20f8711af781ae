import iconv from 'iconv-lite';
import { TabularError } from './errors.js';

/** IANA names; a byte order mark is not part of the name. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'ibm850' | 'macintosh';

type SingleByte = 'windows-1252' | 'ibm850' | 'macintosh';

const ICONV_NAMES: Record<SingleByte, string> = {
  'windows-1252': 'win1252',
  ibm850: 'cp850',
  macintosh: 'macintosh',
};

/**
 * Turns the bytes of a text file into text, chunk by chunk, and finds the encoding while doing so.
 *
 * A byte order mark decides; without one, zero bytes at every other place mean UTF-16. What is left is read as UTF-8 until a
 * byte sequence is not UTF-8: if only ASCII came before, the file is in a one-byte encoding (the ASCII part reads the same),
 * otherwise it mixes two encodings and is refused rather than guessed. `encoding` is therefore final after `end()` only.
 */
export class TextDecoding {
  encoding: Encoding;
  private readonly wide: TextDecoder | null;
  private readonly marked: boolean;
  private carry: Buffer = Buffer.alloc(0);
  private sawMultibyte = false;
  private skip: number;

  /** @param head the first bytes of the file (64 kB or all of it) */
  constructor(head: Buffer) {
    const mark = byteOrderMark(head);
    this.encoding = mark?.encoding ?? zeroByteEncoding(head) ?? 'utf-8';
    this.skip = mark?.length ?? 0;
    this.marked = mark !== null;
    this.wide =
      this.encoding === 'utf-8' ? null : new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true });
  }

  /** @throws TabularError encoding.broken, encoding.mixed, encoding.unknown, text.nul */
  push(chunk: Buffer): string {
    let bytes = chunk;
    if (this.skip > 0) {
      const dropped = Math.min(this.skip, bytes.length);
      this.skip -= dropped;
      bytes = bytes.subarray(dropped);
    }
    return this.checked(this.decode(bytes, false));
  }

  end(): string {
    return this.checked(this.decode(Buffer.alloc(0), true));
  }

  private checked(text: string): string {
    if (text.includes('\0')) throw new TabularError('text.nul');
    return text;
  }

  private decode(bytes: Buffer, last: boolean): string {
    if (this.wide) {
      try {
        return this.wide.decode(bytes, { stream: !last });
      } catch {
        throw new TabularError('encoding.broken', { encoding: this.encoding });
      }
    }
    if (this.encoding === 'utf-8') return this.decodeUtf8(bytes, last);
    return decodeSingleByte(bytes, this.encoding as SingleByte);
  }

  private decodeUtf8(chunk: Buffer, last: boolean): string {
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    const open = last ? 0 : openSequenceLength(bytes);
    const whole = bytes.subarray(0, bytes.length - open);
    // A copy, because the caller may reuse the memory of the chunk.
    this.carry = Buffer.from(bytes.subarray(bytes.length - open));
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
      if (!this.sawMultibyte && text.length !== whole.length) this.sawMultibyte = true;
      return text;
    } catch {
      if (this.marked) throw new TabularError('encoding.broken', { encoding: 'utf-8' });
      if (this.sawMultibyte || mostlyUtf8(whole)) throw new TabularError('encoding.mixed');
      this.carry = Buffer.alloc(0);
      this.encoding = singleByteEncoding(bytes);
      return decodeSingleByte(bytes, this.encoding as SingleByte);
    }
  }
}

function byteOrderMark(head: Buffer): { encoding: Encoding; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 of Western text has a zero in almost every pair of bytes, always at the same side. */
function zeroByteEncoding(head: Buffer): Encoding | null {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

/** Bytes at the end that begin a UTF-8 sequence which the next chunk must finish. */
function openSequenceLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Whether multi-byte sequences outnumber the bytes that are not UTF-8: then it is a broken UTF-8 file, not another encoding. */
function mostlyUtf8(bytes: Buffer): boolean {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const follow =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let seen = 0;
    while (seen < follow && (bytes[i + seen + 1] ?? 0) >> 6 === 2) seen += 1;
    if (follow > 0 && seen === follow) {
      valid += 1;
      i += follow;
    } else invalid += 1;
  }
  return valid > 0 && valid * 4 >= invalid;
}

// Letters that stand inside Dutch words, the common ones counting more: they tell the one-byte encodings apart.
const COMMON = new Set('ëéïöüè');
const POSSIBLE = new Set('ëéïöüèêîôûáàâíóòúùäçñåø');

/**
 * Which one-byte encoding: Windows-1252, unless every byte above ASCII that stands in a word is no letter in it and is one in
 * another. One doubtful byte keeps Windows-1252, since that is what Dutch offices write.
 */
function singleByteEncoding(bytes: Buffer): SingleByte {
  const candidates = (['windows-1252', 'ibm850', 'macintosh'] as const).map((encoding) => ({
    encoding,
    score: wordScore(bytes, encoding),
  }));
  const [windows, ...others] = candidates;
  if (!windows || windows.score.hits > 0) return 'windows-1252';
  const best = others
    .filter((o) => o.score.misses === 0 && o.score.hits > 0)
    .sort((a, b) => b.score.hits - a.score.hits);
  if (!best[0] || best[0].score.hits === best[1]?.score.hits) return 'windows-1252';
  return best[0].encoding;
}

function wordScore(bytes: Buffer, encoding: SingleByte): { hits: number; misses: number } {
  const text = iconv.decode(bytes, ICONV_NAMES[encoding]);
  let hits = 0;
  let misses = 0;
  for (let i = 1; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80 || !isAsciiLetter(bytes[i - 1]!)) continue;
    const letter = text[i]!;
    if (COMMON.has(letter)) hits += 3;
    else if (POSSIBLE.has(letter) || letter === '’') hits += 1;
    else misses += 1;
  }
  return { hits, misses };
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

function decodeSingleByte(bytes: Buffer, encoding: SingleByte): string {
  const text = iconv.decode(bytes, ICONV_NAMES[encoding]);
  // Five bytes have no character in Windows-1252: a wrong guess here would damage names without anybody seeing it.
  if (text.includes('\ufffd')) throw new TabularError('encoding.unknown');
  return text;
}
