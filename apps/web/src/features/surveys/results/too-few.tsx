import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import type { Looked } from './looked';
import classes from './results.module.css';

/** A campaign below the minimum: why nothing is shown, that this is the promise kept, and what can be done. */
export function TooFew({ looked: { results } }: { looked: Looked }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const manages = useMay('surveys.manage');
  return (
    <Panel>
      <div className={classes.tooFew}>
        <IconShieldLock size={44} stroke={1.4} color="var(--lk-accent)" className="lk-icon" aria-hidden />
        <div>
          <h2>{t('few.title')}</h2>
          <p>{words(results.sentence)}</p>
          <p>{t('few.rule', { count: results.minimumResponses })}</p>
          <h3>{t('few.do')}</h3>
          <ul>
            {manages && <li>{t('few.pool')}</li>}
            {manages && <li>{t('few.audience')}</li>}
            {manages && <li>{t('few.length')}</li>}
            <li>{t('few.talk')}</li>
          </ul>
        </div>
      </div>
    </Panel>
  );
}
