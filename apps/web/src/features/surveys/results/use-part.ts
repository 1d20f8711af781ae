import { useSearchParams } from 'react-router';
import type { CutKey } from './results-data';

/** The chosen part and the way of reading stand in the address: a link opens what somebody looked at. */
export function usePart() {
  const [params, setParams] = useSearchParams();
  const change = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    part: params.get('deel') as CutKey,
    setPart: (part: CutKey) => change('deel', part),
    tables: params.get('als') === 'tabel',
    setTables: (tables: boolean) => change('als', tables ? 'tabel' : null),
  };
}
