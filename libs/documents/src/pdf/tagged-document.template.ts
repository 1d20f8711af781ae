import PDFDocument from 'pdfkit';

/** The names in a document as XML holds them: the library puts them in its metadata unescaped. */
function escaped<T>(value: T): T {
  if (typeof value !== 'string') return value;
  const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return value.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign) as T;
}

/** A PDF with structure, whose metadata are XML whatever names stand in them. */
export class TaggedDocument extends PDFDocument {
  endMetadata(): void {
    const info = this.info;
    this.info = Object.fromEntries(
      Object.entries(info).map(([name, value]: [string, unknown]) => [name, escaped(value)]),
    ) as typeof info;
    Object.getPrototypeOf(TaggedDocument.prototype).endMetadata.call(this);
    this.info = info;
  }
}
