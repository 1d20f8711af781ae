import { IconFlag, IconMail, IconMailForward } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnonymityLevel, LaunchPreviewView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import type { DraftFault } from './draft';
import classes from './create.module.css';

interface PlanCardProps {
  preview: UseQueryResult<LaunchPreviewView>;
  /** What is shown is of a moment ago: a change is on its way. */
  behind: boolean;
  anonymity: AnonymityLevel;
  minimumResponses: number;
  untrue: boolean;
  faults: readonly DraftFault[];
  action: ReactNode;
}

/** Beside the form: what will happen, with moments and numbers, and the one button that makes it happen. */
export function PlanCard(props: PlanCardProps) {
  const { t } = useTranslation(['surveys', 'evaluation']);
  const { preview, behind, anonymity, untrue, faults, action } = props;
  const { data, error, refetch } = preview;
  const why =
    faults.length > 0
      ? t(`fault.${faults[0] ?? 'title'}`)
      : untrue
        ? t('promise.untrue')
        : data?.recipients.length === 0
          ? t('plan.nobody')
          : null;
  return (
    <>
      <Panel title={t('plan')}>
        {data ? (
          <div
            className={classes.plan}
            data-behind={behind || undefined}
            aria-busy={behind && faults.length === 0}
          >
            <Plan preview={data} />
          </div>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting>
            <div className={classes.waiting} />
          </Waiting>
        )}
        <div className={classes.launch}>{action}</div>
        {why && (
          <p className={classes.why} role="status">
            {why}
          </p>
        )}
      </Panel>
      <div className={classes.read}>
        <b>{t('promise.read')}</b>
        <p>{t(`evaluation:${anonymity}.short`, { count: props.minimumResponses })}</p>
      </div>
    </>
  );
}

function Plan({ preview }: { preview: LaunchPreviewView }) {
  const { t } = useTranslation('surveys');
  const { recipients, reminders, opensAt, closesAt } = preview;
  const practices = new Set(recipients.flatMap((one) => one.practiceId ?? [])).size;
  const people = t('people', { count: recipients.length });
  return (
    <>
      <p className={classes.total}>
        <b>{people}</b>
        <span className="lk-muted">{t('plan.practices', { count: practices })}</span>
      </p>
      <ol className={classes.moments}>
        <Moment icon={IconMail} at={opensAt} what={t('plan.invite')} />
        {reminders.map((at) => (
          <Moment key={at} icon={IconMailForward} at={at} what={t('plan.remind')} />
        ))}
        <Moment icon={IconFlag} at={closesAt} what={t('plan.close')} />
      </ol>
    </>
  );
}

interface MomentProps {
  icon: ComponentType<{ size: number; stroke: number; className: string }>;
  at: string;
  what: string;
}

function Moment({ icon: Icon, at, what }: MomentProps) {
  const format = useFormat();
  return (
    <li>
      <Icon size={18} stroke={1.7} className="lk-icon" aria-hidden />
      <span>
        <b>{what}</b>
        <time dateTime={at}>{`${format.day(at)}, ${format.time(at)}`}</time>
      </span>
    </li>
  );
}
