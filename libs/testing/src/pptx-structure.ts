import JSZip from 'jszip';
import sax from 'sax';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** An object on a slide with its place in EMU (914,400 to an inch); `kind` is the type of its placeholder, if it is one. */
export interface SlideObject {
  name: string;
  kind: string | null;
  text: string;
  alt: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface ReadSlide {
  title: string;
  objects: SlideObject[];
  notes: string[];
}

export interface ReadPresentation {
  /** One sentence for every rule of the format or of accessibility that the file breaks; empty when it breaks none. */
  problems: string[];
  slides: ReadSlide[];
  width: number;
  height: number;
}

const LANGUAGES = ['nl-NL', 'en-GB'];
const FIRST_MASTER_ID = 2_147_483_648;

/**
 * Reads a .pptx without any office program and names what PowerPoint would repair or its accessibility checker would
 * report: parts without a type or that nothing leads to, relations to nothing or to outside, XML that is not well-formed,
 * ids used twice, slides without a title, objects without alternative text, tables without a heading row, empty
 * placeholders, charts whose axes or figures do not add up, texts without a language.
 */
export async function readPresentation(file: Buffer): Promise<ReadPresentation> {
  const problems: string[] = [];
  const zip = await JSZip.loadAsync(file);
  const names = Object.keys(zip.files);
  if (names[0] !== '[Content_Types].xml') problems.push('the list of types is not the first part');
  problems.push(...names.filter((name) => zip.files[name]?.dir).map((name) => `${name} is a folder`));
  const parts = new Map<string, Node>();
  for (const name of names.filter((one) => /\.(xml|rels)$/.test(one))) {
    const tree = parsed(await zip.files[name]!.async('string'));
    if (typeof tree === 'string') problems.push(`${name}: ${tree}`);
    else parts.set(name, tree);
  }
  const reader = new Reader(parts, new Set(names), problems);
  reader.checkTypes();
  reader.checkReach();
  reader.checkPresentation();
  for (const name of names.filter((one) => one.endsWith('.xlsx'))) {
    const book = await JSZip.loadAsync(await zip.files[name]!.async('nodebuffer')).catch(() => null);
    if (!book?.files['xl/workbook.xml']) problems.push(`${name} is no workbook`);
  }
  const size = find(parts.get('ppt/presentation.xml'), 'p:sldSz')?.attributes ?? {};
  return { problems, slides: reader.slides(), width: Number(size.cx), height: Number(size.cy) };
}

class Reader {
  constructor(
    private readonly parts: Map<string, Node>,
    private readonly names: Set<string>,
    private readonly problems: string[],
  ) {}

  checkTypes(): void {
    const types = this.parts.get('[Content_Types].xml');
    const overrides = all(types, 'Override').map(({ attributes }) => (attributes.PartName ?? '').slice(1));
    const defaults = all(types, 'Default').map(({ attributes }) => attributes.Extension ?? '');
    this.unique(overrides, 'the list of types');
    this.unique(defaults, 'the list of types');
    for (const name of overrides)
      if (!this.names.has(name)) this.say(`the list of types names ${name}, which is not there`);
    for (const name of this.names) {
      if (name === '[Content_Types].xml' || overrides.includes(name)) continue;
      const ending = name.split('.').pop() ?? '';
      // a part called xml with the general type is one that no program knows
      if (!defaults.includes(ending) || ending === 'xml') this.say(`${name} has no type`);
    }
  }

  checkReach(): void {
    const reached = new Set<string>(['[Content_Types].xml', '_rels/.rels']);
    const waiting = [''];
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      for (const { target } of this.relationsOf(part)) {
        if (!this.names.has(target))
          this.say(`${part || 'the package'} leads to ${target}, which is not there`);
        if (reached.has(target)) continue;
        reached.add(target).add(relationsName(target));
        waiting.push(target);
      }
    }
    for (const name of this.names) if (!reached.has(name)) this.say(`nothing leads to ${name}`);
    for (const [name, tree] of this.parts) {
      const relations = this.parts.get(relationsName(name));
      const ids = all(relations, 'Relationship').map(({ attributes }) => attributes.Id ?? '');
      this.unique(ids, relationsName(name));
      for (const { attributes } of all(relations, 'Relationship'))
        if (attributes.TargetMode) this.say(`${name} leads outside, to ${attributes.Target}`);
      for (const used of everyNode(tree).flatMap(usedRelations))
        if (!ids.includes(used)) this.say(`${name} uses the relation ${used}, which is not there`);
    }
  }

