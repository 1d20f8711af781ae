/** Input that cannot be computed with: one clear sentence that begins with the path of the offending value. */
export class StatisticsInputError extends Error {
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}.`);
    this.name = 'StatisticsInputError';
  }

  /** The same refusal, for a value that lies deeper: inside a list of cases, for instance. */
  within(prefix: string): StatisticsInputError {
    return new StatisticsInputError(prefix === '' ? this.path : `${prefix}.${this.path}`, this.problem);
  }
}
