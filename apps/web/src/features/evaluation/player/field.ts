import type { ItemAnswer, Language } from '#libs/contracts';

/** What every kind of item gets from the player. */
export interface FieldProps {
  answer: ItemAnswer | undefined;
  onAnswer: (answer: ItemAnswer | null) => void;
  /** One answer was chosen with a finger or mouse: the player goes on by itself. */
  onPicked: () => void;
  labelledBy: string;
  describedBy: string | undefined;
  /** The words of "weet ik niet / niet van toepassing"; null where it is not offered. */
  notApplicable: string | null;
  required: boolean;
  disabled: boolean;
  language: Language;
}
