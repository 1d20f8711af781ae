/** A release under pseudonymous labels: the values of every label, in the same order of figures in both releases. */
export type LabelledValues = ReadonlyMap<string, readonly (number | null)[]>;

/** Which labels of a later release can be those of an earlier one. */
export interface Link {
  label: string;
  candidates: string[];
  unique: boolean;
}

/** How far fresh labels hide that the same values were published again. */
export interface Linkage {
  links: Link[];
  /** How many labels are found again with certainty; an audit fails above 0. */
  uniquelyRelinked: number;
}

/**
 * Links the labels of two releases that show the same figures by identical values: fresh labels hide nothing when values
 * are repeated (MIR-07). Labels whose values were all withheld link to nothing.
 */
export function linkage(earlier: LabelledValues, later: LabelledValues): Linkage {
  const links = [...earlier].map(([label, values]): Link => {
    const telling = values.some((value) => value !== null);
    const candidates = telling
      ? [...later]
          .filter(
            ([, other]) => other.length === values.length && other.every((value, at) => value === values[at]),
          )
          .map(([name]) => name)
      : [];
    return { label, candidates, unique: candidates.length === 1 };
  });
  return { links, uniquelyRelinked: links.filter(({ unique }) => unique).length };
}
