/** How many people of the demo act at the same time. */
const AT_ONCE = 12;

/**
 * Lets people of the demo act some at a time: their queries share one connection and travel without waiting for each other's answers.
 * For acts that do not touch each other. What is drawn by chance is drawn before, so that it stays the same.
 */
export async function together<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map(act));
}
