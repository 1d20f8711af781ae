import type { Language } from '#libs/contracts';
import { COLOURS } from '../deck/look.template.js';
import { plainLine } from '../deck/text.rules.js';
import { documentWords } from '../deck/words.template.js';
import {
  linesOf,
  runsOf,
  textOf,
  type DefinitionsBlock,
  type HeadingBlock,
  type Inline,
  type Line,
  type ListBlock,
  type PaperSpec,
  type PaperTableBlock,
} from './pdf.rules.js';
import { FLOOR, PAGE, Sheet, TEXT_WIDTH, type Structure, type TypeSize } from './sheet.template.js';

const BODY: TypeSize = { size: 10, leading: 15, colour: COLOURS.ink };
const QUIET: TypeSize = { size: 9, leading: 13.5, colour: COLOURS.quiet };
const TITLE: TypeSize = { size: 21, leading: 27, colour: COLOURS.accent };
const HEADINGS: Record<HeadingBlock['level'], TypeSize & { before: number; after: number }> = {
  1: { size: 14, leading: 19, colour: COLOURS.accent, before: 20, after: 6 },
  2: { size: 11, leading: 16, colour: COLOURS.ink, before: 14, after: 4 },
  3: { size: 10, leading: 15, colour: COLOURS.quiet, before: 10, after: 2 },
};
const AFTER = 7;
const INDENT = 16;
const CELL = { side: 6, top: 4 } as const;
/** A heading never stands alone at the foot of a page. */
const COMPANY = 48;
const WORDS: Record<Language, { page: (page: number, pages: number) => string }> = {
  nl: { page: (page, pages) => `Pagina ${page} van ${pages}` },
  en: { page: (page, pages) => `Page ${page} of ${pages}` },
};

/**
 * A tagged PDF on A4 (PDF 1.7, PDF/UA): title, language, bookmarks, headings, lists and tables as such for who listens, fonts inside, footers
 * apart. What does not fit goes on on a next page, nothing is dropped: any text of any length is accepted, what cannot be drawn shows as a
 * box and keeps its text. The same description gives the same bytes.
 * @throws RangeError when `madeAt` is no moment
 */
export async function pdf(spec: PaperSpec): Promise<Buffer> {
  const date = writtenDate(spec.madeAt, spec.language);
  const paper = new Paper(await Sheet.open(spec));
  paper.opening(spec);
  for (const block of spec.blocks) {
    if (block.kind === 'heading') paper.heading(block);
    else if (block.kind === 'paragraph') paper.paragraph(block.text, block.tone === 'quiet' ? QUIET : BODY);
    else if (block.kind === 'list') paper.list(block);
    else if (block.kind === 'table') paper.table(block);
    else if (block.kind === 'definitions') paper.definitions(block);
    else paper.pageBreak();
  }
  return paper.finish([plainLine(spec.organisation ?? ''), date].filter(Boolean).join(' · '), spec.language);
}

/** `14 april 2026`, the local day. @throws RangeError when it is no moment */
export function writtenDate(moment: Date, language: Language): string {
  const locale = documentWords(language).locale;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(moment);
}

interface Cell {
  lines: Line[];
  kind: 'TH' | 'TD';
  scope?: 'Column' | 'Row';
  align: 'start' | 'end';
}
interface Column {
  x: number;
  width: number;
}

class Paper {
  private readonly outline: (PDFKit.PDFOutline | null)[] = [null, null, null, null];

  constructor(private readonly sheet: Sheet) {}

  opening(spec: PaperSpec): void {
    const title = plainLine(spec.title) || documentWords(spec.language).untitled;
    this.text(this.sheet.root, 'H1', this.lines(title, TEXT_WIDTH, TITLE, true), TITLE);
    this.sheet.y += 2;
    const subtitle = plainLine(spec.subtitle ?? '');
    if (subtitle) this.text(this.sheet.root, 'P', this.lines(subtitle, TEXT_WIDTH, QUIET), QUIET);
    this.sheet.need(20);
    this.sheet.rule(PAGE.side, this.sheet.y + 5, TEXT_WIDTH, COLOURS.accent, 1.2);
    this.sheet.y += 18;
  }

