import { Anchor, Progress } from '@mantine/core';
import { IconEyeOff, IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import classes from './campaign.module.css';

/** How many answered, where that betrays nobody; else why it is not shown. */
export function TurnoutPanel({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const mail = useMay('mail.read');
  const { invited, answered, undeliverable } = campaign.turnout;
  const share = invited > 0 ? (answered ?? 0) / invited : 0;
  return (
    <Panel title={t('turnout')}>
      {answered === null ? (
        <>
          <p className={classes.hidden}>
            <IconEyeOff size={20} stroke={1.7} className="lk-icon" aria-hidden />
            <span>
              <b>{t('turnout.notYet')}</b>
              {t('turnout.why')}
            </span>
          </p>
          <p className={classes.asked}>{t('turnout.invited', { count: invited })}</p>
        </>
      ) : (
        <>
          <p className={classes.figure}>
            <b>{format.number(answered)}</b> {t('turnout.of', { count: invited })}
            <span className="lk-muted">{format.percent(share)}</span>
          </p>
          <Progress
            value={share * 100}
            size={8}
            aria-label={t('turnout.answered', { count: invited, answered })}
          />
        </>
      )}
      {campaign.state === 'running' && (
        <p className={classes.note}>{t('turnout.minimum', { count: campaign.minimumResponses })}</p>
      )}
      {undeliverable > 0 && (
        <p className={classes.failed}>
          <IconMailOff size={18} stroke={1.7} className="lk-icon" aria-hidden />
          <span>
            {t('turnout.undeliverable', { count: undeliverable })}{' '}
            {mail && (
              <Anchor component={Link} to="/beheer/mails">
                {t('turnout.mails')}
              </Anchor>
            )}
          </span>
        </p>
      )}
    </Panel>
  );
}
