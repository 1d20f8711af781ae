import { TabularError } from './errors.js';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** First bytes of formats that people send by mistake and that would otherwise pass for odd text. */
const BINARY: readonly Buffer[] = [
  Buffer.from([0x1f, 0x8b]), // gzip
  Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'),
  Buffer.from('Rar!'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]), // png
  Buffer.from([0xff, 0xd8, 0xff]), // jpeg
  Buffer.from('GIF8'),
  Buffer.from('\x7fELF', 'latin1'),
  Buffer.from('{\\rtf'),
  Buffer.from([0xff, 0xfe, 0, 0]), // utf-32
];

/**
 * Whether the first bytes are those of a zip container, of an old Office file or of text; what is known and not readable is refused by name.
 * The file's name plays no part.
 * @throws TabularError file.pdf, file.html, file.xml, file.binary
 */
export function fileKind(head: Buffer): 'zip' | 'ole' | 'text' {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head.subarray(0, 16).includes('%PDF-')) throw new TabularError('file.pdf');
  if (head.subarray(0, 8).equals(OLE)) return 'ole';
  if (BINARY.some((magic) => head.subarray(0, magic.length).equals(magic)))
    throw new TabularError('file.binary');
  const start = head
    .subarray(0, 512)
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^\W*?(?=<|$)/, '');
  if (/^<(!doctype html|html|head|body|table|meta)\b/i.test(start)) throw new TabularError('file.html');
  if (/^<\?xml\b/i.test(start)) throw new TabularError('file.xml');
  if (mostlyControl(head.subarray(0, 4096))) throw new TabularError('file.binary');
  return 'text';
}

/** Text has hardly any control characters; zero bytes are left to the encoding, since UTF-16 is full of them. */
function mostlyControl(head: Buffer): boolean {
  let control = 0;
  for (const byte of head)
    if ((byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) control += 1;
  return control > 4 && control > head.length * 0.05;
}

/** Old Office files and workbooks with a password share one container; the second kind names its contents in it. */
export function oleRefusal(file: Buffer): TabularError {
  return new TabularError(file.includes(ENCRYPTED_PACKAGE) ? 'file.encrypted' : 'file.xls');
}
