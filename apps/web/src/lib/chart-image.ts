/** Room around and between the parts of the picture, in px. */
const SPACE = 28;
const SCALE = 2;

interface ChartWords {
  /** Above the drawing: the sentence that reads it. */
  title: string;
  /** Under it: what is counted, the period, and where it comes from. */
  lines: readonly string[];
}

/**
 * A drawing as PNG, with its sentence above and its provenance below, so that a picture in somebody's slides still says
 * where it comes from. Drawn element by element: the content security policy lets no picture be loaded from a blob, and a
 * picture of its own would not know the type family. Always in the light colours. Rejects when the browser cannot draw.
 */
export async function chartImage(svg: SVGSVGElement, words: ChartWords): Promise<Blob> {
  const root = document.documentElement;
  const scheme = root.getAttribute('data-mantine-color-scheme');
  root.setAttribute('data-mantine-color-scheme', 'light');
  let canvas: HTMLCanvasElement;
  try {
    // In one go: the page is not painted before its own colours are back.
    canvas = painted(svg, words);
  } finally {
    if (scheme) root.setAttribute('data-mantine-color-scheme', scheme);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/png'),
  );
}

function painted(svg: SVGSVGElement, { title, lines }: ChartWords): HTMLCanvasElement {
  const { width, height } = svg.getBoundingClientRect();
  const body = getComputedStyle(document.body);
  const family = body.fontFamily;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No canvas');
  const wide = Math.max(width, 560);
  pen.font = `600 19px ${family}`;
  const heading = wrapped(pen, title, wide);
  pen.font = `400 13px ${family}`;
  const foot = lines.flatMap((line) => wrapped(pen, line, wide));
  const tall = SPACE + heading.length * 26 + 14 + height + 18 + foot.length * 19 + SPACE;
  canvas.width = (wide + 2 * SPACE) * SCALE;
  canvas.height = tall * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = body.getPropertyValue('--lk-panel').trim() || '#fff';
  pen.fillRect(0, 0, wide + 2 * SPACE, tall);
  pen.fillStyle = body.color;
  pen.font = `600 19px ${family}`;
  heading.forEach((line, at) => pen.fillText(line, SPACE, SPACE + 18 + at * 26));
  const top = SPACE + heading.length * 26 + 14;
  pen.save();
  pen.translate(SPACE, top);
  for (const child of svg.children) draw(pen, child);
  pen.restore();
  pen.fillStyle = body.getPropertyValue('--mantine-color-dimmed').trim() || '#555';
  pen.font = `400 13px ${family}`;
  foot.forEach((line, at) => pen.fillText(line, SPACE, top + height + 18 + 13 + at * 19));
  return canvas;
}

/** Text cut at its spaces into lines that fit. */
function wrapped(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** One element as the page shows it; what these charts do not use is not known here. */
function draw(pen: CanvasRenderingContext2D, element: Element): void {
  if (!(element instanceof SVGGraphicsElement)) return;
  pen.save();
  const own = element.transform.baseVal.consolidate()?.matrix;
  if (own) pen.transform(own.a, own.b, own.c, own.d, own.e, own.f);
  const style = getComputedStyle(element);
  pen.globalAlpha *= Number(style.opacity);
  if (element instanceof SVGTextElement) write(pen, element, style);
  else {
    const shape = shapeOf(element);
    if (shape) paint(pen, shape, style);
    for (const child of element.children) draw(pen, child);
  }
  pen.restore();
}

function shapeOf(element: SVGGraphicsElement): Path2D | null {
  const of = (name: string) => Number(element.getAttribute(name) ?? 0);
  const path = new Path2D();
  if (element instanceof SVGRectElement)
    path.roundRect(of('x'), of('y'), of('width'), of('height'), of('rx'));
  else if (element instanceof SVGCircleElement) path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI);
  else if (element instanceof SVGLineElement) {
    path.moveTo(of('x1'), of('y1'));
    path.lineTo(of('x2'), of('y2'));
  } else if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '');
  else if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    [...element.points].forEach((point, at) =>
      at === 0 ? path.moveTo(point.x, point.y) : path.lineTo(point.x, point.y),
    );
    if (element instanceof SVGPolygonElement) path.closePath();
  } else return null;
  return path;
}

function paint(pen: CanvasRenderingContext2D, shape: Path2D, style: CSSStyleDeclaration): void {
  const before = pen.globalAlpha;
  if (style.fill !== 'none') {
    pen.globalAlpha = before * Number(style.fillOpacity);
    pen.fillStyle = style.fill;
    pen.fill(shape);
    pen.globalAlpha = before;
  }
  if (style.stroke !== 'none') {
    pen.strokeStyle = style.stroke;
    pen.lineWidth = Number.parseFloat(style.strokeWidth) || 1;
    pen.lineJoin = 'round';
    const dashes =
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat);
    pen.setLineDash(dashes);
    pen.stroke(shape);
  }
}

function write(pen: CanvasRenderingContext2D, element: SVGTextElement, style: CSSStyleDeclaration): void {
  const size = Number.parseFloat(style.fontSize);
  const down = element.getAttribute('dy');
  const place = {
    x: Number(element.getAttribute('x') ?? 0),
    y:
      Number(element.getAttribute('y') ?? 0) +
      (down?.endsWith('em') ? Number.parseFloat(down) * size : Number(down ?? 0)),
  };
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'right' : 'left';
  const text = element.textContent ?? '';
  if (style.stroke !== 'none') {
    pen.strokeStyle = style.stroke;
    pen.lineWidth = Number.parseFloat(style.strokeWidth);
    pen.lineJoin = 'round';
    pen.strokeText(text, place.x, place.y);
  }
  pen.fillStyle = style.fill;
  pen.fillText(text, place.x, place.y);
}
