import type { GroupPreparationView } from '#libs/contracts';
import type { PreparationDraft } from '../figures-data';

/** A meeting has room for two to four figures (MIR-05). */
export const FEWEST_FIGURES = 2;
export const MOST_FIGURES = 4;

type Wish = PreparationDraft['figures'][number];
const same = (a: Wish, b: Wish) => a.measure === b.measure && a.item === b.item;

/** What is prepared, without the figures themselves: as it is sent. */
export function draftOf(
  view: Pick<GroupPreparationView, 'story' | 'question' | 'figures'>,
): PreparationDraft {
  return {
    story: view.story,
    question: view.question,
    figures: view.figures.map(({ measure, item }) => ({ measure, item })),
  };
}

/** The draft with one more figure; `there` when it already is, `full` when there is no room. */
export function takenAlong(
  view: Pick<GroupPreparationView, 'story' | 'question' | 'figures'>,
  wish: Wish,
): PreparationDraft | 'there' | 'full' {
  const draft = draftOf(view);
  if (draft.figures.some((figure) => same(figure, wish))) return 'there';
  if (draft.figures.length >= MOST_FIGURES) return 'full';
  return { ...draft, figures: [...draft.figures, wish] };
}
