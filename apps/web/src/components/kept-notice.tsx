import { Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './error-state';
import type { Kept } from '../lib/use-kept';
import classes from './kept-notice.module.css';

/** Why a draft is not kept, with the way on: try again, or choose between two versions. */
export function KeptNotice<Draft>({ kept }: { kept: Kept<Draft> }) {
  const { t } = useTranslation('components');
  if (kept.stale)
    return (
      <div role="alert" className={`${classes.notice} ${classes.kept}`}>
        <IconUsers size={22} stroke={1.8} className="lk-icon" aria-hidden />
        <div>
          <strong>{t('kept.stale')}</strong>
          <p>{t('kept.stale.text')}</p>
          <Group gap={10} mt="sm">
            <Button size="sm" onClick={kept.takeTheirs}>
              {t('kept.theirs')}
            </Button>
            <Button size="sm" variant="default" onClick={kept.keepMine}>
              {t('kept.mine')}
            </Button>
          </Group>
        </div>
      </div>
    );
  if (kept.error === null) return null;
  return (
    <div className={classes.kept}>
      <ErrorState error={kept.error} onRetry={() => void kept.saveNow()} />
    </div>
  );
}
