import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { plainBook } from '../fixtures/archive.js';
import { readTable, streamTable, TabularError } from './index.js';

const LIST = 'Naam;Plaats;Patiënten\r\nDe Linde;Soest;3.353\r\nCafé Zuid;Baarn;2.140\r\n';

async function refusal(source: Buffer | string, options = {}): Promise<string> {
  const error = await readTable(Buffer.from(source as string), options).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(TabularError);
  return (error as TabularError).code;
}

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(LIST)],
    ['utf-8', Buffer.from(`\ufeff${LIST}`)],
    ['utf-16le', iconv.encode(LIST, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(LIST, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(LIST, 'utf-16le')],
    ['utf-16be', iconv.encode(LIST, 'utf-16be')],
    ['windows-1252', iconv.encode(LIST, 'win1252')],
    ['ibm850', iconv.encode(LIST, 'cp850')],
    ['macintosh', iconv.encode(LIST, 'macintosh')],
  ])('recognises %s (ORG-01)', async (encoding, bytes) => {
    const table = await readTable(bytes);
    expect(table.format).toEqual({ kind: 'csv', encoding, separator: ';' });
    expect(table.headings).toEqual(['Naam', 'Plaats', 'Patiënten']);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['De Linde', 'Soest', '3.353'],
      ['Café Zuid', 'Baarn', '2.140'],
    ]);
  });

  it('keeps the typography of Windows-1252 instead of guessing another encoding', async () => {
    const text = 'Naam;Bedrag\nPraktijk ’t Zand – zuid;€ 5\nIt’s;x\n';
    const table = await readTable(iconv.encode(text, 'win1252'));
    expect(table.format.encoding).toBe('windows-1252');
    expect(table.rows[0]?.cells).toEqual(['Praktijk ’t Zand – zuid', '€ 5']);
  });

  it('switches from ASCII to Windows-1252 long after the first sample', async () => {
    const plain = 'Zuid;Soest\n'.repeat(20_000);
    const table = await readTable(iconv.encode(`Naam;Plaats\n${plain}Café;Zoë\n`, 'win1252'));
    expect(table.format.encoding).toBe('windows-1252');
    expect(table.rows.at(-1)?.cells).toEqual(['Café', 'Zoë']);
  });

  it('refuses a file that mixes UTF-8 and another encoding', async () => {
    const mixed = Buffer.concat([
      Buffer.from('Naam;Plaats\nCafé;Zoë\n'.repeat(9)),
      Buffer.from([0x43, 0xe9, 0x0a]),
    ]);
    expect(await refusal(mixed as never)).toBe('encoding.mixed');
    expect(await refusal(Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xe9, 0x42]) as never)).toBe('encoding.broken');
  });

  it('reads the same whatever the size of the pieces in which a file arrives', async () => {
    const text = 'Naam;Plaats\r\n"Zoë; ""de"" 😀\r\nLinde";Soest\r\nCafé;Baarn\r\n';
    for (const name of ['utf8', 'utf-16le', 'win1252']) {
      const source = name === 'win1252' ? text.replace('😀', '') : text;
      const bytes = iconv.encode(source, name, { addBOM: name !== 'win1252' });
      const whole = await readTable(bytes);
      for (const size of [1, 2, 3, 7]) {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, i * size + size),
        );
        expect(await readTable(Readable.from(pieces))).toEqual(whole);
      }
    }
  });
});

describe('separators and rows', () => {
  it.each([
    [';', 'csv'],
    [',', 'csv'],
    ['\t', 'tsv'],
    ['|', 'csv'],
  ])('finds the separator %j', async (separator, kind) => {
    const text = [
      ['a', 'b', 'c'],
      ['1', '"x;,\t|y"', ''],
      ['2', '3,5', '4'],
    ]
      .map((r) => r.join(separator))
      .join('\n');
    const fixed = separator === ',' ? text.replace('3,5', '"3,5"') : text;
    const table = await readTable(Buffer.from(fixed));
    expect(table.format).toMatchObject({ separator, kind });
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', 'x;,\t|y', ''],
      ['2', '3,5', '4'],
    ]);
  });

  it('is not misled by decimal commas in every row', async () => {
    const table = await readTable(Buffer.from('AGB;Gemiddelde\n01075954;3353,0\n01129815;12,5\n'));
    expect(table.format.separator).toBe(';');
    const heading = await readTable(Buffer.from('Naam, plaats;AGB;Omzet, euro\nA, B;1;3,5\nC, D;2;4,5\n'));
    expect(heading.headings).toHaveLength(3);
  });

  it('obeys a first line sep= and does not count it as a row', async () => {
    const table = await readTable(Buffer.from('sep=|\r\nNaam|a;b\r\nx|1;2\r\n'));
    expect(table.format.separator).toBe('|');
    expect(table.rows).toEqual([{ row: 2, cells: ['x', '1;2'] }]);
  });

  it('reads CRLF, LF and CR, a missing last line break, and skips empty rows but counts them', async () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const table = await readTable(Buffer.from(['a;b', '1;2', '', ';', '3;4'].join(end)));
      expect(table.rows.map((row) => [row.row, ...row.cells])).toEqual([
        [2, '1', '2'],
        [5, '3', '4'],
      ]);
    }
  });

  it('counts a quoted line break as part of its row, as a spreadsheet does', async () => {
    const table = await readTable(Buffer.from('a;b\n"x\ny";1\nz;2\n'));
    expect(table.rows.map((row) => row.row)).toEqual([2, 3]);
    expect(table.rows[0]?.cells[0]).toBe('x\ny');
  });

  it('names the numbers of cells in a row that does not fit, and ignores empty cells at the end', async () => {
    const table = await readTable(Buffer.from('a;b;;\n1;2;;\n1;2;3;\n1\n'));
    expect(table.headings).toEqual(['a', 'b']);
    expect(table.rows.map((row) => row.problem)).toEqual([
      undefined,
      { code: 'row.too-long', details: { cells: 3, headings: 2 } },
      { code: 'row.too-short', details: { cells: 1, headings: 2 } },
    ]);
    expect(table.rows[2]?.cells).toEqual(['1', '']);
  });

  it('reads a table of one column', async () => {
    const table = await readTable(Buffer.from('AGB\n01075954\n01129815\n'));
    expect(table.rows.map((row) => row.cells)).toEqual([['01075954'], ['01129815']]);
  });
});