  heading({ level, text }: HeadingBlock): void {
    const words = plainLine(text);
    if (!words) return;
    const type = HEADINGS[level];
    const lines = this.lines(words, TEXT_WIDTH, type, true);
    this.sheet.need(type.before + Math.min(lines.length, 3) * type.leading + COMPANY);
    if (this.sheet.y > PAGE.top) this.sheet.y += type.before;
    const above = this.outline.slice(0, level).findLast((one) => one !== null) ?? null;
    this.outline.fill(null, level);
    this.outline[level] = this.sheet.bookmark(words, above);
    this.text(this.sheet.root, `H${level + 1}`, lines, type);
    this.sheet.y += type.after;
  }

  paragraph(text: Inline, type: TypeSize): void {
    if (textOf(text) === '') return;
    this.text(this.sheet.root, 'P', this.lines(text, TEXT_WIDTH, type), type);
    this.sheet.y += AFTER;
  }

  list({ items, ordered }: ListBlock): void {
    const held = items.filter((item) => textOf(item) !== '');
    if (held.length === 0) return;
    const list = this.sheet.element(this.sheet.root, 'L');
    held.forEach((item, index) => {
      const element = this.sheet.element(list, 'LI');
      this.sheet.need(BODY.leading);
      const label = this.lines(ordered ? `${index + 1}.` : '•', INDENT * 2, BODY)[0] as Line;
      const place = { x: PAGE.side + 2, y: this.sheet.y, width: INDENT };
      this.sheet.line(label, this.sheet.element(element, 'Lbl'), place, BODY);
      const indent = ordered ? INDENT + 8 : INDENT;
      const lines = this.lines(item, TEXT_WIDTH - indent, BODY);
      this.text(element, 'LBody', lines, BODY, { x: PAGE.side + indent, width: TEXT_WIDTH - indent });
      this.sheet.y += 3;
    });
    this.sheet.y += AFTER - 3;
  }

  table({ columns, rows }: PaperTableBlock): void {
    if (columns.length === 0) return;
    const whole = columns.reduce((sum, { share }) => sum + (share ?? 1), 0);
    let x = PAGE.side;
    const places = columns.map(({ share }): Column => {
      const width = (TEXT_WIDTH * (share ?? 1)) / whole;
      x += width;
      return { x: x - width, width };
    });
    const type: TypeSize = { ...BODY, size: 9.5, leading: 14 };
    const cell = (text: Inline, index: number, head: boolean): Cell => ({
      lines: this.lines(text, (places[index]?.width ?? 0) - 2 * CELL.side, type, head),
      kind: head ? 'TH' : 'TD',
      ...(head ? { scope: 'Column' as const } : {}),
      align: columns[index]?.align ?? 'start',
    });
    const head = columns.map(({ heading }, index) => cell(heading, index, true));
    const table = this.sheet.element(this.sheet.root, 'Table');
    const headHeight = heightOf(head, type);
    // a heading so high that hardly anything would fit under it is not worth repeating
    const repeats = headHeight < (FLOOR - PAGE.top) / 3;
    this.sheet.need(headHeight + type.leading + 2 * CELL.top);
    this.row(head, places, type, table, null);
    for (const row of rows) {
      const cells = columns.map((_, index) => cell(row[index] ?? '', index, false));
      this.row(cells, places, type, table, repeats ? head : null);
    }
    this.sheet.y += AFTER + 3;
  }

