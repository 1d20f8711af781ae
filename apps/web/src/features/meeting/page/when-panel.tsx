import { Anchor, Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { DateTile } from '../../../components/date-tile';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { isLink } from './meeting-words';
import classes from './meeting.module.css';

const ChangeForm = later(
  async () => (await import('./change-form')).ChangeForm,
  <LoadingState rows={2} height={64} />,
);

/** When and where; who leads or coordinates changes it in place. */
export function WhenPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const { state, may } = meeting;
  const changeable = may.manage && (state === 'planned' || state === 'polling');
  return (
    <Panel
      title={t('when')}
      right={
        changeable &&
        !editing && (
          <Button ref={edit} size="compact-md" variant="default" onClick={() => setEditing(true)}>
            {t(state === 'polling' ? 'when.choose' : 'when.change')}
          </Button>
        )
      }
    >
      {changeable && editing ? (
        <ChangeForm
          meeting={meeting}
          onDone={() => {
            flushSync(() => setEditing(false));
            edit.current?.focus();
          }}
        />
      ) : (
        <When meeting={meeting} />
      )}
    </Panel>
  );
}

function When({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const format = useFormat();
  const { id, state, startsAt, endsAt, location, meetingLink, leader } = meeting;
  const over = state === 'closed' || state === 'cancelled';
  const link = (href: string, text: string) => (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {text}
    </Anchor>
  );
  return (
    <>
      <div className={classes.when}>
        <DateTile at={startsAt} />
        <div>
          <b>{startsAt ? format.date(startsAt) : t(over ? 'date.never' : 'date.none')}</b>
          {startsAt && endsAt && <span>{format.period(startsAt, endsAt)}</span>}
        </div>
      </div>
      <dl className={classes.facts}>
        {(location !== null || meetingLink !== null || !over) && (
          <div>
            <dt>{t('where')}</dt>
            <dd>
              {location ? (
                isLink(location) ? (
                  link(location, location)
                ) : (
                  location
                )
              ) : meetingLink ? (
                t('where.online')
              ) : (
                <span className="lk-muted">{t('where.none')}</span>
              )}
            </dd>
          </div>
        )}
        {meetingLink && state !== 'cancelled' && (
          <div>
            <dt>{t('online')}</dt>
            <dd>{link(meetingLink, t('online.open'))}</dd>
          </div>
        )}
        {leader && (
          <div>
            <dt>{t(meeting.groupId === null ? 'organiser' : 'leader')}</dt>
            <dd>{[leader.person, leader.practice].filter(Boolean).join(', ')}</dd>
          </div>
        )}
      </dl>
      {state === 'planned' && (
        <div className={classes.buttons} data-print="hide">
          <Button
            component="a"
            href={`/api/meetings/${id}/calendar.ics`}
            download
            variant="default"
            size="sm"
            leftSection={<IconCalendarPlus size={17} />}
          >
            {t('calendar')}
          </Button>
        </div>
      )}
    </>
  );
}
