import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../lib/problem';
import { useProblemText } from './problem-text';
import classes from './error-state.module.css';

interface ErrorStateProps {
  error: unknown;
  /** Leave out where trying again cannot help. */
  onRetry?: () => void;
  /** A short heading; else "Dit lukte niet". */
  title?: string;
}

/** What went wrong in one sentence that says what to do, the number to mention, and a way to try again. */
export function ErrorState({ error, onRetry, title }: ErrorStateProps) {
  const { t } = useTranslation('components');
  const text = useProblemText();
  const { requestId, status } = asProblem(error);
  return (
    <div role="alert" className={classes.error}>
      <IconAlertTriangle size={24} stroke={1.8} className="lk-icon" />
      <div className={classes.words}>
        <strong>{title ?? t('error.title')}</strong>
        <p>{text(error)}</p>
        {requestId && status >= 500 && <p className={classes.id}>{t('error.id', { id: requestId })}</p>}
        {onRetry && (
          <Button variant="default" size="sm" mt="sm" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
