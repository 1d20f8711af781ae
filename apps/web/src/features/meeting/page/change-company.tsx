import { useQuery } from '@tanstack/react-query';
import type { MeetingCirclesView, MeetingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { circlesQuery } from './meeting-data';
import { PracticePick } from './practice-pick';

interface ChangeCompanyProps {
  meeting: MeetingView;
  /** Whose circle it is. */
  organiserPracticeId: string;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Who is asked to a meeting outside a group, from now on. Those who are asked now come first. */
export function ChangeCompany({ meeting, organiserPracticeId, chosen, onChange }: ChangeCompanyProps) {
  const { data, error, refetch } = useQuery(circlesQuery(organiserPracticeId));
  if (data) return <PracticePick among={amongOf(meeting, data)} chosen={chosen} onChange={onChange} />;
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <LoadingState rows={1} height={140} />
  );
}

function amongOf({ circle, members }: MeetingView, { circles, others }: MeetingCirclesView) {
  const around = circles.find((one) => one.circle === circle)?.practices ?? others;
  const asked = new Set(members.map(({ practiceId }) => practiceId));
  return [...others.filter(({ id }) => asked.has(id)), ...around.filter(({ id }) => !asked.has(id))];
}
