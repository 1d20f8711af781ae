import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../../components/loading-state';
import { later } from '../../../../lib/later';
import { useMay } from '../../../../lib/me';
import { useLooked } from '../looked';
import { ShownTexts } from './shown-texts';
import classes from './texts.module.css';

const Moderation = later(
  async () => (await import('./moderation')).Moderation,
  <LoadingState rows={3} height={160} />,
);

/** What people wrote. Who manages surveys decides how each is said on; everybody else reads what was. Never beside scores. */
export default function TextsPage() {
  const { t } = useTranslation('results');
  const manages = useMay('surveys.manage');
  const { campaign, results } = useLooked();
  const tellable = results.texts.some((text) => text.hidden === null);
  if (manages && tellable) return <Moderation campaignId={campaign.id} shared={campaign.shared} />;
  return (
    <>
      {tellable && <p className={classes.lead}>{t('texts.lead')}</p>}
      <ShownTexts texts={results.texts} />
    </>
  );
}
