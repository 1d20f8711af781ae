export { LinearModel, maximise, openModel, solver } from './linear-model.js';
export type { OpenModel, OpenResult, SolveLimits, SolveResult } from './linear-model.js';
