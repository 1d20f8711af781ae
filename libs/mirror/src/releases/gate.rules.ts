import { POLICY, type Finding } from '#libs/disclosure';
import type { ReferenceRates } from '../figures/estimate.rules.js';
import {
  funnelBody,
  groupBody,
  LEAST_BARS,
  regionBody,
  saidBy,
  type FunnelBody,
  type GroupBody,
  type RegionBody,
  type Rendered,
} from './bodies.rules.js';
import { CellBook, type Cell, type LedgerStatement } from './cells.rules.js';
import { audit, hideUntilSafe, type Circle, type Controls, type GateProblem } from './hiding.rules.js';
import type { Attacking } from './leaks.rules.js';
import { ALL_ITEMS, type ReleaseData } from './release-data.rules.js';
import {
  funnelShowing,
  practiceShowing,
  regionShowing,
  type ReleaseMeasure,
  type Showing,
} from './showing.rules.js';

/** A group of fewer than this is compared with the region only (models/disclosure §2.6). */
export const LEAST_MEMBERS = 4;
/** So long one way of showing is looked for; then the next, which shows less, is tried. */
const ATTEMPT_MS = 90_000;
/** Part of the figures of an item that has to be large enough to be tried without the smaller items. */
const ENOUGH = 0.8;
/** A funnel of fewer practices says nothing (models/mirror §1.4). */
export const LEAST_POINTS = 10;

/** Everything one release is made of, as plain data: it is judged in a thread of its own. */
export interface GateJob {
  audience: 'group' | 'region' | 'staff';
  mode: 'pseudonymous' | 'open' | 'aggregate';
  /** The practices it compares. */
  members: string[];
  data: ReleaseData;
  cells: Cell[];
  /** Data sets in the order in which they became known. */
  order: string[];
  ledger: LedgerStatement[];
  /** For what everybody sees: who reads it together with figures of their own group, or of staff. */
  circles: Circle[];
  measures: ReleaseMeasure[];
  /** The region's released rates by `code|item`. */
  references: Map<string, ReferenceRates>;
  /** Ids for figures, one after another. */
  ids: string[];
}

export type ReleaseBody = GroupBody | RegionBody | FunnelBody;

/** What the gate lets through. */
export interface GateOutcome {
  released: boolean;
  /** Why not: too few practices, or no way to hide enough. */
  reason: 'too-few' | 'nothing' | 'unsafe' | null;
  /** What had to be left out: nothing, items with too little to compare, or every item by itself. */
  coarsened: { kind: 'items'; items: number } | { kind: 'all-items-only' } | null;
  figures: { id: string; measureId: string; measure: string; item: string; body: ReleaseBody }[];
  statements: LedgerStatement[];
  shown: number;
  hidden: number;
  verdict: GateVerdict;
}

/** For the auditor alone: the intervals hold the truth. */
export interface GateVerdict {
  policy: string;
  attackers: string[];
  secrets: number;
  attacked: number;
  sensitive: number;
  complements: number;
  leaks: Finding[];
  /** Secrets that what was shown before does not keep; everything that has to do with them is hidden. */
  inherited: number;
  seconds: number;
}

/** The smallest count that an audience may see (models/disclosure §2.3). */
export const minCellOf = (audience: GateJob['audience']): number =>
  audience === 'group' ? POLICY.minCell : POLICY.minCellPublic;

interface Draft {
  measure: ReleaseMeasure;
  item: string;
  showings: Showing[];
  reference: ReferenceRates | null;
}

/**
 * The gate (models/disclosure §2.5): decides what an audience sees of the current figures, together with everything it could read before. First with
 * every item; when that cannot be made safe, with fewer items; else nothing.
 * @throws what `attack` throws
 */
export async function judge(job: GateJob, attack: Attacking, controls: Controls = {}): Promise<GateOutcome> {
  const began = performance.now();
  const least = { group: LEAST_MEMBERS, region: LEAST_POINTS, staff: LEAST_POINTS }[job.audience];
  const present = job.members.filter((one) => job.data.sums.has(one));
  if (present.length < least) return nothing('too-few', began);
  const drafts = draftsOf(job, present);
  if (drafts.length === 0) return nothing('nothing', began);
  const book = new CellBook(job.cells, job.order);
  for (const some of narrowed(drafts)) {
    const until = performance.now() + ATTEMPT_MS;
    const shouldStop = (): boolean => controls.shouldStop?.() === true || performance.now() > until;
    const outcome = await attempt(job, book, some, attack, { ...controls, shouldStop }, began);
    if (!outcome) continue;
    if (outcome.figures.length === 0) return nothing('nothing', began);
    return { ...outcome, coarsened: coarsening(drafts, outcome) };
  }
  return nothing('unsafe', began);
}

/** What is tried one after another: every item, the items that nearly everybody has enough of, all items together only. */
function narrowed(drafts: readonly Draft[]): Draft[][] {
  const shares = new Map<string, { all: number; open: number }>();
  for (const { item, measure, showings } of drafts) {
    if (measure.content.denominator !== 'listed') continue;
    const share = shares.get(item) ?? { all: 0, open: 0 };
    shares.set(item, {
      all: share.all + showings.length,
      open: share.open + showings.filter(({ sensitive }) => !sensitive).length,
    });
  }
  const large = drafts.filter(({ item }) => {
    const { all, open } = shares.get(item) ?? { all: 1, open: 0 };
    return item === ALL_ITEMS || open >= ENOUGH * all;
  });
  const together = drafts.filter(({ item }) => item === ALL_ITEMS);
  const tried = [[...drafts], large, together];
  return tried.filter((some, at) => some.length > 0 && some.length < (tried[at - 1]?.length ?? Infinity));
}

