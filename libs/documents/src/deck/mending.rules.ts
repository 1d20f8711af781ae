import type { DrawnChart } from './drawn.rules.js';
import type { DrawnSlide } from './drawing.template.js';
import { COLOUR_SCHEME, escaped, FONT_SCHEME, notesSlide, PLACEHOLDERS, SIZES } from './parts.template.js';
import type { DocumentWords } from './words.template.js';

/**
 * Repairs of what pptxgenjs 4.0.1 writes. Its packages open with "PowerPoint found a problem with content" or fail the
 * accessibility checker; each rule names what it mends, with the library's issue where there is one. User text cannot look
 * like markup to these patterns, because the library escapes < and " in all of it. A pattern that finds nothing throws:
 * the library's version is pinned, and another one must be looked at before it is used.
 */
export class MendingError extends Error {}

/** The texts of a package's XML parts by their names. */
export type Parts = Map<string, string>;

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function partOf(parts: Parts, name: string): string {
  const text = parts.get(name);
  if (text === undefined) throw new MendingError(`${name} is missing from the package of pptxgenjs`);
  return text;
}

function mended(
  text: string,
  pattern: RegExp,
  by: string | ((...found: string[]) => string),
  what: string,
): string {
  let hits = 0;
  const result = text.replace(pattern, (...found) => {
    hits += 1;
    return typeof by === 'string' ? by : by(...(found as string[]));
  });
  if (hits === 0) throw new MendingError(`${what}: pptxgenjs no longer writes what is mended here`);
  return result;
}

/** The language of every run, which the library calls American English. */
export function inLanguage(xml: string, words: DocumentWords): string {
  return xml.replaceAll(' lang="en-US"', ` lang="${words.locale}"`);
}

/**
 * A slide: ids of its objects are counted anew (tables reuse taken ones), titles and footers become real placeholders
 * (#1298), tables get a heading row (#1299), and charts and tables their alternative text.
 */
export function mendSlide(xml: string, slide: DrawnSlide, words: DocumentWords): string {
  let id = 0;
  let text = inLanguage(xml, words);
  text = mended(
    text,
    /<p:cNvPr id="\d+" name="([^"]*)"(?: descr="[^"]*")?\s*(?:\/>|>\s*<\/p:cNvPr>)/g,
    (_, name = '') => {
      const alt = slide.objects.get(name)?.alt;
      id += 1;
      return `<p:cNvPr id="${id}" name="${name}"${alt ? ` descr="${escaped(alt)}"` : ''}/>`;
    },
    'object ids',
  );
  for (const [name, { placeholder }] of slide.objects) {
    if (!placeholder) continue;
    text = mended(
      text,
      new RegExp(`name="${name}"/><p:cNvSpPr/><p:nvPr></p:nvPr>`),
      `name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr>`,
      `placeholder of ${name}`,
    );
  }
  if (text.includes('type="sldNum"'))
    text = mended(text, /<p:ph type="sldNum"[^>]*\/>/, PLACEHOLDERS.number, 'slide number');
  if (text.includes('<a:tbl>')) text = mended(text, /<a:tblPr\/>/g, '<a:tblPr firstRow="1"/>', 'heading row');
  return text;
}

/**
 * A chart: no axis that does not exist (#1534), categories on one level, no empty figures, figures in a colour that can be
 * read on each bar, and the language.
 */