  checkPresentation(): void {
    const presentation = this.parts.get('ppt/presentation.xml');
    const order = (presentation?.children ?? []).map(({ name }) => name);
    const wanted = [
      'p:sldMasterIdLst',
      'p:notesMasterIdLst',
      'p:sldIdLst',
      'p:sldSz',
      'p:notesSz',
      'p:defaultTextStyle',
    ];
    if (order.join() !== wanted.filter((name) => order.includes(name)).join())
      this.say(`presentation.xml has its parts in the order ${order.join(', ')}`);
    const slideIds = all(presentation, 'p:sldId').map(({ attributes }) => attributes.id ?? '');
    this.unique(slideIds, 'the list of slides');
    if (slideIds.some((id) => Number(id) < 256)) this.say('a slide has an id under 256');
    const masters = [
      ...all(presentation, 'p:sldMasterId'),
      ...this.masters().flatMap((one) => all(one, 'p:sldLayoutId')),
    ];
    const ids = masters.map(({ attributes }) => attributes.id ?? '');
    this.unique(ids, 'masters and layouts');
    if (ids.some((id) => Number(id) < FIRST_MASTER_ID)) this.say('a master or layout has too low an id');
    const themes = [...this.names]
      .filter((name) => /Masters\/[^/]+\.xml$/.test(name))
      .map((name) => this.related(name, 'theme'));
    if (themes.includes(undefined)) this.say('a master has no theme');
    this.unique(themes.map(String), 'the themes of the masters');
    const core = this.parts.get('docProps/core.xml');
    for (const name of ['dc:title', 'dc:creator', 'dcterms:created', 'dc:language'])
      if (!find(core, name)?.text) this.say(`the properties lack ${name}`);
    for (const [name, tree] of this.parts)
      if (/^ppt\/(slide|notes|charts)/.test(name)) this.checkPart(name, tree);
    for (const name of this.slideNames()) this.checkSlide(name);
  }

  private checkPart(name: string, tree: Node): void {
    this.unique(
      all(tree, 'p:cNvPr').map(({ attributes }) => attributes.id ?? ''),
      `${name}, its objects`,
    );
    for (const run of everyNode(tree).filter((one) => ['a:rPr', 'a:endParaRPr'].includes(one.name)))
      if (!LANGUAGES.includes(run.attributes.lang ?? ''))
        this.say(`${name} has a text in the language ${run.attributes.lang}`);
    if (name.startsWith('ppt/charts/') && tree.name === 'c:chartSpace') this.checkChart(name, tree);
  }

  private checkSlide(name: string): void {
    const tree = this.parts.get(name)!;
    const layout = this.related(name, 'slideLayout');
    const offered = all(this.parts.get(layout ?? ''), 'p:ph').map(placeholderKey);
    const titles = all(tree, 'p:ph').filter(({ attributes }) =>
      /^(title|ctrTitle)$/.test(attributes.type ?? ''),
    );
    if (titles.length !== 1) this.say(`${name} has ${titles.length} titles`);
    for (const key of all(tree, 'p:ph').map(placeholderKey))
      if (!offered.includes(key)) this.say(`${name} has a placeholder ${key} that its layout does not know`);
    for (const shape of shapes(tree)) {
      const object = slideObject(shape);
      const decorative = find(shape, 'adec:decorative') !== undefined;
      if (object.kind !== null && object.text === '')
        this.say(`${name}: the placeholder ${object.name} is empty`);
      if (shape.name === 'p:sp' ? object.text === '' && !object.alt && !decorative : !object.alt)
        this.say(`${name}: ${object.name} has no alternative text`);
      if (shape.name === 'p:graphicFrame') this.checkTable(name, object, shape);
    }
    const notes = this.related(name, 'notesSlide');
    if (!notes) return;
    if (this.related(notes, 'slide') !== name) this.say(`the notes of ${name} belong to another slide`);
    if (!this.related(notes, 'notesMaster')) this.say(`the notes of ${name} have no master`);
  }

  private checkTable(name: string, object: SlideObject, shape: Node): void {
    const table = find(shape, 'a:tbl');
    if (!table) return;
    if (find(table, 'a:tblPr')?.attributes.firstRow !== '1')
      this.say(`${name}: ${object.name} has no heading row`);
    const columns = all(table, 'a:gridCol').map(({ attributes }) => Number(attributes.w));
    const heights = all(table, 'a:tr').map(({ attributes }) => Number(attributes.h));
    for (const row of all(table, 'a:tr'))
      if (all(row, 'a:tc').length !== columns.length)
        this.say(`${name}: ${object.name} has a row of another width`);
    if ([...columns, ...heights].some((size) => !(size > 0)))
      this.say(`${name}: ${object.name} has a cell without a size`);
    const sum = (sizes: number[]): number => sizes.reduce((total, one) => total + one, 0);
    if (Math.abs(sum(columns) - object.w) > 20 || Math.abs(sum(heights) - object.h) > 200)
      this.say(`${name}: the cells of ${object.name} do not fill its frame`);
  }

