import {
  BODY_BOTTOM,
  BODY_TOP,
  COLOURS,
  COVER,
  FONT,
  FOOTER_BOX,
  NUMBER_BOX,
  POINTS,
  RULE_Y,
  TITLE_BOX,
  MARGIN,
  CONTENT_WIDTH,
  STATEMENT,
  type Box,
} from './look.template.js';
import type { DocumentWords } from './words.template.js';

/**
 * The parts of a presentation that hold its house style. pptxgenjs writes a master without placeholders, layouts with a
 * prompt in every slide and a notes master that PowerPoint wants to repair (its issues 1298, 1443); these replace them.
 */

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** What a slide says about a placeholder, and what its layout and master say of the same one. */
export const PLACEHOLDERS = {
  title: '<p:ph type="title"/>',
  coverTitle: '<p:ph type="ctrTitle"/>',
  coverSubtitle: '<p:ph type="subTitle" idx="1"/>',
  footer: '<p:ph type="ftr" sz="quarter" idx="11"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
} as const;

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function emu(inches: number): number {
  return Math.round(inches * 914_400);
}

function frame({ x, y, w, h }: Box): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;
}

interface Frame {
  id: number;
  name: string;
  ph: string;
  box: Box;
  anchor: 't' | 'ctr' | 'b';
  style?: string;
  content: string;
}

function placeholder({ id, name, ph, box, anchor, style, content }: Frame): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style ?? ''}</a:lstStyle><a:p>${content}</a:p></p:txBody></p:sp>`;
}

/** A line that only divides; screen readers are told to pass over it. */
function rule(id: number, box: Box, lang: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Lijn"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${lang}"/></a:p></p:txBody></p:sp>`;
}

function small(align: 'l' | 'r'): string {
  return `<a:lvl1pPr algn="${align}"><a:defRPr sz="${POINTS.foot * 100}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>`;
}

function prompt(text: string, lang: string): string {
  return `<a:r><a:rPr lang="${lang}"/><a:t>${escaped(text)}</a:t></a:r><a:endParaRPr lang="${lang}"/>`;
}

function numberField(lang: string): string {
  return `<a:fld id="{7B0C1E52-6C0F-4E0B-9B7A-52A4C8E9D101}" type="slidenum"><a:rPr lang="${lang}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="${lang}"/>`;
}

function footer(id: number, lang: string): string {
  const content = `<a:endParaRPr lang="${lang}"/>`;
  const ph = PLACEHOLDERS.footer;
  return placeholder({ id, name: 'Footer', ph, box: FOOTER_BOX, anchor: 'ctr', style: small('l'), content });
}

function number(id: number, lang: string): string {
  const ph = PLACEHOLDERS.number;
  const content = numberField(lang);
  return placeholder({
    id,
    name: 'Slide number',
    ph,
    box: NUMBER_BOX,
    anchor: 'ctr',
    style: small('r'),
    content,
  });
}

function styleLevels(from: number, sizes: readonly number[], bullets: boolean, font: string): string {
  return sizes
    .map((size, index) => {
      const indent = bullets ? ` marL="${285_750 * (index + 1)}" indent="-285750"` : ' marL="0" indent="0"';
      const bullet = bullets ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>';
      return `<a:lvl${index + from}pPr${indent} algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef>${bullet}<a:defRPr sz="${size * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl${index + from}pPr>`;
    })
    .join('');
}

