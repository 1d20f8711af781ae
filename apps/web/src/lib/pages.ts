import type { Page } from '#libs/contracts';

export interface PageQuery {
  cursor?: string;
  limit: number;
}

/** How the next page of a list is asked for; null for the first. Spread into `infiniteQueryOptions`. */
export const byCursor = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: Page<unknown>) => last.next,
};

export function pageQuery(cursor: string | null, limit = 50): PageQuery {
  return cursor ? { cursor, limit } : { limit };
}

/** The items of all pages that were fetched, in order. */
export function itemsOf<T>(data: { pages: Page<T>[] }): T[] {
  return data.pages.flatMap((page) => page.items);
}

/** Every item of a list, fetched a hundred at a time. */
export async function everyItem<T>(get: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await get(pageQuery(cursor, 100));
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}
