/** The functions of `cephes` that are used here; its own declarations are out of reach of an ES module import. */
declare module 'cephes' {
  /** Settles when the functions can be called. */
  export const compiled: Promise<void>;
  /** Area under the standard normal curve to the left of `x`. */
  export function ndtr(x: number): number;
  /** Standard normal quantile. */
  export function ndtri(p: number): number;
  /** Student's t quantile for a whole number of degrees of freedom. */
  export function stdtri(df: number, p: number): number;
  /** Regularised upper incomplete gamma function Q(a, x). */
  export function igamc(a: number, x: number): number;
}
