import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bookParts, plainBook, zip, type Part } from '../fixtures/archive.js';
import { DEFAULT_LIMITS, readTable, TabularError, type ReadOptions } from './index.js';

const MB = 1024 * 1024;

async function refusal(source: Buffer | Readable, options: ReadOptions = {}): Promise<string> {
  const error = await readTable(source, options).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(TabularError);
  const refused = error as TabularError;
  expect(refused.sentence('nl')).toMatch(/^[A-Z].*\.$/);
  expect(refused.sentence('nl')).not.toContain('{');
  return refused.code;
}

function withPart(part: Part, sheetXml = '<sheetData/>'): Buffer {
  return zip([...bookParts({ sheets: [{ name: 'x', xml: sheetXml }] }), part]);
}

const HEAD = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';

describe('zip bombs and broken containers (security 13)', () => {
  it('refuses a directory that claims 4 GB before unpacking anything', async () => {
    const bomb = withPart({ name: 'xl/media/a.bin', data: 'x', claims: 0xfffffff0 });
    expect(await refusal(bomb)).toBe('zip.too-large');
  });

  it('refuses a suspicious ratio', async () => {
    expect(await refusal(withPart({ name: 'xl/a.bin', data: Buffer.alloc(40 * MB) }))).toBe('zip.ratio');
  });

  it('stops when a part is larger than its directory says', async () => {
    const parts = bookParts({ sheets: [{ name: 'x', xml: '' }] });
    const sheet = parts.find((part) => part.name.endsWith('sheet1.xml'))!;
    sheet.data = `<worksheet>${HEAD}${' '.repeat(30 * MB)}</sheetData></worksheet>`;
    sheet.claims = 500;
    expect(await refusal(zip(parts))).toMatch(/^(xlsx|zip)\.damaged$/);
  });

  it('refuses symbolic links, passwords, parts that occur twice and too many parts', async () => {
    expect(await refusal(withPart({ name: 'xl/link', data: '/etc/passwd', mode: 0o120777 }))).toBe(
      'zip.symlink',
    );
    expect(await refusal(withPart({ name: 'xl/secret', data: 'x', encrypted: true }))).toBe('file.encrypted');
    expect(await refusal(withPart({ name: 'XL/workbook.xml', data: 'x' }))).toBe('zip.duplicate-entry');
    const many = Array.from({ length: 2100 }, (_, i) => ({ name: `p${i}`, data: '' }));
    expect(await refusal(zip(many))).toBe('zip.too-many-entries');
  });

  it('never opens an archive inside, and refuses one that is only an archive', async () => {
    const inner = zip([{ name: 'bomb', data: Buffer.alloc(MB) }]);
    const book = withPart({ name: 'xl/embeddings/inner.zip', data: inner }, `${HEAD}</sheetData>`);
    expect((await readTable(book)).headings).toEqual(['a']);
    expect(await refusal(zip([{ name: 'inner.zip', data: inner }]))).toBe('file.zip');
    expect(await refusal(zip([{ name: '../../evil.csv', data: 'a;b' }]))).toBe('zip.damaged');
  });

  it('refuses a workbook that is cut off or scrambled', async () => {
    const book = plainBook([
      ['a', 'b'],
      ['x', 1],
    ]);
    expect(await refusal(book.subarray(0, book.length - 30))).toBe('zip.damaged');
    const scrambled = Buffer.from(book);
    scrambled.fill(0xaa, 60, 90);
    expect(await refusal(scrambled)).toMatch(/damaged$/);
  });
});

describe('hostile XML (security 13)', () => {
  const dtd = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>';

  it.each([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    '_rels/.rels',
  ])('refuses a DTD and own entities in %s', async (name) => {
    const book = { sheets: [{ name: 'x', xml: `${HEAD}</sheetData>` }], strings: '', styles: '' };
    const parts = bookParts(book);
    const part = parts.find((p) => p.name === name)!;
    part.data = dtd + String(part.data).replace(/^<\?xml[^>]*\?>/, '');
    expect(await refusal(zip(parts))).toBe('xlsx.doctype');
  });

  it('refuses unknown entities, endless depth and rows or cells that go backwards', async () => {
    const sheet = (xml: string): Buffer => zip(bookParts({ sheets: [{ name: 'x', xml }] }));
    expect(await refusal(sheet(`${HEAD}<row><c t="str"><v>&evil;</v></c></row></sheetData>`))).toBe(
      'xlsx.damaged',
    );
    expect(await refusal(sheet(`${HEAD}${'<a>'.repeat(100_000)}`))).toBe('xlsx.damaged');
    expect(await refusal(sheet(`${HEAD}<row r="1"><c><v>1</v></c></row></sheetData>`))).toBe('xlsx.damaged');
    expect(
      await refusal(
        sheet(`${HEAD}<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row></sheetData>`),
      ),
    ).toBe('xlsx.damaged');
    expect(await refusal(sheet(`${HEAD}<row r="2"><c t="s"><v>7</v></c></row></sheetData>`))).toBe(
      'xlsx.damaged',
    );
  });

  it('bounds columns, cells and texts', async () => {
    const wide = Array.from({ length: 300 }, () => '<c><v>1</v></c>').join('');
    const sheet = (xml: string, strings?: string): Buffer =>
      zip(bookParts({ sheets: [{ name: 'x', xml }], ...(strings === undefined ? {} : { strings }) }));
    expect(await refusal(sheet(`${HEAD}<row>${wide}</row></sheetData>`))).toBe('table.too-many-columns');
    const long = 'x'.repeat(DEFAULT_LIMITS.cellLength + 1);
    expect(await refusal(sheet(`${HEAD}<row><c t="str"><v>${long}</v></c></row></sheetData>`))).toBe(
      'cell.too-long',
    );
    expect(await refusal(sheet(`${HEAD}</sheetData>`, `<si><t>${'y'.repeat(300_000)}</t></si>`))).toBe(
      'cell.too-long',
    );
    const strings = '<si><t>x</t></si>'.repeat(50);
    expect(await refusal(sheet(`${HEAD}</sheetData>`, strings), { limits: { sharedStrings: 49 } })).toBe(
      'xlsx.too-many-strings',
    );
  });
});

