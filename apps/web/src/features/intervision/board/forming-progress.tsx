import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormingView, ProgressView, RoundView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { ProgressTask } from '../../../components/progress-task';
import { useForming } from './use-forming';
import classes from './forming.module.css';

const PHASES = ['queued', 'counting', 'annealing', 'seating', 'improving', 'proving', 'relaxing'] as const;
type Phase = (typeof PHASES)[number];

interface FormingProgressProps {
  round: RoundView;
  forming: FormingView;
  /** The last word over the socket; newer than the row. */
  progress: ProgressView | null;
}

/** The computation at work: what it does now, how far, and a way to stop it. It goes on when the page closes. */
export function FormingProgress({ round, forming, progress }: FormingProgressProps) {
  const { t } = useTranslation('board');
  const { cancel } = useForming(round.id);
  const now = progress && progress.fraction >= forming.fraction ? progress : forming;
  // The first word over the socket says that it has begun, before the row is fetched again.
  const waiting = forming.state === 'queued' && now === forming;
  const phase = waiting ? 'queued' : PHASES.find((one) => one === now.phase);
  return (
    <div className={classes.progress}>
      <ProgressTask
        title={t(`forming.title.${forming.purpose}`)}
        doing={t(`phase.${(phase ?? 'improving') satisfies Phase}`)}
        fraction={waiting ? null : now.fraction}
        state="running"
      />
      {cancel.error && <ErrorState error={cancel.error} />}
      <Button variant="default" size="sm" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('forming.stop')}
      </Button>
    </div>
  );
}
