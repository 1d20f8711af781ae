import type { GroupPreparationView, OwnFigureView } from '#libs/contracts';
import { contentOf, numbersIn, numbersOf, tokensIn, type Leaf } from './bytes.js';
import type { Collected, Reading } from './collected.js';
import { figuresSeen, json, linked, neverShown, trueValue, type Seen, type World } from './read-back.js';
import type { Reader } from './region.js';
import { PRACTICES, TRUE_MEASURES } from './truth.js';

/** Where a number may stand in an answer with figures; `%` is the place of the view in it. */
const CARD =
  /^card\.(cardVersion|measure\.confidence|period\.expectedLateRegistrationPct|sources\[\]\.(rows|rejectedRows)|transformations\[\]\.step|artefact\.bytes)$/;
const MEASURE = /^measure\.content\.(per|decimals|runRules\.(shift|trend))$/;
const PAGE = [
  MEASURE,
  /^own\.(value|low|high|numerator|denominator|expected)$/,
  /^region\.value$/,
  /^group\.bars\[\]\.value$/,
  /^group\.middle\.(median|low|high)$/,
  /^trend\.(points\[\]\.(months|value|numerator|denominator)|chart\.(centre|lower\[\]|upper\[\]|signals\[\]\.index)|needed)$/,
  /^breakdown\[\]\.(own\.(value|low|high)|region)$/,
  /^(group\.)?remarks\[\]\.version$/,
];
const FUNNEL = [
  MEASURE,
  /^points\[\]\.(expected|ratio)$/,
  /^left$/,
  /^limits\[\]\.(expected|low95|high95|low998|high998)$/,
  /^overdispersion\.(factor|tau2)$/,
];
/** Words of figures: an answer that uses them is one, at whatever door. */
const FIGURE_WORDS = /(^|\.)(bars|points|numerator|denominator|ratio|middle|median|expected)(\[\]|\.|$)/;
/** Who keeps the figures holds the deliveries themselves, checks and approves them: counts are before them by their task (D7). */
const KEEPERS = ['data-steward', 'region-coordinator'];
const keeps = ({ role, also }: Reader): boolean => [role, also].some((one) => one && KEEPERS.includes(one));

/** Numbers that stand where none should, or that are nobody's who may be shown (MIR-07). */
export async function numbersShown(world: World, collected: Collected): Promise<string[]> {
  const found: string[] = [];
  for (const reading of collected.readings)
    found.push(...(await wrongPlaces(world, reading)), ...wrongTexts(reading));
  for (const seen of figuresSeen(world, collected)) found.push(...wrongBars(world, seen));
  found.push(...(await traces(world, collected)), ...(await wrongFiles(collected)));
  return [...new Set(found)];
}

const at = ({ by, door, phase, asked }: Reading): string =>
  `${door} to ${by.name} (${phase})${asked ? ` ${asked.measure} ${asked.item}` : ''}`;

/** Numbers at places that no view has. */
async function wrongPlaces(world: World, reading: Reading): Promise<string[]> {
  const { door, by, status, asked } = reading;
  if (status !== 200) return [];
  const { leaves } = await contentOf(reading);
  const numbers = leaves.filter(({ value }) => typeof value === 'number').map(({ place }) => place);
  if (/\/figures\/own$/.test(door)) {
    const practice = asked?.practice;
    if (practice === undefined || practice === null || !by.practices.includes(practice))
      return [`${at(reading)}: the figures of another practice`];
    return misplaced(reading, numbers, PAGE);
  }
  if (door === 'GET /api/groups/{id}/figures')
    return misplaced(
      reading,
      numbers.flatMap((place) => (/^figures\[\]\.view\./.test(place) ? [place.slice(15)] : [])),
      PAGE,
    );
  if (/\/figures\/funnel$/.test(door))
    return keeps(by) ? misplaced(reading, numbers, FUNNEL) : [`${at(reading)}: a funnel`];
  if (/\/card$/.test(door)) return misplaced(reading, numbers, []);
  if (/\/prov$/.test(door)) return numbers.map((place) => `${at(reading)}: a number at ${place}`);
  if (/\/data-sets/.test(door)) return keeps(by) ? [] : [`${at(reading)}: a delivery`];
  if (/\/measures/.test(door)) return [];
  // what is kept about somebody holds the own figures
  const own = by.practices.some((n) => reading.url.includes(world.practices[n]!));
  if (door === 'GET /api/me/data' || (own && /\/practices\/\{id\}\/data$/.test(door))) return [];
  return leaves.flatMap(({ place, value }) =>
    typeof value === 'number' && FIGURE_WORDS.test(place) ? [`${at(reading)}: a figure at ${place}`] : [],
  );
}
function misplaced(reading: Reading, places: readonly string[], known: readonly RegExp[]): string[] {
  return [...new Set(places)].flatMap((place) => {
    const inCard = place.replace(/^(?:group\.|region\.)?card\.(?=card\.)/, '');
    return CARD.test(inCard) || known.some((one) => one.test(place))
      ? []
      : [`${at(reading)}: a number at ${place}`];
  });
}

