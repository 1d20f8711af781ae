import { useTranslation } from 'react-i18next';
import type { ReferralJudgementView, ReferralKind, ReviewedReferralView } from '#libs/contracts';
import classes from './referrals.module.css';

/** What was referred, by whom and why. */
export function ReferralFacts({
  referral,
  large = false,
}: {
  referral: ReviewedReferralView;
  large?: boolean;
}) {
  const { t } = useTranslation('referrals');
  return (
    <div className={classes.tight}>
      <p className={large ? classes.what : undefined}>
        {large ? (
          referral.specialism || t(`kind.${referral.kind}`)
        ) : (
          <b>{referral.specialism || t(`kind.${referral.kind}`)}</b>
        )}
      </p>
      {referral.reason && <p>{referral.reason}</p>}
      <p className={classes.row}>
        <span className={classes.mark} data-tone={referral.kind === 'referral' ? undefined : 'accent'}>
          {t(`kind.${referral.kind}`)}
        </span>
        {referral.timeOut && <span className={classes.mark}>{t('timeOut')}</span>}
        <span className="lk-muted">{referral.own ? t('own') : referral.gp}</span>
      </p>
    </div>
  );
}

interface JudgementLineProps {
  judgement: ReferralJudgementView;
  /** Of what was not referred something else is asked. */
  kind: ReferralKind;
  mine?: boolean;
}

/** What somebody thinks of it, in a line. */
export function JudgementLine({ judgement, kind, mine = false }: JudgementLineProps) {
  const { t } = useTranslation('referrals');
  return (
    <div className={classes.said}>
      <p>
        <b>{mine ? t('you') : judgement.name}</b>:{' '}
        {t(`avoidable.${kind === 'not-made' ? 'notMade' : 'said'}.${judgement.avoidable}`)}
        {judgement.otherApproach && ` · ${t('other')}`}
        {judgement.ground && ` · ${t(`ground.${judgement.ground}`)}`}
      </p>
      {judgement.remark && <p>{judgement.remark}</p>}
    </div>
  );
}

/** What is known of what was thought: one's own, then colleagues'. */
export function Judgements({ referral }: { referral: ReviewedReferralView }) {
  const { t } = useTranslation('referrals');
  const { mine, others, judged } = referral;
  const hidden = others === null && judged > 0;
  if (!mine && !others?.length && !hidden) return null;
  return (
    <div className={classes.tight}>
      {mine && <JudgementLine judgement={mine} kind={referral.kind} mine />}
      {others?.map((one) => (
        <JudgementLine key={one.personId} judgement={one} kind={referral.kind} />
      ))}
      {hidden && <p className={`lk-muted ${classes.small}`}>{t('hidden', { count: judged })}</p>}
    </div>
  );
}
