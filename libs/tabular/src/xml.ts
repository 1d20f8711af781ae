import sax from 'sax';
import { TabularError } from './errors.js';

/** Attributes by their local name: producers differ in prefixes, not in names. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const DEEPEST = 64;

/**
 * A streaming XML reader that knows no DTD, no external and no own entities, and no depth that a workbook does not have.
 * Names come without their namespace prefix.
 */
export class XmlReader {
  private readonly parser: sax.SAXParser;
  private depth = 0;

  constructor(
    private readonly part: string,
    handlers: XmlHandlers,
  ) {
    const options = { strictEntities: true, trim: false, normalize: false };
    this.parser = sax.parser(true, options);
    this.parser.onerror = () => {
      throw new TabularError('xlsx.damaged', { part });
    };
    this.parser.ondoctype = () => {
      throw new TabularError('xlsx.doctype', { part });
    };
    this.parser.onopentag = (node) => {
      this.depth += 1;
      if (this.depth > DEEPEST) throw new TabularError('xlsx.damaged', { part });
      handlers.open?.(localName(node.name), localAttributes(node.attributes as Record<string, string>));
    };
    this.parser.onclosetag = (name) => {
      this.depth -= 1;
      handlers.close?.(localName(name));
    };
    this.parser.ontext = (text) => handlers.text?.(text);
    this.parser.oncdata = (text) => handlers.text?.(text);
  }

  write(text: string): void {
    this.guarded(() => this.parser.write(text));
  }

  end(): void {
    this.guarded(() => this.parser.close());
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof TabularError) throw error;
      throw new TabularError('xlsx.damaged', { part: this.part });
    }
  }
}

/** Reads one whole part. */
export async function readXml(
  part: string,
  pieces: AsyncIterable<string>,
  handlers: XmlHandlers,
): Promise<void> {
  const reader = new XmlReader(part, handlers);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    if (name.includes(':')) {
      const local: Record<string, string> = Object.create(null) as Record<string, string>;
      // A plain attribute wins over a prefixed one of the same local name (`r:id` next to `id`).
      for (const key of Object.keys(attributes))
        if (key.includes(':')) local[localName(key)] = attributes[key]!;
      for (const key of Object.keys(attributes)) if (!key.includes(':')) local[key] = attributes[key]!;
      if (Object.hasOwn(attributes, 'r:id')) local['relation'] = attributes['r:id']!;
      return local;
    }
  }
  return attributes;
}
