import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './load-more.module.css';

interface LoadMoreProps {
  shown: number;
  total: number;
  more: boolean;
  busy: boolean;
  onMore: () => void;
}

/** Under a list that comes in pages: how much of it is there, and the button for the rest. */
export function LoadMore({ shown, total, more, busy, onMore }: LoadMoreProps) {
  const { t } = useTranslation('components');
  return (
    <div className={classes.more} data-print="hide">
      <span role="status" className="lk-muted">
        {t('more.shown', { shown, total })}
      </span>
      {more && (
        <Button variant="default" size="sm" loading={busy} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
