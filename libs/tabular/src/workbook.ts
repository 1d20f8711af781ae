import { Container } from './container.js';
import { numberKind, type NumberKind } from './cell-format.js';
import { excerpt, TabularError } from './errors.js';
import type { RawRecord } from './delimited.js';
import type { TableLimits } from './limits.js';
import { readStrings } from './shared-strings.js';
import { sheetRecords, type WorkbookParts } from './sheet.js';
import { readXml } from './xml.js';

interface Sheet {
  name: string;
  part: string;
  visible: boolean;
}

/**
 * Opens a workbook and gives the rows of one sheet: the one that is named, else the first visible one that has data.
 * @throws TabularError zip.*, xlsx.*, sheet.*, file.*
 */
export async function openWorkbook(
  file: Buffer,
  limits: TableLimits,
  wanted: string | undefined,
): Promise<{ sheet: string; records: AsyncGenerator<RawRecord[]> }> {
  const container = await Container.open(file, limits);
  const mainPart = await workbookPart(container);
  const book = await readBook(container, mainPart);
  const parts: WorkbookParts = {
    container,
    limits,
    from1904: book.from1904,
    strings: book.stringsPart ? await readStrings(container, book.stringsPart, limits) : [],
    kinds: book.stylesPart ? await readKinds(container, book.stylesPart) : [],
  };
  const chosen =
    wanted === undefined ? book.sheets.filter((sheet) => sheet.visible) : [named(book.sheets, wanted)];
  for (const sheet of chosen) {
    const records = sheetRecords(parts, sheet.part);
    const first = await records.next();
    if (!first.done) return { sheet: sheet.name, records: resumed(first.value, records) };
  }
  throw new TabularError('sheet.none');
}

async function* resumed<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function named(sheets: Sheet[], wanted: string): Sheet {
  const key = wanted.trim().toLowerCase();
  const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === key);
  if (found) return found;
  const sheetNames = sheets.slice(0, 8).map((sheet) => excerpt(sheet.name));
  throw new TabularError('sheet.unknown', { sheet: excerpt(wanted), sheets: sheetNames.join(', ') });
}

/** The part that holds the list of sheets; tells other files in a zip container apart by name. */
async function workbookPart(container: Container): Promise<string> {
  if (!container.has('[Content_Types].xml')) {
    if (container.has('mimetype') && container.has('content.xml')) throw new TabularError('file.ods');
    throw new TabularError('file.zip');
  }
  const types = await container.whole('[Content_Types].xml');
  if (/sheet\.binary/i.test(types)) throw new TabularError('file.xlsb');
  let target: string | null = null;
  if (container.has('_rels/.rels')) {
    await readXml('_rels/.rels', container.text('_rels/.rels'), {
      open: (name, attributes) => {
        if (name === 'Relationship' && attributes['Type']?.endsWith('/officeDocument')) {
          target ??= resolvePart('', attributes['Target'] ?? '');
        }
      },
    });
  }
  const part = target ?? 'xl/workbook.xml';
  if (!/spreadsheetml/i.test(types) || !container.has(part)) throw new TabularError('file.not-workbook');
  return part;
}

interface Book {
  sheets: Sheet[];
  from1904: boolean;
  stringsPart: string | null;
  stylesPart: string | null;
}

async function readBook(container: Container, mainPart: string): Promise<Book> {
  const slash = mainPart.lastIndexOf('/');
  const folder = mainPart.slice(0, slash + 1);
  const relationsPart = `${folder}_rels/${mainPart.slice(slash + 1)}.rels`;
  const relations = new Map<string, { kind: string; part: string }>();
  await readXml(relationsPart, container.text(relationsPart), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const kind = (attributes['Type'] ?? '').split('/').pop() ?? '';
      relations.set(attributes['Id'] ?? '', { kind, part: resolvePart(folder, attributes['Target'] ?? '') });
    },
  });
  const book: Book = { sheets: [], from1904: false, stringsPart: null, stylesPart: null };
  for (const relation of relations.values()) {
    if (!container.has(relation.part)) continue;
    if (relation.kind === 'sharedStrings') book.stringsPart = relation.part;
    if (relation.kind === 'styles') book.stylesPart = relation.part;
  }
  await readXml(mainPart, container.text(mainPart), {
    open: (name, attributes) => {
      if (name === 'workbookPr') book.from1904 = /^(1|true|on)$/i.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attributes['relation'] ?? attributes['id'] ?? '');
      if (relation?.kind !== 'worksheet') return;
      const visible = !/^(hidden|veryHidden)$/.test(attributes['state'] ?? '');
      book.sheets.push({ name: attributes['name'] ?? '', part: relation.part, visible });
    },
  });
  return book;
}

/** A relation's target as the name of a part: absolute, or relative to the folder of the part that points. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The meaning of each cell style's number format, by the index that cells use. */
async function readKinds(container: Container, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellStyles = false;
  await readXml(part, container.text(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        kinds.push(numberKind(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return kinds;
}
