import { useTranslation } from 'react-i18next';
import type { OutcomeLinkView } from '#libs/contracts';
import { useFormat } from '../../../lib/i18n';
import classes from './actions.module.css';

/** The way of an insight: what it was, when it left, what became of it (LOOP-02). */
export function Chain({ links }: { links: readonly OutcomeLinkView[] }) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  return (
    <ol className={classes.chain} aria-label={t('chain')}>
      {links.map(({ stage, words, at }) => (
        <li key={`${stage} ${at}`} data-stage={stage}>
          <b>{t(`stage.${stage}`)}</b>
          <span>{format.date(at)}</span>
          {words && <p dir="auto">{words}</p>}
        </li>
      ))}
    </ol>
  );
}
