import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  REFERRAL_GROUNDS,
  type ReferralAvoidable,
  type ReferralGround,
  type ReferralWeekView,
  type ReviewedReferralView,
} from '#libs/contracts';
import { GuardedField } from '../../components/guarded-field';
import { Panel } from '../../components/panel';
import { useProblemText } from '../../components/problem-text';
import { findingsOf, isHeld } from '../../lib/guard';
import { showToast } from '../../lib/toast';
import { Pills, TogglePill } from './pills';
import { JudgementLine, ReferralFacts } from './referral-facts';
import { type Judgement, referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';

const ANSWERS = ['yes', 'perhaps', 'no'] as const satisfies readonly ReferralAvoidable[];
/** Letters of both languages and figures: `j`, `m`, `n`; `y`, `p`, `n`; `1`, `2`, `3`. */
const KEYS: Record<string, ReferralAvoidable> = {
  '1': 'yes',
  j: 'yes',
  y: 'yes',
  '2': 'perhaps',
  m: 'perhaps',
  p: 'perhaps',
  '3': 'no',
  n: 'no',
};

interface LookProps {
  id: string;
  week: ReferralWeekView;
}

/** One referral after the other: colleagues' first, one's own last; a "no" is one tap (REF-04, 05). */
export function Look({ id, week }: LookProps) {
  const { t } = useTranslation('referrals');
  const { keep, refresh } = useReferrals(id);
  const { referrals } = week;
  const [current, setCurrent] = useState<string | null>(null);
  const waiting = referrals.filter(({ mine }) => mine === null);
  const found = referrals.findIndex((one) => one.id === current);
  const at = found >= 0 ? found : referrals.findIndex(({ mine }) => mine === null);
  const shown = referrals[Math.max(0, at)];
  if (!shown) return null;
  const go = (by: number) =>
    setCurrent(referrals[(at + by + referrals.length) % referrals.length]?.id ?? null);
  /** The next one that waits, or none: then this part is done. */
  const onward = (after: ReferralWeekView) => {
    const next =
      after.referrals.slice(at + 1).find(({ mine }) => mine === null) ??
      after.referrals.find(({ mine }) => mine === null);
    keep(after);
    setCurrent(next?.id ?? null);
    void refresh();
  };
  return (
    <Panel
      title={shown.own ? t('look.own') : t('look.title')}
      right={<span className="lk-muted">{t('look.left', { count: waiting.length })}</span>}
    >
      <Card
        key={shown.id}
        id={id}
        referral={shown}
        onDone={onward}
        pager={
          <div className={classes.row}>
            <Button
              size="sm"
              variant="subtle"
              leftSection={<IconArrowLeft size={16} />}
              onClick={() => go(-1)}
              disabled={referrals.length < 2}
            >
              {t('look.back')}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              rightSection={<IconArrowRight size={16} />}
              onClick={() => go(1)}
              disabled={referrals.length < 2}
            >
              {t('look.skip')}
            </Button>
          </div>
        }
        onBrowse={go}
      />
    </Panel>
  );
}

interface CardProps {
  id: string;
  referral: ReviewedReferralView;
  onDone: (week: ReferralWeekView) => void;
  onBrowse: (by: number) => void;
  pager: ReactNode;
}

function Card({ id, referral, onDone, onBrowse, pager }: CardProps) {
  const { t } = useTranslation('referrals');
  const words = useProblemText();
  const { mine } = referral;
  const [draft, setDraft] = useState<Judgement>({
    avoidable: mine?.avoidable ?? 'no',
    otherApproach: mine?.otherApproach ?? false,
    ground: mine?.ground ?? null,
    remark: mine?.remark ?? '',
  });
  const [answer, setAnswer] = useState<ReferralAvoidable | null>(mine?.avoidable ?? null);
  const [kept, setKept] = useState<string | null>(mine ? mine.remark : null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // the next one is in the same place: keys go on working without the mouse
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const send = async (wish: Judgement, confirmed: boolean) => {
    if (busy || isHeld(wish.remark, confirmed)) return setError((was: unknown) => was);
    setBusy(true);
    try {
      onDone(await referralDoors.judge(id, referral.id, { ...wish, confirmed }));
    } catch (failure) {
      setError(failure);
      if (findingsOf(failure).length === 0) showToast(words(failure), { kind: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  const choose = (avoidable: ReferralAvoidable) => {
    setAnswer(avoidable);
    const wish = { ...draft, avoidable };
    setDraft(wish);
    // nothing more to say: on to the next
    if (avoidable === 'no' && wish.remark.trim() === '' && !wish.otherApproach)
      void send({ ...wish, ground: null }, false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const typing = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !typing) && answer) {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      void send(draft, kept === draft.remark);
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = KEYS[event.key.toLowerCase()];
    if (chosen) {
      event.preventDefault();
      choose(chosen);
    }
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'ArrowRight') onBrowse(1);
    if (event.key === 'ArrowLeft') onBrowse(-1);
  };
  const more =
    answer !== null && (answer !== 'no' || mine !== null || draft.remark !== '' || draft.otherApproach);
  const [finding] = findingsOf(error);
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('look.title')}
      tabIndex={-1}
      className={classes.stack}
      onKeyDown={onKeyDown}
    >
      <ReferralFacts referral={referral} large />
      {mine &&
        referral.others?.map((one) => (
          <JudgementLine key={one.personId} judgement={one} kind={referral.kind} />
        ))}
      <Pills
        large
        label={t(referral.kind === 'not-made' ? 'avoidable.notMade' : `avoidable.question`)}
        value={answer}
        onChange={choose}
        choices={ANSWERS.map((value) => ({ value, label: t(`avoidable.${value}`) }))}
      />
      {more && (
        <>
          <div className={classes.row}>
            <TogglePill
              label={t('other')}
              on={draft.otherApproach}
              onChange={(otherApproach) => setDraft({ ...draft, otherApproach })}
            />
          </div>
          <Pills
            label={t('ground')}
            value={draft.ground}
            onChange={(ground: ReferralGround) =>
              setDraft({ ...draft, ground: draft.ground === ground ? null : ground })
            }
            choices={REFERRAL_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          />
          <GuardedField
            label={t('remark')}
            description={t('remark.help')}
            value={draft.remark}
            maxLength={300}
            found={finding}
            kept={kept === draft.remark}
            onKeep={() => setKept(draft.remark)}
            onChange={(remark) => {
              setError(null);
              setDraft({ ...draft, remark });
            }}
          />
        </>
      )}
      <div className={classes.between}>
        {pager}
        {more && (
          <Button
            leftSection={<IconCheck size={18} />}
            loading={busy}
            onClick={() => void send(draft, kept === draft.remark)}
          >
            {t('look.save')}
          </Button>
        )}
      </div>
      <p className={`lk-muted ${classes.small} ${classes.keys}`}>{t('look.keys')}</p>
    </div>
  );
}
