import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state';
import { useOwnConnectionWords } from '../../lib/connection';
import { useWords } from '../../lib/i18n';
import { useLinkToken } from '../../lib/link-token';
import { Problem } from '../../lib/problem';
import { Answering } from './answering';
import { isUnknownLink } from './delivery';
import { Ended } from './ended';
import { evaluationQuery } from './evaluation-data';
import { EvaluationFrame } from './evaluation-frame';
import { Opening } from './opening';

/** Where the link of an evaluation leads: the first question, at once; no account and nothing to sign in to. */
export default function EvaluationPage() {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  useOwnConnectionWords();
  const token = useLinkToken();
  const { data, error, refetch } = useQuery(evaluationQuery(token));
  const unknown = error instanceof Problem && isUnknownLink(error);
  const title = data ? words(data.title) : t('title');
  return (
    <EvaluationFrame title={title} region={data?.region}>
      {data ? (
        <Answering key={token} token={token} view={data} />
      ) : unknown ? (
        <Ended phase="unknown" />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Opening />
      )}
    </EvaluationFrame>
  );
}
