import { Anchor, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupMeetingView, GroupView } from '#libs/contracts';
import { DateTile } from '../../components/date-tile';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useMay, useMe } from '../../lib/me';
import { useNow } from '../../lib/now';
import { PlanNext } from '../meeting/page/next-panel';
import { isComing, meetingsOf } from './group-data';
import { LocationForm } from './location-form';
import classes from './meeting-panel.module.css';

/** Date, place and leader of the next meeting; who leads or coordinates the group fills in the place. */
export function MeetingPanel({ group, ended }: { group: GroupView; ended: boolean }) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const now = useNow();
  const { task } = useMe();
  const leads = useLeads(group.id);
  const coordinates = useMay('rounds.manage');
  const plans = (leads || coordinates) && !ended;
  const { leader } = group;
  const { shown, coming, past } = meetingsOf(group, now);
  const isPast = shown !== null && !isComing(shown, now);
  return (
    <>
      <Panel title={t(titleOf(group, shown, isPast))}>
        {shown && (
          <div className={classes.when}>
            <DateTile at={shown.startsAt} />
            <div>
              <b aria-hidden={shown.startsAt !== null}>
                {shown.startsAt ? format.date(shown.startsAt) : t('meeting.polling')}
              </b>
              {shown.startsAt && shown.endsAt && <span>{format.period(shown.startsAt, shown.endsAt)}</span>}
            </div>
          </div>
        )}
        <dl className={classes.facts}>
          {shown && (
            <div>
              <dt>{t('meeting.where')}</dt>
              <dd>
                <Place group={group} meeting={shown} changeable={plans && !isPast} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('leader')}</dt>
            <dd>
              {leader ? (
                <>
                  <b>{leader.person ?? leader.practice}</b>
                  {leader.person && <span>{leader.practice}</span>}
                </>
              ) : (
                <span>{t('leader.none')}</span>
              )}
              {leads && <span className={classes.you}>{t('leader.you')}</span>}
            </dd>
          </div>
        </dl>
        {shown && !task && (
          <Button
            component={Link}
            to={`/bijeenkomst/${shown.id}`}
            variant={isPast ? 'default' : 'filled'}
            fullWidth
            mt={20}
            data-print="hide"
          >
            {t('meeting.open')}
          </Button>
        )}
      </Panel>
      {!ended && (isPast || shown === null) && !task && (
        <Panel title={t('meeting.next')}>
          <p className={classes.ask}>{t('meeting.next.none')}</p>
          {plans && <PlanNext groupId={group.id} />}
        </Panel>
      )}
      <MeetingsList title={t('meetings.coming')} meetings={coming} />
      <MeetingsList title={t('meetings.past')} meetings={past} />
    </>
  );
}

/** The first meeting of a group has the id of the group. */
const titleOf = ({ id }: GroupView, shown: GroupMeetingView | null, past: boolean) => {
  if (shown === null) return 'meeting.none';
  if (past) return 'meeting.past';
  return shown.id === id ? 'meeting.first' : 'meeting';
};

/** Meetings of the group, a line each. */
function MeetingsList({ title, meetings }: { title: string; meetings: readonly GroupMeetingView[] }) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const { task } = useMe();
  if (meetings.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className={classes.list}>
        {meetings.map(({ id, title: about, startsAt }) => {
          const when = startsAt ? format.date(startsAt) : t('meeting.polling');
          return (
            <li key={id}>
              {task ? (
                <b>{when}</b>
              ) : (
                <Anchor component={Link} to={`/bijeenkomst/${id}`}>
                  {when}
                </Anchor>
              )}
              <span>{about}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

interface PlaceProps {
  group: GroupView;
  meeting: GroupMeetingView;
  /** The reader may change it, and it is not over. */
  changeable: boolean;
}

function Place({ group, meeting, changeable: mayChange }: PlaceProps) {
  const { t } = useTranslation('group');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { location } = meeting;

  if (editing) {
    return (
      <LocationForm
        group={group}
        meeting={meeting}
        onDone={() => {
          setEditing(false);
          // The button is back after this render: the focus returns to where it was.
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <>
      {location ? (
        <b className={classes.location}>
          {isLink(location) ? (
            <a href={location} target="_blank" rel="noreferrer">
              {location}
            </a>
          ) : (
            location
          )}
        </b>
      ) : (
        <span>{t(mayChange ? 'location.none.leader' : 'location.none')}</span>
      )}
      {mayChange && (
        <Button
          ref={button}
          variant="default"
          size="sm"
          mt={10}
          leftSection={<IconPencil size={16} stroke={1.8} />}
          onClick={() => setEditing(true)}
        >
          {t(location ? 'location.change' : 'location.add')}
        </Button>
      )}
    </>
  );
}

function useLeads(groupId: string): boolean {
  return useMe().roles.some(
    ({ role, scopeId, until }) => role === 'discussion-leader' && scopeId === groupId && until === null,
  );
}

/** Only a plain web address becomes a link: nothing that a browser would run. */
function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
