import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralWeekView, ReviewedReferralView } from '#libs/contracts';
import { GuardedForm } from '../../components/guarded-form';
import { Panel } from '../../components/panel';
import { ActionForm } from './action-form';
import { ActionRows } from './action-rows';
import { Judgements, ReferralFacts } from './referral-facts';
import { referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';

interface MeetingProps {
  id: string;
  week: ReferralWeekView;
}

/** The practice goes through what stands out, one by one: what each thought, what is concluded, who does what (REF-04, 09). */
export function Meeting({ id, week }: MeetingProps) {
  const { t } = useTranslation('referrals');
  const remarkable = week.referrals.filter((one) => one.remarkable);
  const [current, setCurrent] = useState<string | null>(null);
  const at = Math.max(
    0,
    remarkable.findIndex((one) => one.id === current),
  );
  const shown = remarkable[at];
  if (!shown)
    return (
      <Panel title={t('meeting.title')}>
        <p>{t('meeting.nothing')}</p>
      </Panel>
    );
  const go = (by: number) => setCurrent(remarkable[at + by]?.id ?? null);
  return (
    <Panel
      title={t('meeting.title')}
      right={<span className="lk-muted">{t('meeting.of', { at: at + 1, count: remarkable.length })}</span>}
    >
      <div className={classes.stack} key={shown.id}>
        <ReferralFacts referral={shown} large />
        <Judgements referral={shown} />
        <Conclusion id={id} referral={shown} />
        <Actions id={id} week={week} referral={shown} />
        <div className={classes.between}>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={16} />}
            disabled={at === 0}
            onClick={() => go(-1)}
          >
            {t('meeting.back')}
          </Button>
          <Button
            variant="default"
            rightSection={<IconArrowRight size={16} />}
            disabled={at === remarkable.length - 1}
            onClick={() => go(1)}
          >
            {t('meeting.next')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Conclusion({ id, referral }: { id: string; referral: ReviewedReferralView }) {
  const { t } = useTranslation('referrals');
  const { keep, refresh } = useReferrals(id);
  const [text, setText] = useState<string | null>(referral.conclusion === '' ? '' : null);
  if (text === null)
    return (
      <div className={classes.tight}>
        <p>
          <b>{t('conclusion')}</b>
        </p>
        <p>{referral.conclusion}</p>
        <div>
          <Button size="sm" variant="subtle" onClick={() => setText(referral.conclusion)}>
            {t('conclusion.edit')}
          </Button>
        </div>
      </div>
    );
  return (
    <GuardedForm
      id={`conclusion-${referral.id}`}
      size="sm"
      variant="light"
      optional
      label={t('conclusion')}
      submit={t('conclusion.save')}
      value={text}
      onChange={setText}
      maxLength={500}
      send={async (conclusion, confirmed) => {
        keep(await referralDoors.change(id, referral.id, { conclusion, confirmed }, referral.version));
        setText(conclusion === '' ? '' : null);
        await refresh();
      }}
      onCancel={referral.conclusion === '' ? undefined : () => setText(null)}
    />
  );
}

function Actions({
  id,
  week,
  referral,
}: {
  id: string;
  week: ReferralWeekView;
  referral: ReviewedReferralView;
}) {
  const { t } = useTranslation('referrals');
  const [adding, setAdding] = useState(false);
  const actions = week.actions.filter(({ referralId }) => referralId === referral.id);
  return (
    <div className={classes.tight}>
      {actions.length > 0 && <ActionRows id={id} actions={actions} />}
      {adding ? (
        <ActionForm
          id={id}
          people={week.people}
          referralId={referral.id}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button
            size="sm"
            variant="subtle"
            leftSection={<IconPlus size={16} />}
            onClick={() => setAdding(true)}
          >
            {t('action.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
