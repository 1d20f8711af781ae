import type { LedMethodStepView, Words } from '#libs/contracts';

export const words = (nl: string, en: string): Words => ({ nl, en });

type Usual =
  | 'ownerInstruction'
  | 'speaks'
  | 'ownerOutside'
  | 'writes'
  | 'together'
  | 'named'
  | 'hiddenFromOwner'
  | 'role'
  | 'figures';

/** A step in which everybody talks and nothing is written, except where it says otherwise. */
export function step(
  own: Omit<LedMethodStepView, Usual> & Partial<Pick<LedMethodStepView, Usual>>,
): LedMethodStepView {
  return {
    ownerInstruction: null,
    speaks: 'everybody',
    ownerOutside: false,
    writes: 'nothing',
    together: false,
    named: true,
    hiddenFromOwner: false,
    role: null,
    figures: false,
    ...own,
  };
}
