import { Anchor, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { announce } from '../lib/announce';
import { useFormat } from '../lib/i18n';
import { ErrorState } from './error-state';
import { Panel } from './panel';
import { Verdict } from './verdict';
import classes from './progress-task.module.css';

interface ProgressTaskProps {
  /** What is made: "De groepen worden gemaakt". */
  title: string;
  /** What is being done now: "Mails klaarzetten, 120 van 500". */
  doing: string;
  /** 0..1; null while it cannot be said. */
  fraction: number | null;
  state: 'running' | 'done' | 'failed';
  /** Where the result is. */
  result?: { label: string; href: string };
  error?: unknown;
  onRetry?: () => void;
}

/** Long work: a bar, what is being done, and that it goes on without this page. Ends in a message with a link. */
export function ProgressTask(props: ProgressTaskProps) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const { title, doing, fraction, state, result } = props;
  useEffect(() => {
    if (state === 'done') announce(`${title}: ${t('progress.done')}`);
    if (state === 'failed') announce(`${title}: ${t('progress.failed')}`, 'assertive');
  }, [state, title, t]);

  if (state === 'failed') return <ErrorState title={title} error={props.error} onRetry={props.onRetry} />;
  const part = state === 'done' ? 1 : fraction;
  return (
    <Panel
      title={title}
      right={
        state === 'done' ? (
          <Verdict kind="ok">{t('progress.done')}</Verdict>
        ) : (
          part !== null && <span className="lk-num">{format.percent(part)}</span>
        )
      }
    >
      <Progress
        value={(part ?? 0.05) * 100}
        animated={state === 'running'}
        striped={part === null}
        aria-label={title}
      />
      <div className={classes.words}>
        <span>{doing}</span>
        {state === 'running' && <span className="lk-muted">{t('progress.goesOn')}</span>}
        {state === 'done' && result && (
          <Anchor component={Link} to={result.href}>
            {result.label}
          </Anchor>
        )}
      </div>
    </Panel>
  );
}