export function slideMaster(words: DocumentWords, layouts: number): string {
  const lang = words.locale;
  const body = { x: MARGIN, y: BODY_TOP, w: CONTENT_WIDTH, h: BODY_BOTTOM - BODY_TOP };
  const ids = Array.from(
    { length: layouts },
    (_, i) => `<p:sldLayoutId id="${2_147_483_649 + i}" r:id="rId${i + 1}"/>`,
  );
  return `${DECLARATION}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}${[
    placeholder({
      id: 2,
      name: 'Title',
      ph: '<p:ph type="title"/>',
      box: TITLE_BOX,
      anchor: 'b',
      content: prompt(words.titlePrompt, lang),
    }),
    placeholder({
      id: 3,
      name: 'Body',
      ph: '<p:ph type="body" idx="1"/>',
      box: body,
      anchor: 't',
      content: `<a:endParaRPr lang="${lang}"/>`,
    }),
    footer(4, lang),
    number(5, lang),
  ].join(
    '',
  )}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>${styleLevels(1, [POINTS.titles[0]], false, 'mj').replace('kern="1200"', 'b="1" kern="1200"')}</p:titleStyle><p:bodyStyle>${styleLevels(1, [POINTS.body, POINTS.nested, POINTS.nested], true, 'mn')}</p:bodyStyle><p:otherStyle><a:defPPr><a:defRPr lang="${lang}"/></a:defPPr>${styleLevels(1, [18], false, 'mn')}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

function layout(type: string, name: string, background: string, shapes: string): string {
  return `${DECLARATION}<p:sldLayout ${NAMESPACES} type="${type}" preserve="1"><p:cSld name="${escaped(name)}">${background}<p:spTree>${GROUP}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** Empty, cover, content and statement, in the order in which pptxgenjs numbers them. */
export function slideLayouts(words: DocumentWords): string[] {
  const lang = words.locale;
  const warm =
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  const cover = [
    placeholder({
      id: 2,
      name: 'Title',
      ph: PLACEHOLDERS.coverTitle,
      box: COVER.title,
      anchor: 'b',
      style: `<a:lvl1pPr><a:defRPr sz="${POINTS.coverTitles[0] * 100}"/></a:lvl1pPr>`,
      content: prompt(words.titlePrompt, lang),
    }),
    placeholder({
      id: 3,
      name: 'Subtitle',
      ph: PLACEHOLDERS.coverSubtitle,
      box: COVER.subtitle,
      anchor: 't',
      style: `<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="${POINTS.coverSubtitles[0] * 100}"/></a:lvl1pPr>`,
      content: `<a:endParaRPr lang="${lang}"/>`,
    }),
    rule(4, { x: COVER.title.x, y: COVER.ruleY, w: 1.2, h: 0.05 }, lang),
  ];
  const content = [
    placeholder({
      id: 2,
      name: 'Title',
      ph: PLACEHOLDERS.title,
      box: TITLE_BOX,
      anchor: 'b',
      content: prompt(words.titlePrompt, lang),
    }),
    rule(3, { x: MARGIN, y: RULE_Y, w: CONTENT_WIDTH, h: 0.015 }, lang),
    footer(4, lang),
    number(5, lang),
  ];
  const statement = [
    placeholder({
      id: 2,
      name: 'Title',
      ph: PLACEHOLDERS.title,
      box: STATEMENT.title,
      anchor: 't',
      style: `<a:lvl1pPr><a:defRPr sz="${POINTS.statements[0] * 100}"/></a:lvl1pPr>`,
      content: prompt(words.titlePrompt, lang),
    }),
    footer(3, lang),
    number(4, lang),
  ];
  return [
    layout('blank', words.emptyLayout, '', ''),
    layout('title', words.titleLayout, warm, cover.join('')),
    layout('titleOnly', words.contentLayout, '', content.join('')),
    layout('titleOnly', words.statementLayout, '', statement.join('')),
  ];
}

const NOTES = { w: 7.5, h: 10 };

/** A notes master with what a notes page needs: the picture of the slide and the notes under it. */
export function notesMaster(words: DocumentWords): string {
  const lang = words.locale;
  const picture = frame({ x: 0.75, y: 1, w: 6, h: 3.375 });
  return `${DECLARATION}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${picture}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>${placeholder(
    {
      id: 3,
      name: 'Notes',
      ph: '<p:ph type="body" sz="quarter" idx="3"/>',
      box: { x: 0.75, y: 4.7, w: NOTES.w - 1.5, h: 4.6 },
      anchor: 't',
      content: `<a:endParaRPr lang="${lang}"/>`,
    },
  )}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${styleLevels(1, [12], false, 'mn')}</p:notesStyle></p:notesMaster>`;
}

/** The notes of one slide, a paragraph a line. */
export function notesSlide(lines: readonly string[], words: DocumentWords): string {
  const lang = words.locale;
  const paragraphs = lines.map(
    (line) => `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${escaped(line)}</a:t></a:r></a:p>`,
  );
  return `${DECLARATION}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

/** Size of a slide and of a notes page, as presentation.xml says them. */
export const SIZES = `<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="${emu(NOTES.w)}" cy="${emu(NOTES.h)}"/>`;

/** The colours and fonts of the house, for the theme part that pptxgenjs writes with Office's. */
export const COLOUR_SCHEME = `<a:clrScheme name="Leerkring"><a:dk1><a:srgbClr val="${COLOURS.ink}"/></a:dk1><a:lt1><a:srgbClr val="${COLOURS.page}"/></a:lt1><a:dk2><a:srgbClr val="${COLOURS.quiet}"/></a:dk2><a:lt2><a:srgbClr val="${COLOURS.warm}"/></a:lt2><a:accent1><a:srgbClr val="0E5F5C"/></a:accent1><a:accent2><a:srgbClr val="C48312"/></a:accent2><a:accent3><a:srgbClr val="5F594F"/></a:accent3><a:accent4><a:srgbClr val="318A85"/></a:accent4><a:accent5><a:srgbClr val="98391F"/></a:accent5><a:accent6><a:srgbClr val="8D8578"/></a:accent6><a:hlink><a:srgbClr val="0E5F5C"/></a:hlink><a:folHlink><a:srgbClr val="5F594F"/></a:folHlink></a:clrScheme>`;
export const FONT_SCHEME = `<a:fontScheme name="Leerkring"><a:majorFont><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>`;

/** Who made what and when; the language too, which pptxgenjs leaves out. */
export function coreProperties(
  of: { title: string; subject: string; author: string; madeAt: Date },
  words: DocumentWords,
): string {
  const moment = of.madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(of.title)}</dc:title><dc:subject>${escaped(of.subject)}</dc:subject><dc:creator>${escaped(of.author)}</dc:creator><cp:lastModifiedBy>${escaped(of.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified><dc:language>${words.locale}</dc:language></cp:coreProperties>`;
}

export function appProperties(slides: number, notes: number, organisation: string): string {
  return `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>Leerkring</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slides}</Slides><Notes>${notes}</Notes><HiddenSlides>0</HiddenSlides><Company>${escaped(organisation)}</Company></Properties>`;
}
