import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type {
  FunnelView,
  GroupPreparationView,
  MeasureContent,
  OwnFigureView,
  ProvenanceCard,
} from '#libs/contracts';
import { contentOf, stringsOf } from './bytes.js';
import type { Collected, Reading } from './collected.js';
import { json } from './read-back.js';
import type { FigureRegion } from './region.js';
import { fieldOf, PRACTICES, STRATA, type TrueCell } from './truth.js';

type World = Pick<FigureRegion, 'groups' | 'delivered' | 'practices' | 'files' | 'id'>;

const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');
const hashOf = (value: unknown): string => sha256(canonicalize(value) ?? '');
const ALGORITHMS = ['sha256', 'md5', 'sha1', 'sha512'];
/** Lengths of digests in hexadecimal. */
const DIGEST = /(?<![0-9a-f])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g;

/** Things that somebody could hash to see whether they are so: files, rows, cells, counts, practices. */
function guesses(world: World): Set<string> {
  const texts = new Set<string | Buffer>(world.files);
  for (const file of world.files)
    for (const line of file.toString('utf8').split(/\r?\n/))
      texts.add(line).add(`${line}\n`).add(`${line}\r\n`);
  world.practices.forEach((id, n) => {
    const { name, agb } = PRACTICES[n]!;
    for (const one of [id, id.replaceAll('-', ''), name, agb]) texts.add(one);
  });
  const cells = new Map<string, TrueCell>();
  for (const { cells: some } of world.delivered)
    for (const cell of some) cells.set(`${cell.practice}|${cell.item}|${cell.quarter}|${cell.stratum}`, cell);
  for (const cell of cells.values())
    for (const field of ['regular', 'urgent', 'consults'] as const) {
      const [id, { agb }] = [world.practices[cell.practice]!, PRACTICES[cell.practice]!];
      const count = fieldOf(cell, field);
      for (const practice of [id, agb])
        for (const join of ['|', ';', ',', ':', ' '])
          texts
            .add([practice, cell.item, cell.quarter, count].join(join))
            .add([practice, cell.item, count].join(join));
    }
  for (let count = 0; count <= 200; count++) texts.add(String(count)).add(JSON.stringify({ count }));
  const keys = [
    '',
    'leerkring',
    'commitment',
    world.id,
    ...world.delivered.map(({ dataSetId }) => dataSetId),
    ...world.practices,
  ];
  const found = new Set<string>();
  for (const text of texts)
    for (const algorithm of ALGORITHMS) found.add(createHash(algorithm).update(text).digest('hex'));
  for (const file of world.files)
    for (const key of keys) found.add(createHmac('sha256', key).update(file).digest('hex'));
  return found;
}

/** Making them takes longer than looking them up. */
const guessed = new WeakMap<readonly Buffer[], Set<string>>();

/**
 * Hashes in what was read that anybody could check a guess with, or that nothing explains: a commitment is under a key, every other hash is over what
 * the reader sees anyway (models/mirror §2, trap a).
 */
export async function hashesTell(world: World, collected: Collected): Promise<string[]> {
  const known = guessed.get(world.files) ?? guesses(world);
  guessed.set(world.files, known);
  const found = new Set<string>();
  const explained = new Set<string>();
  const rendered = new Set<string>();
  for (const reading of collected.readings)
    for (const hash of explainedBy(world, reading, rendered)) explained.add(hash);
  for (const reading of collected.readings) {
    const where = `${reading.door} to ${reading.by.name} (${reading.phase})`;
    const content = await contentOf(reading);
    for (const text of stringsOf(content))
      for (const [hash] of text.matchAll(DIGEST)) {
        if (known.has(hash)) found.add(`${where}: ${hash} is a plain hash of what was delivered`);
        else if (
          !explained.has(hash) &&
          !text.includes(`hmac-sha256:${hash}`) &&
          /figures/.test(reading.door)
        )
          found.add(`${where}: nothing on the page explains ${hash}`);
      }
    for (const card of cardsOf(reading))
      for (const { commitment } of card.sources)
        if (!/^hmac-sha256:[0-9a-f]{64}$/.test(commitment))
          found.add(`${where}: a source is named by ${commitment}`);
  }
  return [...found];
}

/** Every card in an answer. */
function cardsOf(reading: Reading): ProvenanceCard[] {
  if (!/json/.test(reading.headers['content-type'] ?? '')) return [];
  const cards: ProvenanceCard[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== 'object') return;
    if ('cardVersion' in value) cards.push(value as ProvenanceCard);
    Object.values(value).forEach(walk);
  };
  walk(json(reading));
  return cards;
}

/**
 * Hashes over what stands on the page itself: the card, its public settings, and the figure as it is seen.
 * @param done figures and cards that were looked at already: they are the same for all their readers
 */
