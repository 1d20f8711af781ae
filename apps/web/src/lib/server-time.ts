/** One question for the server's time: when it was asked and answered by this device, and what the server said. All ms. */
export interface TimeSample {
  asked: number;
  answered: number;
  server: number;
}

/** A sample older than this says too little: clocks drift apart. In ms. */
const FRESH = 15 * 60_000;

/**
 * How far this device's clock is off: add it to `Date.now()` to read the server's. Of the fresh samples, the one with the shortest way
 * there and back, because its answer can be off by half of that at most.
 * @param now this device's clock; @returns 0 without samples
 */
export function offsetOf(samples: readonly TimeSample[], now: number): number {
  const way = (sample: TimeSample): number => sample.answered - sample.asked;
  const usable = samples.filter((sample) => way(sample) >= 0);
  const fresh = usable.filter((sample) => now - sample.answered <= FRESH);
  let best: TimeSample | undefined;
  for (const sample of fresh.length > 0 ? fresh : usable.slice(-1))
    if (!best || way(sample) < way(best)) best = sample;
  return best ? Math.round(best.server - (best.asked + best.answered) / 2) : 0;
}