/** What had to be left out. */
function coarsening(drafts: readonly Draft[], { figures }: GateOutcome): GateOutcome['coarsened'] {
  const shown = new Set(figures.map(({ item }) => item));
  const wanted = new Set(drafts.map(({ item }) => item));
  if (shown.size === 1 && shown.has(ALL_ITEMS) && wanted.size > 1) return { kind: 'all-items-only' };
  return shown.size < wanted.size ? { kind: 'items', items: wanted.size - shown.size } : null;
}

function draftsOf(job: GateJob, present: readonly string[]): Draft[] {
  const policy = { ...POLICY, minCell: minCellOf(job.audience) };
  const rates = new Set(
    job.measures.flatMap(({ content }) => (content.denominator === 'listed' ? [content.numerator] : [])),
  );
  return job.measures.flatMap((measure) =>
    [...job.data.items, ALL_ITEMS].flatMap((item): Draft[] => {
      if (job.audience === 'region') {
        const found = regionShowing(job.data, measure, item, policy);
        return found ? [{ measure, item, showings: [found.showing], reference: found.reference }] : [];
      }
      const reference = job.references.get(`${measure.code}|${item}`) ?? null;
      const showings = present.flatMap((practice) => {
        const showing =
          job.audience === 'group'
            ? practiceShowing(job.data, practice, measure, item, reference, policy, rates)
            : reference && funnelShowing(job.data, practice, measure, item, reference, policy);
        return showing ? [showing] : [];
      });
      return showings.length > 0 ? [{ measure, item, showings, reference }] : [];
    }),
  );
}

async function attempt(
  job: GateJob,
  book: CellBook,
  drafts: readonly Draft[],
  attack: Attacking,
  controls: Controls,
  began: number,
): Promise<GateOutcome | null> {
  const problem: GateProblem = {
    book,
    ledger: job.ledger,
    showings: drafts.flatMap(({ showings }) => showings),
    audience: {
      shows: job.audience === 'region' ? 'crowd' : 'each',
      practices: job.data.practices.filter((one) => job.members.includes(one)),
      readers: new Set(job.audience === 'staff' ? [] : job.members),
    },
    circles: job.circles,
    policy: { ...POLICY, minCell: minCellOf(job.audience), partCell: POLICY.minCell },
  };
  const progress = controls.onProgress;
  const hiding = await hideUntilSafe(problem, attack, {
    ...controls,
    ...(progress ? { onProgress: (part: number) => progress(part * 0.8) } : {}),
  });
  if (!hiding.safe) return null;
  const ids = job.ids.values();
  const least = { group: LEAST_BARS, region: 1, staff: LEAST_POINTS }[job.audience];
  const kept = drafts.filter(
    ({ showings }) => showings.filter(({ key }) => !hiding.hidden.has(key)).length >= least,
  );
  const rendered = kept.map((draft) => ({
    draft,
    figure: render(job, draft, hiding.hidden, ids.next().value as string),
  }));
  // from here on only what was rendered counts
  const statements = rendered.flatMap(({ figure }) => saidBy(JSON.stringify(figure.body), figure.labels));
  const checked = await audit(problem, statements, attack);
  progress?.(1);
  if (!checked.safe) return null;
  const shown = rendered.reduce((sum, { figure }) => sum + figure.labels.size, 0);
  return {
    released: true,
    reason: null,
    coarsened: null,
    figures: rendered.map(({ draft, figure }) => ({
      id: figure.id,
      measureId: draft.measure.id,
      measure: draft.measure.code,
      item: draft.item,
      body: figure.body,
    })),
    statements,
    shown,
    hidden: problem.showings.length - shown,
    verdict: {
      policy: POLICY.version,
      attackers: attackersOf(job),
      secrets: checked.secrets,
      attacked: checked.attacked,
      sensitive: hiding.hidden.size - hiding.secondary,
      complements: hiding.secondary,
      leaks: checked.leaks,
      inherited: checked.inherited,
      seconds: (performance.now() - began) / 1000,
    },
  };
}

function render(
  job: GateJob,
  { showings, reference, measure }: Draft,
  hidden: ReadonlySet<string>,
  id: string,
): Rendered<ReleaseBody> {
  if (job.audience === 'region') return regionBody(id, showings[0] as Showing, reference as ReferenceRates);
  if (job.audience === 'staff')
    return funnelBody(id, showings as (Showing & { expected: number })[], hidden, job.members.length);
  return groupBody(id, showings, job.members, hidden, {
    reference,
    decimals: measure.content.decimals,
    named: job.mode === 'open',
  });
}

/** Whom the audit has in mind, in words for a card. */
const attackersOf = ({ audience }: GateJob): string[] =>
  audience === 'region'
    ? ['outsider', 'every practice of the region']
    : ['outsider', 'every practice compared', 'all other practices together'];

function nothing(reason: GateOutcome['reason'], began: number): GateOutcome {
  return {
    released: false,
    reason,
    coarsened: null,
    figures: [],
    statements: [],
    shown: 0,
    hidden: 0,
    verdict: {
      policy: POLICY.version,
      attackers: [],
      secrets: 0,
      attacked: 0,
      sensitive: 0,
      complements: 0,
      leaks: [],
      inherited: 0,
      seconds: (performance.now() - began) / 1000,
    },
  };
}
