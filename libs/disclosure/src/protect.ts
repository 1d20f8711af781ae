import { Master } from './master.js';
import { NetworkOracle } from './network-oracle.js';
import { Pattern } from './pattern.js';
import { Search } from './search.js';
import { construct, improve, lastResort, mend, PATIENCE, settle, tighten } from './search-steps.js';
import { SolverOracle } from './solver-oracle.js';
import { DisclosureStoppedError } from './statements.js';
import type { Protection, ProtectionProblem, ProtectOptions } from './statements.js';
import { threatModel } from './threats.js';

/** Why even hiding everything would not do, or null when it would. */
async function hopeless(search: Search): Promise<string | null> {
  const { model, oracle, problem } = search;
  const all = new Pattern(model, oracle, search.random);
  all.hide([...model.figures.keys()].filter((at) => model.figures[at]!.fate === 'free'));
  const unmet = all.firstUnmet(() => search.stopped());
  if (unmet < 0 || search.stopped()) return null;
  // The search may be stricter than the truth; only the attack decides.
  const secret = problem.secrets[model.threats[unmet]!.secret]!;
  const leak = (await search.audit(all.hidden, [secret])).find(({ safe }) => !safe);
  if (!leak) return null;
  return `Even with everything hidden that may be hidden, "${leak.secret}" cannot be kept from "${leak.attacker}".`;
}

/**
 * Chooses which figures to hide so that no attacker comes too near any secret, hiding as few as possible (as little
 * weight, when weights are given). A pattern is given only after `attack` found it safe. Fischetti-Salazar model (MIR-07).
 * @throws DisclosureInputError when the problem cannot be read
 * @throws DisclosureStoppedError when `shouldStop` says so before any safe pattern was found
 */
export async function protect(problem: ProtectionProblem, options: ProtectOptions = {}): Promise<Protection> {
  const attackers = problem.attackers.length > 0 ? problem.attackers : [{ name: 'outsider', knows: [] }];
  const whole = { ...problem, attackers };
  const model = threatModel(whole, options.seed ?? 1);
  const oracle = NetworkOracle.of(model) ?? (await SolverOracle.of(model));
  const search = new Search(whole, model, oracle, options);
  const master = await Master.open(model);
  try {
    search.tell('checking');
    const reason = await hopeless(search);
    if (search.stopped()) throw new DisclosureStoppedError();
    if (reason !== null) return refusal(search, reason);
    await run(search, master);
    if (!search.best) throw new DisclosureStoppedError();
    search.tell('auditing');
    const leak = (await search.audit(search.best.hidden)).find(({ safe }) => !safe);
    if (leak)
      return refusal(search, `The audit found that "${leak.secret}" is not kept from "${leak.attacker}".`);
    return {
      verdict: 'safe',
      suppressed: whole.candidates.filter((_, at) => search.best!.hidden[at] === 1).map(({ key }) => key),
      secondary: search.best.complements().length,
      proven: search.proven,
      seconds: search.elapsed(),
    };
  } finally {
    master.close();
    oracle.close();
  }
}

async function run(search: Search, master: Master): Promise<void> {
  const bare = new Pattern(search.model, search.oracle, search.random);
  const enough = bare.firstUnmet(() => search.stopped()) < 0;
  if (enough && (await search.audit(bare.hidden)).every(({ safe }) => safe)) {
    search.best = bare;
    search.proven = true;
    return;
  }
  construct(search);
  tighten(search, master, 0.3);
  if (!search.closed()) improve(search, 0.4);
  if (!search.closed() || search.elapsed() < PATIENCE) await settle(search, master, 0.8);
  if (search.closed()) search.proven = true;
  if (!search.proven) improve(search, 1);
  if (search.closed()) search.proven = true;
  if (!search.best && !search.stopped()) await lastResort(search);
  if (!search.exact) await mend(search);
}

function refusal(search: Search, reason: string): Protection {
  const suppressed = search.problem.candidates
    .filter((_, at) => search.model.figures[at]!.fate !== 'shown')
    .map(({ key }) => key);
  return { verdict: 'refused', suppressed, secondary: 0, proven: false, seconds: search.elapsed(), reason };
}
