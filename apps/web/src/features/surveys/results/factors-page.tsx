import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AsTables } from '../../../components/chart-figure';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useWords } from '../../../lib/i18n';
import { FactorList } from './factor-list';
import { LookingBar } from './looking-bar';
import { NotShown } from './not-shown';
import { PartChoice } from './part-choice';
import { partQuery } from './results-data';
import { useLooked } from './looked';
import { usePart } from './use-part';
import factors from './factors.module.css';
import classes from './results.module.css';

/** What makes the programme valuable: eight factors beside the published reference. */
export default function FactorsPage() {
  const { t } = useTranslation('results');
  const words = useWords();
  const { campaign, results } = useLooked();
  const { part, setPart, tables, setTables } = usePart();
  const found = useQuery(partQuery(campaign.id, part));
  return (
    <AsTables value={tables}>
      <LookingBar tables={tables} onTables={setTables}>
        {results.cuts.length > 0 && (
          <PartChoice label={t('part')} cuts={results.cuts} value={part} onChange={setPart} />
        )}
      </LookingBar>
      <p className={factors.lead}>{t('factors.lead')}</p>
      {found.data ? (
        <div data-waiting={found.isPlaceholderData || undefined} className={classes.found}>
          {found.data.hidden ? (
            <NotShown>{words(found.data.sentence)}</NotShown>
          ) : (
            <FactorList factors={found.data.factors} />
          )}
        </div>
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingState rows={4} height={180} />
      )}
    </AsTables>
  );
}