describe('headings', () => {
  it('names an empty heading after its column and cleans the others', async () => {
    const table = await readTable(Buffer.from('"Naam\nvan  de praktijk ";;AGB\nx;y;z\n'));
    expect(table.headings).toEqual(['Naam van de praktijk', '(kolom B)', 'AGB']);
  });

  it.each([
    ['', 'file.empty'],
    ['\r\n \r\n', 'heading.missing'],
    ['\r\nNaam;AGB\r\nx;1\r\n', 'heading.not-first-row'],
    ['Praktijkenlijst 2026\r\nNaam;AGB;Plaats\r\nx;1;y\r\n', 'heading.title-row'],
    ['Naam;AGB;naam\r\nx;1;y\r\n', 'heading.duplicate'],
  ])('refuses %j as %s', async (text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  it.each<[string, Buffer]>([
    ['text', Buffer.from('Derma;plekje;Derma\r\nKNO;;\r\n')],
    [
      'a workbook that leaves out empty cells',
      plainBook([
        ['Derma', 'plekje'],
        ['KNO', '', 'oor'],
      ]),
    ],
  ])('names the columns of %s by their letters when its first row is data', async (_what, file) => {
    const seen: string[][] = [];
    const headed = (cells: readonly string[]): boolean => (seen.push([...cells]), false);
    const table = await readTable(file, { headed });
    expect(seen).toHaveLength(1);
    expect(table.headings).toEqual(['(kolom A)', '(kolom B)', '(kolom C)']);
    expect(table.rows.map(({ row, cells: [first] }) => [row, first])).toEqual([
      [1, 'Derma'],
      [2, 'KNO'],
    ]);
    expect(table.rows.every(({ cells, problem }) => cells.length === 3 && !problem)).toBe(true);
  });

  it('says in both languages which columns share a heading', async () => {
    const error = (await readTable(Buffer.from('Naam;AGB;naam\nx;1;y\n')).catch(
      (e: unknown) => e,
    )) as TabularError;
    expect(error.sentence('nl')).toContain('kolom A en boven kolom C');
    expect(error.message).toContain('column A and column C');
  });
});

describe('streaming', () => {
  it('gives rows while the file is still arriving, with bounded memory', async () => {
    let sent = 0;
    async function* source(): AsyncGenerator<Buffer> {
      yield Buffer.from('AGB;Aantal\n');
      for (; sent < 100_000; sent += 1000) yield Buffer.from('01075954;12\n'.repeat(1000));
    }
    const stream = await streamTable(Readable.from(source(), { highWaterMark: 1 }));
    let rows = 0;
    for await (const row of stream.rows) {
      rows += 1;
      if (rows === 1) expect(sent).toBeLessThan(20_000);
      expect(row.cells).toHaveLength(2);
    }
    expect(rows).toBe(100_000);
  });

  it('closes its source when the reader stops early', async () => {
    const source = Readable.from([
      Buffer.from('a;b\n'),
      ...Array.from({ length: 50 }, () => Buffer.from('1;2\n'.repeat(9000))),
    ]);
    const stream = await streamTable(source);
    for await (const row of stream.rows) if (row.row > 3) break;
    expect(source.destroyed).toBe(true);
  });
});

it('keeps characters and rows whole where a long text is cut into pieces', async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, k) => `${'🦉'.repeat(k % 7)};"${'é'.repeat(k % 5)}\r\n;${k}"`,
  );
  const table = await readTable(Buffer.from(`a;b\r\n${rows.join('\r\n')}\r\n`));
  expect(table.rows).toHaveLength(3_000);
  table.rows.forEach(({ cells }, k) =>
    expect(cells).toEqual(['🦉'.repeat(k % 7), `${'é'.repeat(k % 5)}\r\n;${k}`]),
  );
});

describe('any table', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'aZ9 é";,\t|\n=\'-€'), maxLength: 8 });

  it('comes back from RFC 4180 text with the same cells (property)', async () => {
    const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, separator, end) => {
          const quoted = [['k1', 'k2', 'k3'], ...rows].map((row) =>
            row.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator),
          );
          const table = await readTable(Buffer.from(quoted.join(end)));
          const kept = rows.filter((row) => row.some((c) => c.trim() !== ''));
          expect(table.rows.map((row) => row.cells)).toEqual(kept);
          expect(table.format.separator).toBe(separator);
        },
      ),
      { numRuns: 150 },
    );
  });
});