/** Sentences of a page say no number but the own ones. */
function wrongTexts(reading: Reading): string[] {
  if (reading.status !== 200 || reading.door !== 'GET /api/figures/own') return [];
  const { sentence, detail, own, measure, item, noGroup } = json<OwnFigureView>(reading);
  const rounded = [own.value, own.low, own.high].flatMap((value) =>
    value === null ? [] : [Number(value.toFixed(measure.content.decimals))],
  );
  const allowed = new Set([...rounded, measure.content.per, 12, ...numbersIn(item.name)]);
  return [sentence, detail, noGroup].flatMap((words) =>
    [words?.nl ?? '', words?.en ?? ''].flatMap((text) =>
      tokensIn(text).some((values) => !values.some((value) => allowed.has(value)))
        ? [`${at(reading)}: a number that is not the own one in "${text}"`]
        : [],
    ),
  );
}

/** Bars are of practices that may be shown, each once; the middle is that of the bars, from six on. */
function wrongBars(world: World, seen: Seen): string[] {
  const found: string[] = [];
  const where = `${seen.measure} ${seen.item} of audience ${seen.audience} (${seen.phase}, ${seen.mode})`;
  if (seen.audience === 'region') {
    const value = seen.reference?.rate ?? 0;
    if (Number(value.toPrecision(2)) !== value) found.push(`${where}: ${value} has more than two digits`);
    for (const rate of seen.reference?.strata ?? [])
      if (rate !== null && Number(rate.toPrecision(2)) !== rate)
        found.push(`${where}: ${rate} has more than two digits`);
    return found;
  }
  for (const { bar, practice } of linked(world, seen)) {
    if (practice === null) found.push(`${where}: ${bar.value} is the figure of nobody who may be shown`);
    else if (neverShown(world.delivered, seen, practice))
      found.push(`${where}: the small count of ${PRACTICES[practice]!.name} shows as ${bar.value}`);
    const more = Object.keys(bar).filter((key) => !['label', 'practice', 'value', 'own'].includes(key));
    if (more.length > 0) found.push(`${where}: a bar with ${more.join(' and ')}`);
  }
  const values = seen.bars.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  if (seen.middle && values.length < 6) found.push(`${where}: a middle of ${values.length}`);
  if (seen.middle)
    for (const [part, name] of [
      [0.25, 'low'],
      [0.5, 'median'],
      [0.75, 'high'],
    ] as const)
      if (Math.abs(quantile(values, part) - seen.middle[name]) > 0.5 + 1e-9)
        found.push(`${where}: ${name} ${seen.middle[name]} is not that of the bars`);
  return found;
}
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = Math.floor(place);
  return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** Own figures stand here, as they are. */
const OWN_PLACES = /^(figures\[\]\.view\.)?(own|trend|breakdown\[\]\.own)\./;
const TRACE = 1e-4;

/** A rate as it is, with four decimals, is the mark of one count over one list: of another practice it is nowhere, in no text and no cell. */
async function traces(world: World, collected: Collected): Promise<string[]> {
  const exact = new Map<number, { practice: number; about: string }[]>();
  const mark = (value: number): number => Math.round(value / TRACE);
  const isMark = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) > 1e-3;
  for (const seen of figuresSeen(world, collected)) {
    if (TRUE_MEASURES[seen.measure]!.denominator) continue; // a share of small numbers is anybody's
    PRACTICES.forEach((_, practice) => {
      const value = trueValue(world.delivered, seen, practice);
      if (value === null || !isMark(value)) return;
      const about = `${seen.measure} ${seen.item}`;
      exact.set(mark(value), [...(exact.get(mark(value)) ?? []), { practice, about }]);
    });
  }
  const found: string[] = [];
  for (const reading of collected.readings) {
    if (/\/data-sets/.test(reading.door) && keeps(reading.by)) continue;
    // funnels have ratios and limits with many decimals of their own, at places that are known
    if (/funnel$/.test(reading.door)) continue;
    const content = await contentOf(reading);
    const leaves = content.leaves.filter(({ place }) => !OWN_PLACES.test(place));
    for (const value of numbersOf({ ...content, leaves })) {
      const owners = isMark(value) ? (exact.get(mark(value)) ?? []) : [];
      if (owners.length === 0 || owners.some(({ practice }) => reading.by.practices.includes(practice)))
        continue;
      found.push(
        `${at(reading)}: ${value} is ${owners[0]!.about} of ${PRACTICES[owners[0]!.practice]!.name}`,
      );
    }
  }
  return found;
}

