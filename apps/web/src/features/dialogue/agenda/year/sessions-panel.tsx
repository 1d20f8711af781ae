import { Anchor } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueYearView } from '#libs/contracts';
import { DateTile } from '../../../../components/date-tile';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import { useFormat } from '../../../../lib/i18n';
import classes from '../agenda.module.css';

/** The sessions that were made of it, when they are now. */
export function SessionsPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  return (
    <div className={classes.apart}>
      <Panel title={t('sessions')} padding="none">
        <ul className={classes.rows}>
          {year.sessions.map((session) => (
            <li key={session.sessionId} className={classes.row}>
              <DateTile at={session.startsAt} />
              <div className={classes.words}>
                <Anchor component={Link} to={`/dialoog/${session.sessionId}`} className={classes.link}>
                  {session.department}
                </Anchor>
                <p className="lk-muted">
                  {format.date(session.startsAt)}, {format.period(session.startsAt, session.endsAt)}
                </p>
              </div>
              {session.state === 'cancelled' && <Verdict kind="bad">{t('session.cancelled')}</Verdict>}
              {session.state !== 'cancelled' && session.dateId === null && (
                <Verdict kind="changed">{t('session.moved')}</Verdict>
              )}
              <IconChevronRight size={18} className="lk-icon" aria-hidden />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
