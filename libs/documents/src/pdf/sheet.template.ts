import { plainLine } from '../deck/text.rules.js';
import { documentWords } from '../deck/words.template.js';
import { COLOURS } from '../deck/look.template.js';
import type { Line, PaperSpec } from './pdf.rules.js';
import type { TaggedDocument } from './tagged-document.template.js';
import { fontFile, stretchesOf, type FontName, type Stretch } from './type.template.js';

/** A4 in points, and what is left free around the text. */
export const PAGE = { width: 595.28, height: 841.89, side: 62, top: 60, bottom: 72 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
export const FLOOR = PAGE.height - PAGE.bottom;

/** Letter size, distance between lines and colour of a kind of text. */
export interface TypeSize {
  size: number;
  leading: number;
  colour: string;
}

/** What the maker of a PDF knows of its structure elements; their type in @types/pdfkit is older than the library. */
export type Structure = PDFKit.PDFStructureElement;
const FONTS: readonly FontName[] = ['regular', 'bold', 'other-regular', 'other-bold'];

/**
 * Sheets of A4 that are written from top to bottom: knows its fonts, where the pen is and how what is drawn belongs to the structure
 * that a screen reader follows. What is only decoration is an artifact.
 */
export class Sheet {
  readonly root: Structure;
  y: number = PAGE.top;
  private readonly document: PDFKit.PDFDocument;
  private readonly characters = new Map<FontName, ReadonlySet<number>>();
  private readonly parts: Buffer[] = [];
  private readonly done: Promise<Buffer>;

  /** What writes the file is heavy and most processes never need it: the first PDF loads it. */
  static async open(spec: PaperSpec): Promise<Sheet> {
    const { TaggedDocument } = await import('./tagged-document.template.js');
    return new Sheet(spec, TaggedDocument);
  }

  private constructor(spec: PaperSpec, Document: typeof TaggedDocument) {
    const words = documentWords(spec.language);
    const author = plainLine(spec.author ?? '') || plainLine(spec.organisation ?? '') || 'Leerkring';
    this.document = new Document({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/UA' as 'PDF/A-2',
      tagged: true,
      lang: words.locale,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      font: null as unknown as string,
      info: {
        Title: plainLine(spec.title) || words.untitled,
        Author: author,
        Creator: 'Leerkring',
        Producer: 'Leerkring',
        CreationDate: spec.madeAt,
        ModDate: spec.madeAt,
      },
    });
    this.done = new Promise((resolve, reject) => {
      this.document.on('data', (part: Buffer) => this.parts.push(part));
      this.document.on('end', () => resolve(Buffer.concat(this.parts)));
      this.document.on('error', reject);
    });
    for (const name of FONTS) this.document.registerFont(name, fontFile(name));
    this.document.addPage();
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** Width of a text in points. */
  measure(text: string, bold: boolean, size: number): number {
    return this.stretches(text, bold).reduce((sum, stretch) => sum + this.widthOf(stretch, size), 0);
  }

  /** Room on this page under the pen. */
  get room(): number {
    return FLOOR - this.y;
  }

  newPage(): void {
    this.document.addPage();
    this.y = PAGE.top;
  }

  /** Starts a new page when less than this is left; not on a page on which nothing stands yet. */
  need(points: number): void {
    if (this.room < points && this.y > PAGE.top) this.newPage();
  }

  /** A new element of the structure in another. `scope` says whether a heading of a table heads a column or a row. */
  element(parent: Structure, kind: string, scope?: 'Column' | 'Row'): Structure {
    const options = scope ? { scope } : {};
    const element = this.document.struct(kind, options as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    return element;
  }

  /** One line of text with its links, as content of an element of the structure; null: decoration, which readers pass over. */
  line(
    line: Line,
    element: Structure | null,
    place: { x: number; y: number; width: number; align?: 'start' | 'end' },
    type: TypeSize,
  ): void {
    const total = line.pieces.reduce((sum, { width }) => sum + width, 0);
    let x = place.x + (place.align === 'end' ? Math.max(place.width - total, 0) : 0);
    for (const { run, text } of line.pieces) {
      for (const stretch of this.stretches(text, run.bold)) {
        const width = this.widthOf(stretch, type.size);
        const colour = run.href ? COLOURS.accent : type.colour;
        const at = { x, y: place.y, width };
        const draw = (): void => this.draw(stretch, at, { ...type, colour }, run.href !== null);
        if (element === null) this.decorate(draw);
        else if (run.href) this.link(element, run.href, run.text, at, type, draw);
        else if (stretch.lost !== null)
          element.add(this.document.struct('Span', { actual: stretch.lost }, [draw]));
        else element.add(draw);
        x += width;
      }
    }
  }

  /** Lines, rules and grounds. */
  decorate(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  rule(x: number, y: number, width: number, colour: string = COLOURS.line, thickness = 0.6): void {
    this.decorate(() =>
      this.document
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(thickness)
        .stroke(`#${colour}`),
    );
  }

  ground(x: number, y: number, width: number, height: number): void {
    this.decorate(() => this.document.rect(x, y, width, height).fill(`#${COLOURS.warm}`));
  }

  /** A bookmark to where the pen is. @returns the bookmark, for those under it */
  bookmark(text: string, under: PDFKit.PDFOutline | null): PDFKit.PDFOutline {
    return (under ?? this.document.outline).addItem(text, { expanded: true });
  }

  /** Writes what stands at the foot of every page and closes the document. */
  async finish(
    foot: (page: number, pages: number) => { left: Line; right: Line },
    type: TypeSize,
  ): Promise<Buffer> {
    const { count } = this.document.bufferedPageRange();
    const y = PAGE.height - PAGE.bottom + 28;
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      const { left, right } = foot(page + 1, count);
      this.rule(PAGE.side, y - 8, TEXT_WIDTH);
      this.line(left, null, { x: PAGE.side, y, width: TEXT_WIDTH }, type);
      this.line(right, null, { x: PAGE.side, y, width: TEXT_WIDTH, align: 'end' }, type);
    }
    this.document.end();
    return this.done;
  }

  /** A link is an element of its own and belongs to the page on which it stands. */
  private link(
    parent: Structure,
    href: string,
    text: string,
    at: { x: number; y: number; width: number },
    type: TypeSize,
    draw: () => void,
  ): void {
    const element = this.element(parent, 'Link');
    element.add(draw);
    const options = { structParent: element, Contents: new String(text.trim()) };
    this.document.link(at.x, at.y, at.width, type.leading, href, options as object);
    element.end();
  }

  private draw(
    stretch: Stretch,
    at: { x: number; y: number; width: number },
    type: TypeSize,
    underlined: boolean,
  ): void {
    this.document
      .font(stretch.font)
      .fontSize(type.size)
      .fillColor(`#${type.colour}`)
      .text(stretch.text, at.x, at.y + (type.leading - type.size * 1.21) / 2, { lineBreak: false });
    if (!underlined) return;
    const y = at.y + type.leading * 0.82;
    this.document
      .moveTo(at.x, y)
      .lineTo(at.x + at.width, y)
      .lineWidth(0.5)
      .stroke(`#${type.colour}`);
  }

  private stretches(text: string, bold: boolean): Stretch[] {
    return stretchesOf(text, bold, (font, letter) => this.has(font, letter));
  }

  private widthOf(stretch: Stretch, size: number): number {
    return this.document.font(stretch.font).fontSize(size).widthOfString(stretch.text);
  }

  private has(name: FontName, letter: string): boolean {
    let known = this.characters.get(name);
    if (!known) {
      const opened = this.document.font(name) as unknown as { _font: { font: { characterSet: number[] } } };
      known = new Set(opened._font.font.characterSet);
      this.characters.set(name, known);
    }
    return known.has(letter.codePointAt(0) ?? 0);
  }
}
