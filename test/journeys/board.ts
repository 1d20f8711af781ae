import type { Visitor } from './browser.js';

/**
 * A practice is focused on the board: picks it up and looks around for a swap that the rules allow, whose effect then
 * shows. With none in sight it tries the practice below.
 */
export async function aimAtSwap(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const strip = page.getByRole('region', { name: 'Wat deze wijziging doet' });
  const swap = strip.getByRole('button', { name: 'Ruil doorvoeren' });
  for (let seat = 0; seat < 4; seat++) {
    await visitor.press('Enter');
    await strip.waitFor();
    for (let look = 0; look < 40; look++) {
      await page.keyboard.press(look % 6 === 0 ? 'ArrowRight' : 'ArrowDown');
      // a place where one rests shows its effect, or the rule that forbids it
      await page.waitForTimeout(250);
      if (await swap.isVisible()) return;
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('No practice on the board may be swapped with these.');
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
