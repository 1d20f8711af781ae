import { Progress } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/i18n';
import { usePhone } from '../lib/screen';
import { TimeLeft } from './deadline';
import classes from './status-card.module.css';

export interface StatusCardProps {
  deadline: string | null;
  /** Questions answered, of how many. */
  done: number;
  total: number;
  /** The one button: "Antwoord versturen". On a phone it stands in the bar; keep it short there. */
  action: ReactNode;
  /** What is still open: "Nog open: 1 datum. U mag haar leeg laten." */
  open?: ReactNode;
  /** A `SaveState`. */
  saved?: ReactNode;
  /** Who sees the answer. */
  seenBy?: ReactNode;
}

/** Beside the questions of a task: until when, how far, what is open, and whether it is kept. On a phone: a bar below. */
export function StatusCard(props: StatusCardProps) {
  const { t } = useTranslation('components');
  const phone = usePhone();
  const { done, total, action, saved } = props;
  const progress = t('status.progress', { done, total });
  const bar = (
    <Progress value={total ? (done / total) * 100 : 0} size={phone ? 4 : 6} aria-label={progress} />
  );
  if (phone) {
    return (
      <>
        {props.open && <p className={classes.open}>{props.open}</p>}
        {props.seenBy && <SeenBy>{props.seenBy}</SeenBy>}
        <section className={classes.bar} aria-label={t('status.label')} data-print="hide">
          {bar}
          <div className={classes.barRow}>
            <div className={classes.barWords}>
              <b>{progress}</b>
              {saved}
            </div>
            {action}
          </div>
        </section>
      </>
    );
  }
  return (
    <div className={classes.side}>
      <section className={classes.card} aria-label={t('status.label')}>
        {props.deadline && <Deadline at={props.deadline} />}
        <p className={classes.progress}>{progress}</p>
        {bar}
        <div className={classes.action}>{action}</div>
        {props.open && <p className={classes.open}>{props.open}</p>}
        {saved && <div className={classes.saved}>{saved}</div>}
      </section>
      {props.seenBy && <SeenBy>{props.seenBy}</SeenBy>}
    </div>
  );
}

/** Until when, under the heading: on a phone only, where the card is a bar without room for it. */
export function PhoneDeadline({ deadline }: { deadline: string }) {
  const { t } = useTranslation('components');
  const format = useFormat();
  if (!usePhone()) return null;
  return (
    <p className={classes.phoneDeadline}>
      <span>{t('status.before')}</span>
      <b>{`${format.day(deadline)}, ${format.time(deadline)}`}</b>
      <TimeLeft deadline={deadline} />
    </p>
  );
}

function Deadline({ at }: { at: string }) {
  const { t } = useTranslation('components');
  const format = useFormat();
  return (
    <div className={classes.deadline}>
      <div className={classes.before}>{t('status.before')}</div>
      <time dateTime={at} className={classes.at}>
        {`${format.day(at)}, ${format.time(at)}`}
      </time>
      <TimeLeft deadline={at} />
    </div>
  );
}

function SeenBy({ children }: { children: ReactNode }) {
  return (
    <p className={classes.seen}>
      <IconEye size={18} stroke={1.7} className="lk-icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
