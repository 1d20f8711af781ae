import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { SessionFileView } from '#libs/contracts';

/** What a file really is, whatever it is called. */
export interface FileKind {
  ending: 'pptx' | 'ppt' | 'pdf' | 'docx' | 'png' | 'jpg';
  mediaType: string;
  kind: SessionFileView['kind'];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const KINDS: Record<FileKind['ending'], FileKind> = {
  pptx: { ending: 'pptx', mediaType: `${OFFICE}.presentationml.presentation`, kind: 'slides' },
  ppt: { ending: 'ppt', mediaType: 'application/vnd.ms-powerpoint', kind: 'slides' },
  pdf: { ending: 'pdf', mediaType: 'application/pdf', kind: 'attachment' },
  docx: { ending: 'docx', mediaType: `${OFFICE}.wordprocessingml.document`, kind: 'attachment' },
  png: { ending: 'png', mediaType: 'image/png', kind: 'attachment' },
  jpg: { ending: 'jpg', mediaType: 'image/jpeg', kind: 'attachment' },
};
const SIGNATURES: readonly (readonly [string, 'pdf' | 'png' | 'jpg' | 'zip' | 'compound'])[] = [
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpg'],
  ['504b0304', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
];
/** Names of what can run inside an office file. */
const RUNS = /(^|\/)(vba(Project|Data)[^/]*\.(bin|xml)|activeX\d*\.(bin|xml))$/i;
/** Longest list of types that is read, in bytes. */
const LONGEST_LIST = 1_000_000;
/** Parts in an office file; one with hundreds of slides has fewer. */
const MOST_PARTS = 2_000;
const LIST = '[Content_Types].xml';
const SLIDES = 'ppt/presentation.xml';
const LETTER = 'word/document.xml';
const KEPT_PARTS = [LIST, SLIDES, LETTER];

/**
 * What the first bytes, and for office files the parts inside, say that it is; null for everything that does not belong here: programs,
 * files with macros, files that are broken.
 */
export async function fileKind(bytes: Buffer): Promise<FileKind | null> {
  const head = bytes.subarray(0, 8).toString('hex');
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
  switch (found) {
    case undefined:
      return null;
    case 'zip':
      return officeKind(bytes);
    case 'compound':
      return isPlainPresentation(bytes) ? KINDS.ppt : null;
    default:
      return KINDS[found];
  }
}

/** A .pptx or .docx by its main part: files that can hold macros have another type for it, whatever their name. */
async function officeKind(bytes: Buffer): Promise<FileKind | null> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MOST_PARTS) return null;
    const parts = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) {
      // names differ in more than case, or one part could be judged and another be opened
      if (
        KEPT_PARTS.some(
          (name) => name !== entry.fileName && name.toLowerCase() === entry.fileName.toLowerCase(),
        )
      )
        return null;
      if (parts.has(entry.fileName) || RUNS.test(entry.fileName)) return null;
      parts.set(entry.fileName, entry);
    }
    const list = parts.get(LIST);
    const types = list ? await unpacked(zip, list) : null;
    if (types === null || /macroEnabled|vbaProject|activeX/i.test(types)) return null;
    const is = (part: string, kind: FileKind): boolean =>
      parts.has(part) && types.includes(`${kind.mediaType}.main+xml`);
    if (is(SLIDES, KINDS.pptx)) return KINDS.pptx;
    if (is(LETTER, KINDS.docx)) return KINDS.docx;
    return null;
  } catch {
    return null;
  }
}

/** The text of a small part; null once it is longer than it may be: what a file says of its own sizes is not believed. */
async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string | null> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > LONGEST_LIST) return null;
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  } finally {
    stream.destroy();
  }
}

/**
 * An old .ppt: a compound file with a stream of that name. It says whether it has macros in its VBAInfoAtom ([MS-PPT] 2.4.10): a record
 * of type 0x0400 and 12 bytes, the middle four of which are not zero then.
 */
function isPlainPresentation(bytes: Buffer): boolean {
  const named = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (!named('PowerPoint Document') || named('_VBA_PROJECT')) return false;
  const record = Buffer.from([0x02, 0x00, 0x00, 0x04, 0x0c, 0x00, 0x00, 0x00]);
  for (let at = bytes.indexOf(record); at !== -1; at = bytes.indexOf(record, at + 1)) {
    const has = at + 16 <= bytes.length && bytes.readUInt32LE(at + 12) !== 0;
    if (has) return false;
  }
  return true;
}

/** Longest name without its ending, in characters. */
const LONGEST_NAME = 80;

/** A name without its folder and its ending, as its owner reads it: what the guard looks at. */
export function nameStem(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\.[\p{L}\d]{1,5}$/u, '');
}

/**
 * A name that every computer takes, with the ending that belongs to the bytes: no folders, no control or direction signs, nothing that
 * a shell or a header reads, no spaces (journeys D8).
 */
export function safeName(name: string, ending: FileKind['ending'], otherwise: string): string {
  const stem = nameStem(name)
    .replace(/[^\p{L}\p{M}\d._-]+/gu, '-')
    .replace(/-*\.[-.]*/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const short = [...stem]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[-.]+$/, '');
  return `${short || otherwise}.${ending}`;
}
