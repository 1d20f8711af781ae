import { useFormat } from '../../../../lib/i18n';

/** A p-value as it is written: three decimals, and never as zero; on one line. */
export function useChance(): (p: number) => string {
  const format = useFormat();
  return (p) =>
    p < 0.001 ? `p\u00a0<\u00a0${format.number(0.001, 3)}` : `p\u00a0=\u00a0${format.number(p, 3)}`;
}
