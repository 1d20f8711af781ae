import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../../components/loading-state';
import { useMay } from '../../../../lib/me';
import { useLooked } from '../looked';
import { ShownTexts } from './shown-texts';
import classes from './texts.module.css';

const Moderation = lazy(() => import('./moderation').then((module) => ({ default: module.Moderation })));

/** What people wrote. Who manages surveys decides how each is said on; everybody else reads what was. Never beside scores. */
export default function TextsPage() {
  const { t } = useTranslation('results');
  const manages = useMay('surveys.manage');
  const { campaign, results } = useLooked();
  const tellable = results.texts.some((text) => text.hidden === null);
  if (manages && tellable)
    return (
      <Suspense fallback={<LoadingState rows={3} height={160} />}>
        <Moderation campaignId={campaign.id} shared={campaign.shared} />
      </Suspense>
    );
  return (
    <>
      {tellable && <p className={classes.lead}>{t('texts.lead')}</p>}
      <ShownTexts texts={results.texts} />
    </>
  );
}
