import { Button } from '@mantine/core';
import { IconCheck, IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReferralActionView } from '#libs/contracts';
import { useFormat } from '../../lib/i18n';
import { referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

/** Actions with who does them and until when; done is one tap, with its way back. */
export function ActionRows({ id, actions }: { id: string; actions: readonly ReferralActionView[] }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { act } = useReferrals(id);
  const set = (action: ReferralActionView, state: ReferralActionView['state']) =>
    void act(
      () => referralDoors.changeAction(id, action.id, { state }, action.version),
      t(`action.said.${state}`),
      () => referralDoors.changeAction(id, action.id, { state: action.state }),
    );
  return (
    <ul className={classes.list}>
      {actions.map((action) => (
        <li key={action.id} className={classes.rowCard} data-off={action.state !== 'open' || undefined}>
          <div className={classes.tight}>
            <p>{action.text}</p>
            <p className={classes.row}>
              <span className="lk-muted">{action.owner}</span>
              <span className={action.late ? classes.mark : 'lk-muted'} data-tone="bad">
                {action.state === 'open'
                  ? t('action.before', { date: format.localDate(action.dueOn) })
                  : t(`action.state.${action.state}`)}
              </span>
              {action.week && (
                <span className="lk-muted">{t('weekOf', { week: weekNumber(action.week) })}</span>
              )}
            </p>
          </div>
          {action.state === 'open' ? (
            <div className={classes.row}>
              <Button
                size="sm"
                variant="light"
                leftSection={<IconCheck size={16} />}
                onClick={() => set(action, 'done')}
              >
                {t('action.done')}
              </Button>
              <Button size="sm" variant="subtle" onClick={() => set(action, 'dropped')}>
                {t('action.drop')}
              </Button>
            </div>
          ) : (
            <Button
              size="sm"
              variant="subtle"
              leftSection={<IconRotate size={16} />}
              onClick={() => set(action, 'open')}
            >
              {t('action.reopen')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