export function mendChart(xml: string, chart: DrawnChart, words: DocumentWords): string {
  let text = inLanguage(xml, words);
  text = mended(
    text,
    /(<c:axId val="\d+"\/><c:axId val="\d+"\/>)<c:axId val="\d+"\/>/,
    (_, two = '') => two,
    'third axis',
  );
  text = mended(
    text,
    /<c:date1904 val="0"\/>/,
    `<c:date1904 val="0"/><c:lang val="${words.locale}"/>`,
    'chart language',
  );
  text = mended(
    text,
    /<(\/?)c:multiLvlStr(Ref|Cache)>/g,
    (_, end = '', part = '') => `<${end}c:str${part}>`,
    'levels',
  );
  text = mended(text, /<\/?c:lvl>/g, '', 'levels');
  text = text.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
  text = mended(text, /<c:majorTickMark val="out"\/>/g, '<c:majorTickMark val="none"/>', 'tick marks');
  text = text.replace(/<c:showLeaderLines val="0"\/>/g, '');
  if (chart.arrangement === 'grouped') return text;
  let at = -1;
  return mended(
    text,
    /<c:ser>[\s\S]*?<\/c:dLbls>/g,
    (series = '') => {
      at += 1;
      const label = chart.series[at]?.label ?? '000000';
      const from = series.indexOf('<c:dLbls>');
      return (
        series.slice(0, from) +
        series.slice(from).replace(/<a:srgbClr val="[0-9A-F]{6}"\/>/, `<a:srgbClr val="${label}"/>`)
      );
    },
    'labels on bars',
  );
}

/** The masters stand before the slides, as the schema wants them, and the sizes are those of a slide and a sheet of paper. */
export function mendPresentation(xml: string): string {
  let list = '';
  let text = mended(
    xml,
    /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/,
    (found = '') => ((list = found), ''),
    'notes master',
  );
  text = mended(text, /<p:sldIdLst>/, () => `${list}<p:sldIdLst>`, 'slide list');
  return mended(text, /<p:sldSz [^>]*\/><p:notesSz [^>]*\/>/, SIZES, 'sizes');
}

export function mendTheme(xml: string): string {
  let text = mended(xml, /<a:clrScheme [\s\S]*?<\/a:clrScheme>/, COLOUR_SCHEME, 'colours');
  text = mended(text, /<a:fontScheme [\s\S]*?<\/a:fontScheme>/, FONT_SCHEME, 'fonts');
  return mended(text, /name="Office Theme"/, 'name="Leerkring"', 'theme name');
}

/** Notes only where there are any, as paragraphs; the library runs lines together and gives every slide a page. */
export function mendNotes(
  parts: Parts,
  number: number,
  lines: readonly string[],
  words: DocumentWords,
): void {
  const name = `ppt/notesSlides/notesSlide${number}.xml`;
  if (lines.length > 0) {
    partOf(parts, name);
    parts.set(name, notesSlide(lines, words));
    return;
  }
  parts.delete(name);
  parts.delete(`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`);
  const relations = `ppt/slides/_rels/slide${number}.xml.rels`;
  const kept = mended(
    partOf(parts, relations),
    new RegExp(`<Relationship [^>]*Type="${RELATIONSHIPS}/notesSlide"[^>]*/>`),
    '',
    'notes relation',
  );
  parts.set(relations, kept);
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, 'presentationml.presentation.main'],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, 'presentationml.slideMaster'],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, 'presentationml.slideLayout'],
  [/^ppt\/slides\/[^/]+\.xml$/, 'presentationml.slide'],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, 'presentationml.notesMaster'],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, 'presentationml.notesSlide'],
  [/^ppt\/presProps\.xml$/, 'presentationml.presProps'],
  [/^ppt\/viewProps\.xml$/, 'presentationml.viewProps'],
  [/^ppt\/tableStyles\.xml$/, 'presentationml.tableStyles'],
  [/^ppt\/theme\/[^/]+\.xml$/, 'theme'],
  [/^ppt\/charts\/[^/]+\.xml$/, 'drawingml.chart'],
  [/^docProps\/app\.xml$/, 'extended-properties'],
];

/** The list of parts and their kinds, made from the parts that are there (#1444: the library names masters that are not). */
export function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    if (/\.(rels|xlsx)$/.test(name)) return [];
    const kind = TYPES.find(([pattern]) => pattern.test(name))?.[1];
    const type = kind
      ? `application/vnd.openxmlformats-officedocument.${kind}+xml`
      : name === 'docProps/core.xml'
        ? 'application/vnd.openxmlformats-package.core-properties+xml'
        : null;
    if (type === null) throw new MendingError(`${name} is a part that nobody knows`);
    return [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${overrides.join('')}</Types>`;
}
