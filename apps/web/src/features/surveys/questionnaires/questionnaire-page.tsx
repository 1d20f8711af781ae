import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { questionnaireQuery } from '../survey-data';
import { Editor } from './editor';
import { Reading } from './reading';

/** One questionnaire: its draft to work on, else what was reviewed, to read. */
export default function QuestionnairePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(questionnaireQuery(id));
  const now = data && (data.draft ? 'draft' : 'reading');
  const [mode, setMode] = useState({ now, turned: false });
  // From reading to changing and back on the same page: what had the focus is gone.
  if (mode.now !== now) setMode({ now, turned: mode.now !== undefined });
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={5} height={96} />
    );
  return data.draft ? (
    <Editor key={data.draft.id} questionnaire={data} version={data.draft} takeFocus={mode.turned} />
  ) : (
    <Reading key={data.id} questionnaire={data} takeFocus={mode.turned} />
  );
}
