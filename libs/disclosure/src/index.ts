export { DisclosureInputError, DisclosureStoppedError } from './statements.js';
export type {
  Atom,
  Attacker,
  AttackOptions,
  AttackProblem,
  Candidate,
  Finding,
  ProtectionProblem,
  ProtectionProgress,
  Protection,
  ProtectOptions,
  Secret,
  Statement,
  Term,
} from './statements.js';
export { attack } from './attack.js';
export { linkage } from './linkage.js';
export type { LabelledValues, Link, Linkage } from './linkage.js';
export {
  allOrNothing,
  COARSENING,
  dominated,
  oneCategoryHoldsAll,
  POLICY,
  primarySensitive,
  protectionLevels,
} from './policy.js';
export type { Coarsening, DisclosurePolicy } from './policy.js';
export { protect } from './protect.js';
export { invertByar, rateInterval } from './rates.js';
export type { Inversion, Range, ShownInterval } from './rates.js';
export { attackTable, protectTable, tableProblem } from './table-gate.js';
export type { CellFinding, TableAttack, TableProtection } from './table-gate.js';
export { readTable } from './table-reader.js';
export type { Dimension, ExtraStatement, Table, TablePattern } from './table.js';
export { attackInWorker, DisclosureWorkerError, inWorker, protectInWorker } from './in-worker.js';
export type { RunControls, RunOptions, RunResults, TableRun } from './in-worker.js';
