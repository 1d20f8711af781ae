import { separate } from './master.js';
import type { Master } from './master.js';
import { Pattern } from './pattern.js';
import { shuffled } from './random.js';
import type { Search } from './search.js';

/** Below this many seconds a proven number is not yet enough: equals are still told apart. */
export const PATIENCE = 1;
/** Patterns to begin with. */
const ROUNDS = 3;

/** Patterns made by hiding the cheapest way round for one threat after another, each thinned afterwards. */
export function construct(search: Search): void {
  const { model, oracle, random } = search;
  const order = [...model.threats.keys()];
  for (let round = 0; round < ROUNDS && !(round > 0 && search.over(0.1)); round++) {
    const pattern = new Pattern(model, oracle, search.random);
    const price = Float64Array.from(model.figures, ({ cost }) => cost * (1 + 0.1 * round * random()));
    const first = round === 0 ? order.sort((a, b) => model.threats[b]!.need - model.threats[a]!.need) : null;
    if (!pattern.repair(price, first ?? shuffled(order, random), () => search.stopped())) return;
    pattern.thin(
      pattern.complements().sort((a, b) => model.figures[b]!.cost - model.figures[a]!.cost),
      () => search.over(),
    );
    search.offer(pattern);
    search.tell('searching');
  }
}

/** Shows some figures again, repairs in another order and thins, as long as that helps or leaves the price as it is. */
export function improve(search: Search, until: number): void {
  const { model, random } = search;
  let current = search.best;
  let quiet = 0;
  const patience = 50 + 4 * (current?.complements().length ?? 0);
  while (current && !search.over(until) && quiet < patience && !search.closed()) {
    const complements = current.complements();
    if (complements.length === 0) return;
    const next = current.copy();
    const open = next.show(neighbours(search, complements));
    const price = Float64Array.from(model.figures, ({ cost }) => cost * (0.8 + 0.6 * random()));
    quiet += 1;
    if (!next.repair(price, shuffled(open, random), () => search.over())) continue;
    next.thin(shuffled(next.complements(), random), () => search.over());
    if (!next.met() || next.cost() > current.cost() + 1e-9) continue;
    if (next.cost() < current.cost() - 1e-9) quiet = 0;
    current = next;
    search.offer(next);
    search.tell('improving');
  }
}

/** Complements that lie near each other: those of sums that share an atom with a random one's, or a random handful. */
function neighbours(search: Search, complements: readonly number[]): number[] {
  const { model, random } = search;
  const size = 2 + Math.floor(random() * Math.min(10, complements.length));
  const mixed = shuffled(complements, random);
  if (random() < 0.3) return mixed.slice(0, size);
  const centre = model.figures[mixed[0]!]!;
  const near = new Set(
    model.figures.flatMap((figure) =>
      figure.atoms.length > 1 && centre.atoms.some((atom) => figure.atoms.includes(atom)) ? figure.atoms : [],
    ),
  );
  return mixed.filter((at) => model.figures[at]!.atoms.some((atom) => near.has(atom))).slice(0, size);
}

/** Rows from patterns in parts: raises the bound, and gives the master what it needs. */
export function tighten(search: Search, master: Master, until: number): void {
  for (;;) {
    const proposal = master.relaxed();
    if (!proposal || master.impossible) return;
    search.bound = Math.max(search.bound, proposal.bound);
    if (search.closed() && search.elapsed() > PATIENCE) return;
    if (search.over(until)) return;
    const cuts = separate(search.model, search.oracle, proposal.pattern, () => search.over(until));
    search.tell('improving');
    if (cuts.filter((cut) => master.add(cut)).length === 0) return;
  }
}

/** The master's cheapest whole patterns, each answered with the rows it breaks, until one holds. */
export async function settle(search: Search, master: Master, until: number): Promise<void> {
  const { model, oracle } = search;
  const price = Float64Array.from(model.figures, ({ cost }) => cost);
  while (!search.over(until)) {
    const left = search.budget * until - search.elapsed();
    const proposal = master.whole(left, () => search.stopped());
    if (!proposal || master.impossible) return;
    search.bound = Math.max(search.bound, proposal.bound);
    const pattern = new Pattern(model, oracle, search.random);
    pattern.hide([...proposal.pattern.keys()].filter((at) => proposal.pattern[at] === 1));
    const cuts = pattern.check(() => search.over(until));
    if (cuts.length === 0 && pattern.met()) {
      const findings = search.exact ? [] : await search.audit(pattern.hidden);
      if (findings.every(({ safe }) => safe)) {
        search.offer(pattern);
        if (proposal.solved) search.proven = true;
        return;
      }
      // What is not safe stays so when less is hidden: at least one more figure must go.
      const shown = [...model.figures.keys()].filter((at) => pattern.hidden[at] !== 1);
      cuts.push({ entries: shown.map((at) => [at, 1]), least: 1 });
    } else if (pattern.repair(price, [...model.threats.keys()], () => search.over())) {
      pattern.thin(shuffled(pattern.complements(), search.random), () => search.over());
      if (pattern.met()) search.offer(pattern);
    }
    search.tell('improving');
    if (search.closed() && search.elapsed() > PATIENCE) return;
    if (cuts.filter((cut) => master.add(cut)).length === 0) return;
  }
}

/**
 * The search of a general problem moves in fractions; where whole numbers tell more, more is hidden until the attack is
 * content: figure by figure while time lasts, then everything.
 */
export async function mend(search: Search): Promise<void> {
  const { model, problem, best } = search;
  if (!best) return;
  let leaks = (await search.audit(best.hidden)).filter(({ safe }) => !safe);
  if (leaks.length === 0) return;
  search.proven = false;
  const pattern = best.copy();
  const free = shuffled(
    [...model.figures.keys()].filter((at) => model.figures[at]!.fate === 'free' && pattern.hidden[at] !== 1),
    search.random,
  ).sort((a, b) => Math.round(model.figures[a]!.cost - model.figures[b]!.cost));
  for (const figure of free) {
    if (leaks.length === 0) break;
    pattern.hide([figure]);
    if (search.elapsed() > search.budget * 1.5) continue;
    const open = new Set(leaks.map(({ secret }) => secret));
    const asked = problem.secrets.filter(({ key }) => open.has(key));
    leaks = (await search.audit(pattern.hidden, asked)).filter(({ safe }) => !safe);
  }
  search.best = pattern;
}

/** Everything hidden that may be, thinned while time lasts: the way out when no better pattern was found in time. */
export async function lastResort(search: Search): Promise<void> {
  const { model, oracle } = search;
  const pattern = new Pattern(model, oracle, search.random);
  pattern.hide([...model.figures.keys()].filter((at) => model.figures[at]!.fate === 'free'));
  pattern.check();
  if (pattern.met()) {
    const whole = pattern.copy();
    pattern.thin(
      pattern.complements().sort((a, b) => model.figures[b]!.cost - model.figures[a]!.cost),
      () => search.elapsed() > search.budget * 1.5 || search.stopped(),
    );
    search.best = (await search.audit(pattern.hidden)).every(({ safe }) => safe) ? pattern : whole;
  } else search.best = pattern;
}
