import { it } from '@jest/globals';
import type { Visitor } from './browser.js';

const MINUTE = 60_000;

/**
 * The steps of one story, in order: each goes on where the last one stopped. After a step that fails, the others fail
 * at once instead of waiting in vain; what was on the screen then is in the pictures.
 */
export function story(slug: string, onScreen: () => Visitor | undefined) {
  let broken: string | null = null;
  return (name: string, act: () => Promise<void>, minutes = 2): void =>
    it(
      name,
      async () => {
        if (broken) throw new Error(`Not tried: the story stopped at "${broken}".`);
        try {
          await act();
        } catch (error) {
          broken = name;
          await onScreen()
            ?.picture(`${slug}-stopped`, { whole: true })
            .catch(() => undefined);
          throw error;
        }
      },
      minutes * MINUTE,
    );
}
