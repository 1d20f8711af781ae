import '@mantine/core/styles/NumberInput.css';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralGoalView } from '#libs/contracts';
import { referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

/** Weeks of a first baseline. */
const FIRST_WEEKS = 4;

interface GoalFormProps {
  id: string;
  about: 'referrals' | 'time-outs';
  weeks: readonly string[];
  goal: ReferralGoalView | null;
  onDone: () => void;
}

/** Against which weeks is measured, and for a goal how much it is to change. */
export function GoalForm({ id, about, weeks, goal, onDone }: GoalFormProps) {
  const { t } = useTranslation('referrals');
  const { act } = useReferrals(id);
  const [from, setFrom] = useState(goal?.baselineFrom ?? weeks[0] ?? '');
  const [to, setTo] = useState(goal?.baselineTo ?? weeks[Math.min(FIRST_WEEKS, weeks.length) - 1] ?? '');
  const [percent, setPercent] = useState<number | string>(goal?.percent ?? -20);
  const known = [...new Set([...weeks, from, to])].filter(Boolean).toSorted();
  const choices = known.map((week) => ({
    value: week,
    label: t('goal.week', { week: weekNumber(week), year: week.slice(0, 4) }),
  }));
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void act(
          () =>
            referralDoors.setGoal(
              id,
              {
                about,
                baselineFrom: from,
                baselineTo: to,
                percent: about === 'referrals' ? Math.round(Number(percent)) : null,
              },
              goal?.version,
            ),
          t('goal.saved'),
        ).then((done) => done && onDone());
      }}
    >
      <p className="lk-muted">{t(about === 'referrals' ? 'goal.help' : 'timeOuts.help')}</p>
      <div className={classes.fields}>
        <NativeSelect
          size="sm"
          label={t('goal.from')}
          value={from}
          onChange={({ currentTarget: { value } }) => setFrom(value)}
          data={choices}
        />
        <NativeSelect
          size="sm"
          label={t('goal.to')}
          value={to}
          onChange={({ currentTarget: { value } }) => setTo(value)}
          data={choices}
        />
        {about === 'referrals' && (
          <NumberInput
            size="sm"
            w={140}
            label={t('goal.percent')}
            value={percent}
            onChange={setPercent}
            min={-90}
            max={200}
            allowDecimal={false}
            suffix=" %"
            required
            hideControls
          />
        )}
      </div>
      <div className={classes.row}>
        <Button type="submit" size="sm">
          {t('goal.save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
