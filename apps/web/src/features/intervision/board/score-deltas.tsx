import { useTranslation } from 'react-i18next';
import type { ScoreDeltas } from '#libs/contracts';
import { Delta } from '../../../components/delta';
import { TERMS } from './change-words';
import classes from './effect.module.css';

/** What a change does to each score: arrow, sign and number, or "gelijk". A dash while it is being worked out. */
export function DeltaList({ deltas }: { deltas: ScoreDeltas | null }) {
  const { t } = useTranslation('board');
  return (
    <dl className={classes.deltas} aria-busy={deltas === null || undefined}>
      {TERMS.map((term) => (
        <div key={term}>
          <dt>{t(`term.${term}.short`)}</dt>
          <dd>{deltas ? <Delta value={deltas[term]} /> : <span className="lk-muted">…</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
