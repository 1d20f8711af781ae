import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import JSZip from 'jszip';
import { fileKind, safeName } from './file-kind.rules.js';

const TYPE = 'application/vnd.openxmlformats-officedocument';
const types = (part: string, type: string) =>
  `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`;
async function zip(parts: Record<string, string>): Promise<Buffer> {
  const file = new JSZip();
  for (const [name, text] of Object.entries(parts)) file.file(name, text);
  return file.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
const slides = (more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': types('ppt/presentation.xml', `${TYPE}.presentationml.presentation.main+xml`),
    'ppt/presentation.xml': '<p/>',
    ...more,
  });
/** An old file: header, the name of its stream, and a record about macros. */
const old = (stream: string, macros: number | null) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(520),
    Buffer.from(stream, 'utf16le'),
    macros === null
      ? Buffer.alloc(0)
      : Buffer.from([2, 0, 0, 4, 12, 0, 0, 0, 9, 0, 0, 0, macros, 0, 0, 0, 2, 0, 0, 0]),
  ]);
const ending = async (bytes: Buffer) => (await fileKind(bytes))?.ending ?? null;

describe('what a file is', () => {
  it('is said by its bytes: slides, papers and pictures', async () => {
    expect(await ending(await slides())).toBe('pptx');
    const letter = types('word/document.xml', `${TYPE}.wordprocessingml.document.main+xml`);
    expect(await ending(await zip({ '[Content_Types].xml': letter, 'word/document.xml': '<w/>' }))).toBe(
      'docx',
    );
    expect(await ending(Buffer.from('%PDF-1.7\n'))).toBe('pdf');
    expect(await ending(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('png');
    expect(await ending(Buffer.from('ffd8ffe0', 'hex'))).toBe('jpg');
    expect(await ending(old('PowerPoint Document', null))).toBe('ppt');
    expect(await ending(old('PowerPoint Document', 0))).toBe('ppt');
  });

  it('is nothing for us when it can run something', async () => {
    expect(await ending(await slides({ 'ppt/vbaProject.bin': 'x' }))).toBeNull();
    expect(await ending(await slides({ 'ppt/activeX/activeX1.xml': 'x' }))).toBeNull();
    const enabled = types(
      'ppt/presentation.xml',
      'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
    );
    expect(
      await ending(await zip({ '[Content_Types].xml': enabled, 'ppt/presentation.xml': '<p/>' })),
    ).toBeNull();
    expect(await ending(old('PowerPoint Document', 1))).toBeNull();
    expect(await ending(Buffer.from('MZ\u0090\u0000'))).toBeNull();
  });

  it('is nothing for us when it is another archive, another old file, broken or a bomb', async () => {
    expect(await ending(await zip({ 'a.txt': 'x' }))).toBeNull();
    expect(await ending(old('WordDocument', null))).toBeNull();
    const whole = await slides();
    expect(await ending(whole.subarray(0, whole.length - 30))).toBeNull();
    const sheet = types('xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`);
    expect(await ending(await zip({ '[Content_Types].xml': sheet, 'xl/workbook.xml': '<x/>' }))).toBeNull();
    const bomb = await zip({ '[Content_Types].xml': ' '.repeat(5_000_000), 'ppt/presentation.xml': '<p/>' });
    expect(await ending(bomb)).toBeNull();
    expect(await ending(Buffer.alloc(0))).toBeNull();
  });

  it('is nothing for us when it unpacks to more than it says, or has more parts than any presentation', async () => {
    const list = types('ppt/presentation.xml', `${TYPE}.presentationml.presentation.main+xml`);
    const lies = await zip({
      '[Content_Types].xml': list + ' '.repeat(100_000_000),
      'ppt/presentation.xml': '<p/>',
    });
    // the sizes that the local header and the directory claim
    for (const [signature, at] of [
      ['504b0304', 22],
      ['504b0102', 24],
    ] as const)
      lies.writeUInt32LE(list.length, lies.indexOf(Buffer.from(signature, 'hex')) + at);
    const before = process.memoryUsage().rss;
    expect(await ending(lies)).toBeNull();
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`ppt/media/${at}.xml`, '']));
    expect(await ending(await slides(many))).toBeNull();
    expect(await ending(await slides({ 'PPT/presentation.xml': '<p/>' }))).toBeNull();
  });

  it('is judged without falling over, whatever the bytes are (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('504b0304', 'd0cf11e0a1b11ae1', ''),
        fc.uint8Array({ maxLength: 300 }),
        async (head, rest) => {
          expect(await fileKind(Buffer.concat([Buffer.from(head, 'hex'), rest]))).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['Dia’s 2026.pptx', 'Dia-s-2026.pptx'],
    ['../../etc/passwd', 'passwd.pptx'],
    ['C:\\map\\plekken.v2.PPTX', 'plekken.v2.pptx'],
    ['a\u202egpj.exe', 'a-gpj.pptx'],
    ['"; rm -rf *.pptx', 'rm-rf.pptx'],
    ['.pptx', 'bestand.pptx'],
    ['  -- .. ', 'bestand.pptx'],
    ['Één plék.pptx', 'Één-plék.pptx'],
  ])('%j is kept as %s', (given, kept) => {
    expect(safeName(given, 'pptx', 'bestand')).toBe(kept);
  });

  it('never holds a folder, a space, a quote or a control sign, and keeps its ending (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = safeName(given, 'pdf', 'bestand');
        expect(name).toMatch(/^[\p{L}\p{M}\d_][\p{L}\p{M}\d._-]*\.pdf$/u);
        expect([...name].length).toBeLessThanOrEqual(84);
      }),
    );
  });
});
