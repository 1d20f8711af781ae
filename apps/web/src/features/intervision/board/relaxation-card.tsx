import { Button, Title } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconCalendarPlus,
  IconCheck,
  IconMessages,
  IconMinus,
  IconUserPlus,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelaxationView } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { TERMS } from './change-words';
import classes from './infeasible.module.css';

/** A picture per family of rules (models: grouping, step 3); another family gets the general one. */
const ICON: Record<string, typeof IconUserPlus> = {
  LEADERS: IconUserPlus,
  MIN_SIZE: IconUsersPlus,
  MAX_SIZE: IconUsersPlus,
  DATES: IconCalendarPlus,
  ABSENCE: IconCalendarPlus,
  THEMES: IconMessages,
};

interface RelaxationCardProps {
  relaxation: RelaxationView;
  practices: number;
  /** Costs the least of all. */
  best: boolean;
  busy: boolean;
  disabled: boolean;
  onAccept: () => void;
}

/** One way out: what changes, what it brings and costs, and the button that does it. */
export function RelaxationCard(props: RelaxationCardProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const format = useFormat();
  const heading = useId();
  const { relaxation, practices, best } = props;
  const Icon = ICON[relaxation.family.toUpperCase().replaceAll('-', '_')] ?? IconAdjustmentsHorizontal;
  const left = relaxation.unassignedAfter;
  const changes = TERMS.filter((term) => Math.abs(relaxation.cost[term]) >= 0.05);
  return (
    <article className={classes.card} data-best={best || undefined} aria-labelledby={heading}>
      <div className={classes.cardTop}>
        <Icon size={26} stroke={1.6} color="var(--lk-accent)" aria-hidden />
        {best && <Verdict kind="ok">{t('relax.best')}</Verdict>}
      </div>
      <Title order={3} id={heading} fz="1.125rem">
        {words(relaxation.title)}
      </Title>
      <p className={classes.text}>{words(relaxation.sentence)}</p>
      <div className={classes.cost}>
        <h4>{t('relax.cost')}</h4>
        <ul>
          <Line good={left === 0}>
            {left === 0 ? t('relax.all', { count: practices }) : t('relax.left', { count: left })}
          </Line>
          {changes.length === 0 && <Line good>{t('relax.equal')}</Line>}
          {changes.map((term) => (
            <Line key={term} good={relaxation.cost[term] > 0}>
              {`${t(`term.${term}`)} ${format.signed(relaxation.cost[term])}`}
            </Line>
          ))}
        </ul>
      </div>
      <Button
        mt="auto"
        fullWidth
        variant={best ? 'filled' : 'default'}
        loading={props.busy}
        disabled={props.disabled && !props.busy}
        aria-describedby={heading}
        onClick={props.onAccept}
      >
        {t('relax.accept')}
      </Button>
    </article>
  );
}

function Line({ good, children }: { good: boolean; children: React.ReactNode }) {
  const { t } = useTranslation('board');
  const Icon = good ? IconCheck : IconMinus;
  return (
    <li data-good={good || undefined}>
      <Icon size={18} stroke={2.2} role="img" aria-label={t(good ? 'relax.gain' : 'relax.loss')} />
      <span>{children}</span>
    </li>
  );
}
