// What takes longest goes first, so that at the end no core waits for a long suite that another one has just begun.
import Sequencer from '@jest/test-sequencer';

/** From suites of minutes to suites of a moment; within one kind jest's own order holds: failed before, slow before, large. */
const KINDS = [
  /[\\/]test[\\/]chaos[\\/]/,
  /[\\/]test[\\/]journeys[\\/]/,
  /[\\/]test[\\/]security[\\/]/,
  /\.api\.spec\.ts$/,
  /\.db\.spec\.ts$/,
];

const rank = ({ path }) => {
  const found = KINDS.findIndex((kind) => kind.test(path));
  return found === -1 ? KINDS.length : found;
};

export default class extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}