  private checkChart(name: string, tree: Node): void {
    const plot = find(tree, 'c:plotArea');
    const axes = (plot?.children ?? [])
      .filter((one) => /Ax$/.test(one.name))
      .map((one) => find(one, 'c:axId')?.attributes.val);
    for (const chart of (plot?.children ?? []).filter((one) => /Chart$/.test(one.name))) {
      const used = chart.children
        .filter((one) => one.name === 'c:axId')
        .map(({ attributes }) => attributes.val);
      if (used.join() !== axes.join())
        this.say(`${name} uses the axes ${used.join()} and has ${axes.join()}`);
    }
    for (const cache of everyNode(tree).filter((one) => /^c:(num|str)Cache$/.test(one.name))) {
      const count = Number(find(cache, 'c:ptCount')?.attributes.val);
      const points = all(cache, 'c:pt');
      this.unique(
        points.map(({ attributes }) => attributes.idx ?? ''),
        `${name}, its points`,
      );
      if (points.some(({ attributes }) => Number(attributes.idx) >= count))
        this.say(`${name} has more points than it says`);
      const values = points.map((point) => find(point, 'c:v')?.text ?? '');
      if (
        cache.name === 'c:numCache' &&
        values.some((value) => value === '' || !Number.isFinite(Number(value)))
      )
        this.say(`${name} has a figure that is no number`);
    }
    if (!find(tree, 'c:externalData')) this.say(`${name} has no workbook`);
  }

  slides(): ReadSlide[] {
    return this.slideNames().map((name) => {
      const objects = shapes(this.parts.get(name)).map(slideObject);
      const notes = this.parts.get(this.related(name, 'notesSlide') ?? '');
      const body = shapes(notes).find((shape) => find(shape, 'p:ph')?.attributes.type === 'body');
      return {
        title: objects.find(({ kind }) => /title/i.test(kind ?? ''))?.text ?? '',
        objects,
        notes: all(body, 'a:p').map(textOf),
      };
    });
  }

  private slideNames(): string[] {
    const relations = this.relationsOf('ppt/presentation.xml');
    return all(this.parts.get('ppt/presentation.xml'), 'p:sldId').flatMap(
      ({ attributes }) => relations.find(({ id }) => id === attributes['r:id'])?.target ?? [],
    );
  }

  private masters(): Node[] {
    return [...this.parts]
      .filter(([name]) => /^ppt\/slideMasters\/[^/]+\.xml$/.test(name))
      .map(([, tree]) => tree);
  }

  private related(part: string, kind: string): string | undefined {
    return this.relationsOf(part).find(({ type }) => type.endsWith(`/${kind}`))?.target;
  }

  private relationsOf(part: string): Relation[] {
    return all(this.parts.get(relationsName(part)), 'Relationship').map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: resolved(part, attributes.Target ?? ''),
    }));
  }

  private unique(values: readonly string[], where: string): void {
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    if (twice.length > 0) this.say(`${where}: ${[...new Set(twice)].join(', ')} is used more than once`);
  }

  private say(sentence: string): void {
    this.problems.push(sentence);
  }
}

function parsed(xml: string): Node | string {
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  // the published type of the options does not know this one
  const options = { strictEntities: true } as sax.SAXOptions;
  const parser = sax.parser(true, options);
  let problem = xml.includes('<!DOCTYPE') ? 'has a document type' : '';
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
    problem ||= 'has a character that XML forbids';
  parser.onerror = (error) => (problem ||= error.message.replace(/\s+/g, ' '));
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  };
  parser.ontext = (text) => (open.at(-1)!.text += text);
  parser.onclosetag = () => void open.pop();
  try {
    parser.write(xml).close();
  } catch (error) {
    problem ||= String(error);
  }
  return problem || (top.children[0] ?? 'is empty');
}

function relationsName(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function resolved(part: string, target: string): string {
  return new URL(target, `file:///${part}`).pathname.slice(1);
}

function everyNode(node: Node | undefined): Node[] {
  return node ? [node, ...node.children.flatMap(everyNode)] : [];
}

function all(node: Node | undefined, name: string): Node[] {
  return everyNode(node).filter((one) => one.name === name);
}

function find(node: Node | undefined, name: string): Node | undefined {
  return all(node, name)[0];
}

function usedRelations({ attributes }: Node): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    name.startsWith('r:') && value ? [value] : [],
  );
}

function placeholderKey({ attributes }: Node): string {
  return `${attributes.type ?? 'obj'} ${attributes.idx ?? 0}`;
}

function shapes(slide: Node | undefined): Node[] {
  return (find(slide, 'p:spTree')?.children ?? []).filter((one) =>
    /^p:(sp|graphicFrame|pic|cxnSp)$/.test(one.name),
  );
}

function textOf(node: Node): string {
  return all(node, 'a:t')
    .map(({ text }) => text)
    .join('');
}

function slideObject(shape: Node): SlideObject {
  const { attributes } = find(shape, 'p:cNvPr') ?? { attributes: {} as Record<string, string> };
  const off = find(shape, 'a:off')?.attributes ?? {};
  const ext = all(shape, 'a:ext').find((one) => one.attributes.cx !== undefined)?.attributes ?? {};
  const paragraphs = all(shape, 'a:p').map(textOf);
  return {
    name: attributes.name ?? '',
    kind: find(shape, 'p:ph')?.attributes.type ?? null,
    text: paragraphs.join('\n').trim(),
    alt: attributes.descr ?? '',
    x: Number(off.x),
    y: Number(off.y),
    w: Number(ext.cx),
    h: Number(ext.cy),
  };
}
