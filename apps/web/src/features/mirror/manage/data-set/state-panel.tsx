import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconLink, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DataSetView } from '#libs/contracts';
import { useFormat } from '../../../../lib/i18n';
import { useMe } from '../../../../lib/me';
import { showToast } from '../../../../lib/toast';
import { MANAGE } from '../manage-head';
import { waitsForSizes } from './waits-for-sizes';
import classes from '../manage.module.css';

const ICON = {
  approved: IconCheck,
  superseded: IconArrowBackUp,
  withdrawn: IconArrowBackUp,
  refused: IconArrowBackUp,
  failed: IconAlertTriangle,
} as const;

/** Where the delivery stands and what comes next, above everything else. */
export function StatePanel({ set }: { set: DataSetView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  if (set.state === 'loading') return null;
  if (set.state === 'checked') return <Waiting set={set} />;
  const Icon = ICON[set.state];
  const tone = set.state === 'failed' ? 'bad' : set.state === 'approved' ? 'accent' : undefined;
  return (
    <Notice icon={<Icon size={22} stroke={1.8} className="lk-icon" aria-hidden />} tone={tone}>
      <b>{t(`state.${set.state}.title`)}</b>
      <p>
        {set.state === 'approved' && set.approvedBy && set.approvedAt
          ? t('state.approved.by', { name: set.approvedBy, date: format.dateTime(set.approvedAt) })
          : t(`state.${set.state}.text`)}
      </p>
      {set.why && <p>{t('why.said', { why: set.why })}</p>}
      {set.state === 'approved' && (
        <p>
          <Link to={`${MANAGE}/vrijgaven`}>{t('state.approved.releases')}</Link>
        </p>
      )}
      {(set.state === 'failed' || set.state === 'refused') && (
        <p>
          <Link to={`${MANAGE}/inlezen`}>{t('load')}</Link>
        </p>
      )}
    </Notice>
  );
}

function Waiting({ set }: { set: DataSetView }) {
  const { t } = useTranslation('mirror-data');
  const me = useMe();
  const stops = set.profile?.checks.filter((check) => check.severity === 'stop').length ?? 0;
  const sizes = waitsForSizes(set);
  if (stops > 0 && !set.mayApprove)
    return (
      <Notice
        icon={<IconAlertTriangle size={22} stroke={1.8} className="lk-icon" aria-hidden />}
        tone={sizes ? 'warn' : 'bad'}
      >
        <b>{t(sizes ? 'waiting.sizes.title' : 'waiting.stop.title')}</b>
        <p>{sizes ? t('waiting.sizes.text') : t('waiting.stop.text', { count: stops })}</p>
        {sizes && <p>{t(set.loadedBy === me.person.name ? 'waiting.other.text' : 'waiting.sizes.then')}</p>}
      </Notice>
    );
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    showToast(t('waiting.copied'));
  };
  return (
    <Notice icon={<IconUsers size={22} stroke={1.8} className="lk-icon" aria-hidden />} tone="warn">
      <b>{t(set.mayApprove ? 'waiting.yours.title' : 'waiting.other.title')}</b>
      <p>{t(set.mayApprove ? 'waiting.yours.text' : 'waiting.other.text')}</p>
      {set.why && <p>{t('why.said', { why: set.why })}</p>}
      {!set.mayApprove && (
        <Button
          mt="sm"
          size="sm"
          variant="default"
          leftSection={<IconLink size={17} />}
          onClick={() => void copy()}
        >
          {t('waiting.copy')}
        </Button>
      )}
    </Notice>
  );
}

function Notice({ icon, tone, children }: { icon: ReactNode; tone?: string; children: ReactNode }) {
  return (
    <div className={classes.notice} data-tone={tone}>
      {icon}
      <div>{children}</div>
    </div>
  );
}
