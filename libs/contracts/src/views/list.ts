/** One page of a list. `next` is the cursor of the following page, null on the last one. */
export interface Page<T> {
  items: T[];
  next: string | null;
  /** How many items match in all, before paging. */
  total: number;
}
export type Language = 'nl' | 'en';
/** One text in both languages. */
export interface Words {
  nl: string;
  en: string;
}