function explainedBy(world: World, reading: Reading, done: Set<string>): string[] {
  const fresh = (name: string): boolean => !done.has(name) && Boolean(done.add(name));
  const found: string[] = [];
  for (const card of cardsOf(reading)) {
    const { cardHash, ...rest } = card;
    if (fresh(cardHash)) found.push(hashOf(rest));
  }
  if (reading.status !== 200) return found;
  if (/csv/.test(reading.headers['content-type'] ?? '')) found.push(sha256(reading.bytes));
  for (const view of pagesOf(reading)) {
    const { measure, item, region, group } = view;
    for (const { card } of [view, ...(region ? [region] : []), ...(group ? [group] : [])])
      if (fresh(`settings ${card.card.cardHash}`))
        found.push(...settingsOf(card.card, measure.content, item.code));
    found.push(hashOf(ownBody(view)));
    const shown = [
      ...(region && fresh(region.figureId) ? ['region'] : []),
      ...(group && fresh(group.figureId) ? ['group'] : []),
    ];
    const tried = shown.length > 0 ? referencesOf(view) : [];
    const hashes = tried.map(({ rate, strata }) => hashOf({ value: rate, strata }));
    if (shown.includes('region')) found.push(...hashes);
    // in the order that the region's own card confirms
    const right = tried.filter((_, k) => hashes[k] === region?.card.card.artefact.sha256);
    if (shown.includes('group') && group)
      for (const bars of barsAs(world, group))
        for (const reference of [...(right.length > 0 ? right : tried), null])
          found.push(hashOf({ bars, middle: group.middle, reference }));
  }
  if (/figures\/funnel$/.test(reading.door)) {
    const { points, left, card, measure, item } = json<FunnelView>(reading);
    const body = { points: points.map(({ label, expected, ratio }) => ({ label, expected, ratio })), left };
    found.push(hashOf(body), ...settingsOf(card.card, measure.content, item.code));
  }
  if (reading.door === 'GET /api/groups/{id}/figures') {
    const { openMode } = json<GroupPreparationView>(reading);
    if (openMode) found.push(hashOf(openMode.scope));
  }
  return found;
}
function pagesOf(reading: Reading): OwnFigureView[] {
  if (reading.door === 'GET /api/figures/own') return [json(reading)];
  if (reading.door === 'GET /api/groups/{id}/figures')
    return json<GroupPreparationView>(reading).figures.flatMap(({ view }) => (view ? [view] : []));
  return [];
}
/** Settings of every step from file to figure: all of them stand on the card or in the definition. */
function settingsOf(card: ProvenanceCard, content: MeasureContent, item: string): string[] {
  const { from, toExclusive } = card.period;
  const { policyVersion, mode, attackerModels } = card.disclosureControl;
  const { numerator, denominator, standardisation, per, intervalMethod } = content;
  const files = [
    ['practice', 'period', 'item', 'item-name', 'count', 'urgent', 'consults', 'extract-at'],
    ['practice', 'period', 'item', 'item-name', 'sex', 'age', 'count', 'extract-at'],
    ['practice', 'period', 'sex', 'age', 'listed', 'extract-at'],
  ].map((fields) => Object.fromEntries(fields.map((field) => [field, field])));
  const imports = lists(files, card.sources.length).map(hashOf);
  return [
    ...imports,
    hashOf({ item, period: { from, toExclusive }, numerator, denominator }),
    hashOf({ standardisation, per, intervalMethod }),
    hashOf({ policyVersion, attackerModels }),
    hashOf({ mode }),
    hashOf({ mode, policyVersion }),
  ];
}
const lists = <T>(of: readonly T[], length: number): T[][] =>
  length === 0 ? [[]] : lists(of, length - 1).flatMap((list) => of.map((one) => [...list, one]));

const ownBody = ({ card, measure, item, period, own, trend, breakdown }: OwnFigureView): unknown => ({
  figureId: card.card.figureId,
  measure: { code: measure.code, version: measure.version },
  item: item.code,
  period,
  own,
  trend: trend.points,
  breakdown: breakdown.map(({ stratum, own: part }) => ({ stratum, own: part })),
});

/** The region's rates with their parts of the region's patients, which are public; in the orders in which a source can have them. */
function referencesOf({ region, breakdown }: OwnFigureView): { rate: number; strata: object[] | null }[] {
  if (!region) return [];
  const rate = region.value;
  const people = PRACTICES.reduce((sum, { listed }) => sum + listed, 0);
  const strata = STRATA.map(({ sex, age }, at) => {
    const listed = PRACTICES.reduce((sum, one) => sum + one.strata[at]!, 0);
    const who = sex === 'M' ? 'Mannen' : 'Vrouwen';
    const years = age === '65+' ? '65 jaar en ouder' : '0 tot en met 64 jaar';
    const found = breakdown.find(({ stratum }) => stratum.nl === `${who}, ${years}`);
    return { sex, age, rate: found?.region ?? null, share: Number((listed / people).toPrecision(2)) };
  });
  const none = { rate, strata: null };
  return strata.some((one) => one.rate === null)
    ? [none]
    : [none, ...orders(strata).map((some) => ({ rate, strata: some }))];
}
function orders<T>(of: readonly T[]): T[][] {
  return of.length <= 1
    ? [[...of]]
    : of.flatMap((one, k) => orders(of.filter((_, m) => m !== k)).map((rest) => [one, ...rest]));
}

/** The bars as they were rendered: with their letters, and by name with the practice behind each. */
function barsAs(world: World, { bars, mode }: NonNullable<OwnFigureView['group']>): object[][] {
  if (mode === 'pseudonymous')
    return [bars.map(({ label, value }) => ({ label: label.replace(/^Praktijk /, ''), value }))];
  const ids = new Map(PRACTICES.map(({ name }, n) => [name, world.practices[n]]));
  return orders(bars.map((_, k) => String.fromCharCode(65 + k))).map((letters) =>
    bars.map(({ practice, value }, k) => ({ label: letters[k], value, practice: ids.get(practice ?? '') })),
  );
}
