import { Button } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './import.module.css';
import type { Stale } from './use-check';

const MOST = 5;

/** The register changed since the preview: what is different now. Nothing was written. */
export function StaleNotice({ stale, onSeen }: { stale: Stale; onSeen: () => void }) {
  const { t } = useTranslation(['imports', 'components']);
  return (
    <div role="alert" className={classes.alert} data-tone="warn">
      <IconRefreshAlert size={22} stroke={1.8} className="lk-icon" aria-hidden />
      <div className={classes.words}>
        <b>{t('stale.title')}</b>
        <p>{t('stale.text')}</p>
        <ul>
          {stale.counts.map(({ verdict, from, to }) => (
            <li key={verdict}>{t('stale.count', { verdict: t(`verdict.${verdict}`), from, to })}</li>
          ))}
          {stale.rows.slice(0, MOST).map((row) => (
            <li key={row.key}>
              {t('stale.row', { name: row.values.name ?? row.key, verdict: t(`verdict.${row.verdict}`) })}
            </li>
          ))}
          {stale.rows.length > MOST && <li>{t('stale.more', { count: stale.rows.length - MOST })}</li>}
          {stale.rows.length + stale.counts.length === 0 && <li>{t('stale.same')}</li>}
        </ul>
      </div>
      <Button variant="default" size="sm" onClick={onSeen}>
        {t('components:close')}
      </Button>
    </div>
  );
}
