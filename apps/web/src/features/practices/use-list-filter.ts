import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Sort } from '../../lib/table';
import { type PracticeFilter, asSort } from './practices-data';

/** How long one types nothing before the list is asked for, in ms. */
const PAUSE = 250;

export interface ListFilter {
  filter: PracticeFilter;
  sort: Sort | null;
  /** What stands in the search field: a moment ahead of the filter. */
  typed: string;
  setTyped: (text: string) => void;
  setDistrict: (district: string) => void;
  setArchived: (archived: boolean) => void;
  setSort: (sort: Sort | null) => void;
  clear: () => void;
}

/** The filter of the list lives in the address: going back from a practice finds the list as it was. */
export function useListFilter(): ListFilter {
  const [params, setParams] = useSearchParams();
  const q = params.get('zoek') ?? '';
  const [typed, setTyped] = useState(q);
  const set = (values: Record<string, string>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const search = useEffectEvent(() => {
    if (typed.trim() !== q) set({ zoek: typed.trim() });
  });
  useEffect(() => {
    const timer = setTimeout(() => search(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  const sorted = asSort(params.get('volgorde'));
  const district = params.get('hagro');
  return {
    filter: {
      ...(q && { q }),
      ...(district && { district }),
      ...(params.has('gesloten') && { archived: 'true' as const }),
      ...(sorted && { sort: sorted }),
    },
    sort: sorted ? { column: sorted.replace(/^-/, ''), descending: sorted.startsWith('-') } : null,
    typed,
    setTyped,
    setDistrict: (value) => set({ hagro: value }),
    setArchived: (archived) => set({ gesloten: archived ? 'ja' : '' }),
    setSort: (sort) => set({ volgorde: sort ? `${sort.descending ? '-' : ''}${sort.column}` : '' }),
    clear: () => {
      setTyped('');
      set({ zoek: '', hagro: '', gesloten: '' });
    },
  };
}
