import type { Visitor } from './browser.js';

/** A practice is focused on the board: picks it up, looks for a swap that the rules allow and sees its effect. */
export async function aimAtSwap(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.press('Enter');
  const strip = page.getByRole('region', { name: 'Wat deze wijziging doet' });
  await strip.waitFor();
  const swap = strip.getByRole('button', { name: 'Ruil doorvoeren' });
  for (let look = 0; look < 60; look++) {
    await page.keyboard.press(look % 6 === 0 ? 'ArrowRight' : 'ArrowDown');
    // the effect of this place, allowed or with the rule that forbids it
    await page.waitForTimeout(120);
    await visitor.settled();
    if (await swap.isVisible()) return;
  }
  throw new Error('No practice on the board may be swapped with this one.');
}

/** Carries the swap out with Enter and waits until the board has it. */
export async function swapByKeyboard(visitor: Visitor): Promise<void> {
  await aimAtSwap(visitor);
  await visitor.press('Enter');
  await visitor.page
    .getByText(/^Gedaan: /)
    .first()
    .waitFor();
}