describe('hostile text (security 13)', () => {
  it('refuses a million columns at the first that is too many', async () => {
    expect(await refusal(Buffer.from(`a${';a'.repeat(1_000_000)}\n1;2\n`))).toBe('table.too-many-columns');
    expect(await refusal(Buffer.from(`a;b\n${';'.repeat(1_000_000)}\n`))).toBe('table.too-many-columns');
  });

  it('stops reading a cell of 1 GB and a quote that swallows the file, long before their end', async () => {
    for (const start of ['a;b\n1;', 'a;b\n1;"']) {
      let sent = 0;
      async function* endless(): AsyncGenerator<Buffer> {
        yield Buffer.from(start);
        const piece = Buffer.alloc(64 * 1024, 'x');
        for (; sent < 1024 * MB; sent += piece.length) yield piece;
      }
      expect(await refusal(Readable.from(endless()), { limits: { fileBytes: 2048 * MB } })).toBe(
        'cell.too-long',
      );
      expect(sent).toBeLessThan(MB);
    }
  });

  it('stops at the size limit of the file, also when it arrives as a stream', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.from('1;2\n'.repeat(10_000));
    }
    const limits = { rows: 1e9, cells: 1e9 };
    expect(await refusal(Readable.from(endless()), { limits })).toBe('file.too-large');
    expect(await refusal(Buffer.alloc(DEFAULT_LIMITS.fileBytes + 1, 'a'))).toBe('file.too-large');
  });

  it('bounds rows and cells', async () => {
    const rows = Buffer.from(`a;b\n${'1;2\n'.repeat(50)}`);
    expect(await refusal(rows, { limits: { rows: 49 } })).toBe('table.too-many-rows');
    expect(await refusal(rows, { limits: { cells: 99 } })).toBe('table.too-many-cells');
    expect((await readTable(rows, { limits: { rows: 50, cells: 100 } })).rows).toHaveLength(50);
  });

  it('refuses an open quote by its row, and NUL bytes', async () => {
    const error = (await readTable(Buffer.from('a;b\n1;2\n"3;4\n5;6')).catch(
      (e: unknown) => e,
    )) as TabularError;
    expect([error.code, error.details['row']]).toEqual(['csv.quote-open', 3]);
    expect(await refusal(Buffer.from('a;b\n1;\0\n2;3\n'))).toBe('text.nul');
  });

  it.each([
    ['file.pdf', Buffer.from('%PDF-1.7\n%abc')],
    ['file.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    [
      'file.encrypted',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(90_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    [
      'file.ods',
      zip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<a/>' },
      ]),
    ],
    ['file.html', Buffer.from('<html><body><table><tr><td>a</td></tr></table>')],
    ['file.xml', Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>')],
    ['file.binary', Buffer.from('1f8b0800000000000003', 'hex')],
    ['file.binary', Buffer.from(Array.from({ length: 500 }, (_, i) => (i % 8) + 1))],
    [
      'file.not-workbook',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<a/>' },
      ]),
    ],
    [
      'file.xlsb',
      zip([
        {
          name: '[Content_Types].xml',
          data: '<Types><D ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        },
      ]),
    ],
  ])('refuses %s whatever its name', async (code, bytes) => {
    expect(await refusal(bytes, { fileName: 'praktijken.csv' })).toBe(code);
  });
});

describe('noise', () => {
  const orRefused = async (bytes: Buffer): Promise<void> => {
    try {
      const table = await readTable(bytes);
      for (const row of table.rows) expect(row.cells).toHaveLength(table.headings.length);
    } catch (error) {
      expect(error).toBeInstanceOf(TabularError);
    }
  };

  it('never fails otherwise than by a refusal: random bytes (property)', async () => {
    const bytes = fc.uint8Array({ maxLength: 600 });
    await fc.assert(
      fc.asyncProperty(bytes, (b) => orRefused(Buffer.from(b))),
      { numRuns: 400 },
    );
  });

  it('never fails otherwise than by a refusal: random texts (property)', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab";,\t|\n\r =1é\ufeff'), maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(text, (t) => orRefused(Buffer.from(t))),
      { numRuns: 600 },
    );
  });

  it('never fails otherwise than by a refusal: a workbook with bytes changed (property)', async () => {
    const book = plainBook([
      ['a', 'b'],
      ['x', 1],
      ['y', 2],
    ]);
    const damage = fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(book);
        for (const [at, value] of changes) bytes[at] = value;
        await orRefused(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('never fails otherwise than by a refusal: sheets of random XML (property)', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<row>',
        '</row>',
        '<c>',
        '<c t="s">',
        '</c>',
        '<v>',
        '</v>',
        '1',
        '<is>',
        '</is>',
        '<t>',
        '</t>',
        '&amp;',
        '&',
        '<f/>',
      ),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, (xml) =>
        orRefused(zip(bookParts({ sheets: [{ name: 'x', xml: `${HEAD}${xml.join('')}</sheetData>` }] }))),
      ),
      { numRuns: 200 },
    );
  });
});