/** A file shows what the page shows: of others the same values, no margins, nothing where nothing was shown. */
async function wrongFiles(collected: Collected): Promise<string[]> {
  const found: string[] = [];
  const keyOf = ({ phase, asked, by, url }: Reading): string =>
    asked
      ? [phase, asked.practice, asked.measure, asked.item, asked.group, asked.from].join('|')
      : [phase, by.name, url.replace(/\/export.*/, '')].join('|');
  const pages = new Map<string, OwnFigureView[]>();
  for (const reading of collected.readings) {
    if (reading.status !== 200) continue;
    if (reading.door === 'GET /api/figures/own') pages.set(keyOf(reading), [json(reading)]);
    if (reading.door === 'GET /api/groups/{id}/figures')
      pages.set(
        keyOf(reading),
        json<GroupPreparationView>(reading).figures.flatMap(({ view }) => (view ? [view] : [])),
      );
  }
  for (const reading of collected.readings) {
    if (!/\/figures\/(own\/)?export$/.test(reading.door) || reading.status !== 200) continue;
    const shown = pages.get(keyOf(reading)) ?? [];
    if (shown.length === 0) found.push(`${at(reading)}: a file without a page`);
    found.push(...(await againstPages(reading, shown)).map((what) => `${at(reading)}: ${what}`));
  }
  return found;
}

interface Row {
  who: string;
  value: Leaf;
  more: readonly Leaf[];
}

/** Every table and chart of a file is that of one of the pages that it was made from. */
async function againstPages(reading: Reading, pages: readonly OwnFigureView[]): Promise<string[]> {
  const content = await contentOf(reading);
  const rowsOf = (rows: readonly Leaf[][]): Row[] =>
    rows.slice(1).map(([who = null, value = null, ...more]) => ({ who: String(who), value, more }));
  const inSlides = /presentationml/.test(reading.headers['content-type'] ?? '');
  const tables = [
    ...content.sheets
      .filter(({ rows }) => inSlides || rows[0]?.[0] === 'Wie')
      .map(({ rows }) => rowsOf(rows)),
    ...content.charts.map((bars) => bars.map(({ name, value }): Row => ({ who: name, value, more: [] }))),
    ...content.texts.flatMap((text) => {
      const said = [...text.matchAll(/(?:^|[;.] )([^:;.]+): ([\d.,]+|–)(?=[;.])/gu)];
      return said.length > 1
        ? [said.map(([, who, value]): Row => ({ who: who!.trim(), value: spoken(value!), more: [] }))]
        : [];
    }),
  ];
  const found: string[] = [];
  for (const rows of tables) {
    const wrong = pages.map((page) => againstPage(rows, page));
    if (wrong.length > 0 && wrong.every(({ length }) => length > 0)) found.push(...wrong[0]!);
  }
  if (reading.asked?.format === 'datapackage')
    for (const { place, value } of content.leaves)
      if (typeof value === 'number' && !/^(resources\[\]\.bytes$|provenance\[\]\.)/.test(place))
        found.push(`${value} at ${place}`);
  return found;
}
const spoken = (text: string): number | null =>
  text === '–' ? null : Number(text.replaceAll('.', '').replace(',', '.'));

function againstPage(rows: readonly Row[], { group, region }: OwnFigureView): string[] {
  const others = new Map(
    (group?.bars ?? []).flatMap(({ own, practice, label, value }) =>
      own ? [] : [[practice ?? label, value]],
    ) as [string, number | null][],
  );
  return rows.flatMap(({ who, value, more }) => {
    if (who === 'Uw praktijk') return [];
    if (more.some((one) => typeof one === 'number')) return [`a margin of ${who}`];
    const known = who === 'Regio' ? (region?.value ?? null) : others.get(who);
    if (known === undefined) return [`a row of ${who}`];
    // files round to the decimals of the definition
    const same =
      known === null || value === null
        ? known === value
        : Math.abs(Number(value) - known) <= (who === 'Regio' ? 0.5 : 0);
    return same ? [] : [`${who} is ${String(value)} where the page has ${String(known)}`];
  });
}
