import { attack } from './attack.js';
import { NetworkOracle } from './network-oracle.js';
import type { Oracle } from './oracle.js';
import type { Pattern } from './pattern.js';
import { randomStream } from './random.js';
import type { Finding, ProtectionProblem, ProtectOptions } from './statements.js';
import type { ThreatModel } from './threats.js';

/** Seconds of search when nothing is said. */
const SECONDS = 30;
/** One search with its clock and its best pattern. */
export class Search {
  readonly began = performance.now();
  readonly random: () => number;
  best: Pattern | null = null;
  bound = 0;
  proven = false;

  /** The search knows all that whole numbers tell. */
  readonly exact: boolean;

  constructor(
    readonly problem: ProtectionProblem,
    readonly model: ThreatModel,
    readonly oracle: Oracle,
    private readonly options: ProtectOptions,
  ) {
    this.random = randomStream((options.seed ?? 1) + 1);
    this.exact = oracle instanceof NetworkOracle;
  }

  get budget(): number {
    return this.options.seconds ?? SECONDS;
  }

  elapsed(): number {
    return (performance.now() - this.began) / 1000;
  }

  /** True when this part of the budget is gone, or somebody asked to stop. */
  over(part = 1): boolean {
    return this.elapsed() > this.budget * part || this.options.shouldStop?.() === true;
  }

  stopped(): boolean {
    return this.options.shouldStop?.() === true;
  }

  tell(phase: 'checking' | 'searching' | 'improving' | 'auditing'): void {
    this.options.onProgress?.({
      phase,
      fraction: Math.min(1, this.elapsed() / this.budget),
      secondary: this.best ? this.best.complements().length : null,
    });
  }

  /** Takes a pattern over when it is cheaper; true when it was. */
  offer(pattern: Pattern): boolean {
    if (this.best && pattern.cost() >= this.best.cost() - 1e-9) return false;
    this.best = pattern;
    return true;
  }

  /** True when no safe pattern is cheaper than the best, beyond what decides between equals. */
  closed(): boolean {
    if (!this.best) return false;
    if (this.model.counted)
      return this.best.complements().length <= Math.ceil(this.bound - this.model.noise - 1e-6);
    return this.best.cost() <= this.bound + this.model.noise + 1e-6;
  }

  /** All attackers, all secrets, whole numbers, by code that shares nothing with the search but the reading of terms. */
  audit(hidden: Float64Array, secrets = this.problem.secrets): Promise<Finding[]> {
    return attack({
      atoms: this.problem.atoms,
      statements: [...this.problem.ledger, ...this.problem.candidates.filter((_, at) => hidden[at] !== 1)],
      secrets,
      attackers: this.problem.attackers,
      integer: this.model.whole,
    });
  }
}
