export { formAlternatives } from './alternatives.js';
export type { Alternative, AlternativeKind } from './alternatives.js';
export { certificates } from './certificates.js';
export { checkSolution } from './check.js';
export type { CheckedGroup, CheckedPractice, CheckReport, Violation, ViolationCode } from './check.js';
export { effectOf } from './effect.js';
export type { BoardChange, Effect, GroupEffect, TermPoints } from './effect.js';
export { sampleInstance } from './sample.js';
export type { SampleShape } from './sample.js';
export { explain, explainPractice } from './explain.js';
export type {
  Audience,
  BestAlternative,
  Blocker,
  ExplainedTerm,
  ExplainOptions,
  Explanation,
  FirstChoice,
} from './explain.js';
export type { FairnessReport } from './fairness.js';
export { formGroups } from './form.js';
export type { FormOptions, Progress } from './run.js';
export { formInWorker, GroupingWorkerError, inWorker } from './in-worker.js';
export type { WorkerControls, WorkerResults, WorkerTask } from './in-worker.js';
export { GroupingInputError } from './instance.js';
export type {
  Conflict,
  ConflictCode,
  EarlierGroup,
  ForbiddenPair,
  GroupingConfig,
  GroupingDate,
  GroupingPractice,
  GroupingTheme,
  Instance,
  RuleFamily,
  Solution,
  SolutionGroup,
  TermWeights,
  UnassignedPractice,
} from './instance.js';
export { dayName } from './names.js';
export type { Sentence } from './names.js';
export { compile } from './problem.js';
export { readInstance, readSolution } from './reader.js';
export { improveFrom } from './refine.js';
export type { ImproveFromOptions, PinRequest } from './refine.js';
export type { RelaxationChange } from './relaxed-instance.js';
export { relaxations } from './relaxations.js';
export type { Relaxation, RelaxationReport } from './relaxations.js';
export { repairGroups } from './repair.js';
export type { RepairMove, RepairRequest, RepairResult } from './repair.js';
export type { Terms, Valuation } from './terms.js';