  definitions({ rows }: DefinitionsBlock): void {
    const held = rows.filter(({ name, value }) => plainLine(name) !== '' && textOf(value) !== '');
    if (held.length === 0) return;
    const first = TEXT_WIDTH * 0.3;
    const places: Column[] = [
      { x: PAGE.side, width: first },
      { x: PAGE.side + first, width: TEXT_WIDTH - first },
    ];
    const table = this.sheet.element(this.sheet.root, 'Table');
    for (const { name, value } of held) {
      const cells: Cell[] = [
        {
          lines: this.lines(plainLine(name), first - 2 * CELL.side, BODY, true),
          kind: 'TH',
          scope: 'Row',
          align: 'start',
        },
        {
          lines: this.lines(value, TEXT_WIDTH - first - 2 * CELL.side, BODY),
          kind: 'TD',
          align: 'start',
        },
      ];
      this.row(cells, places, BODY, table, null);
    }
    this.sheet.y += AFTER;
  }

  pageBreak(): void {
    if (this.sheet.y > PAGE.top) this.sheet.newPage();
  }

  finish(left: string, language: Language): Promise<Buffer> {
    const small: TypeSize = { size: 8, leading: 11, colour: COLOURS.quiet };
    const line = (text: string, width: number): Line => this.lines(text, width, small)[0] as Line;
    return this.sheet.finish(
      (page, pages) => ({
        left: line(left, TEXT_WIDTH * 0.75),
        right: line(WORDS[language].page(page, pages), TEXT_WIDTH * 0.25),
      }),
      small,
    );
  }

  private lines(text: Inline, width: number, { size }: TypeSize, bold = false): Line[] {
    return linesOf(runsOf(text, bold), width, (part, strong) => this.sheet.measure(part, strong, size));
  }

  private text(
    parent: Structure,
    kind: string,
    lines: readonly Line[],
    type: TypeSize,
    place: Column = { x: PAGE.side, width: TEXT_WIDTH },
  ): void {
    const element = this.sheet.element(parent, kind);
    for (const line of lines) {
      this.sheet.need(type.leading);
      this.sheet.line(line, element, { ...place, y: this.sheet.y }, type);
      this.sheet.y += type.leading;
    }
  }

  /** One row, cut where the page ends when it is higher than what is left of the page and than a third of a page. */
  private row(
    cells: readonly Cell[],
    places: readonly Column[],
    type: TypeSize,
    table: Structure | null,
    head: readonly Cell[] | null,
  ): void {
    const element = table ? this.sheet.element(table, 'TR') : null;
    const elements = cells.map(({ kind, scope }) =>
      element ? this.sheet.element(element, kind, scope) : null,
    );
    const most = Math.max(...cells.map(({ lines }) => lines.length));
    let from = 0;
    while (from < most) {
      const wanted = (most - from) * type.leading + 2 * CELL.top;
      const page = FLOOR - PAGE.top;
      const least = Math.min(wanted, wanted < page / 3 ? wanted : 2 * type.leading + 2 * CELL.top);
      if (this.sheet.room < least && this.sheet.y > PAGE.top) {
        this.sheet.newPage();
        if (head) this.row(head, places, type, null, null);
      }
      const fits = Math.max(Math.floor((this.sheet.room - 2 * CELL.top) / type.leading), 1);
      const to = Math.min(most, from + fits);
      const height = (to - from) * type.leading + 2 * CELL.top;
      if (cells.every(({ kind, scope }) => kind === 'TH' && scope === 'Column'))
        this.sheet.ground(PAGE.side, this.sheet.y, TEXT_WIDTH, height);
      cells.forEach(({ lines, align }, index) => {
        const place = places[index] as Column;
        lines.slice(from, to).forEach((line, at) =>
          this.sheet.line(
            line,
            elements[index] ?? null,
            {
              x: place.x + CELL.side,
              width: place.width - 2 * CELL.side,
              y: this.sheet.y + CELL.top + at * type.leading,
              align,
            },
            type,
          ),
        );
      });
      this.sheet.y += height;
      this.sheet.rule(PAGE.side, this.sheet.y, TEXT_WIDTH);
      from = to;
    }
  }
}

function heightOf(cells: readonly Cell[], type: TypeSize): number {
  return Math.max(...cells.map(({ lines }) => lines.length)) * type.leading + 2 * CELL.top;
}
