import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '#libs/contracts';
import { DateTile } from '../../components/date-tile';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useMay, useMe } from '../../lib/me';
import { useNow } from '../../lib/now';
import { LocationForm } from './location-form';
import classes from './meeting-panel.module.css';

/** Date, place and leader of the first meeting; who leads or coordinates the group fills in the place. */
export function MeetingPanel({ group, ended }: { group: GroupView; ended: boolean }) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const now = useNow();
  const leads = useLeads(group.id);
  const { leader } = group;
  const past = new Date(group.endsAt).getTime() < now;
  return (
    <Panel title={t(past ? 'meeting.past' : 'meeting')}>
      <div className={classes.when}>
        <DateTile at={group.startsAt} />
        <div>
          <b aria-hidden>{format.date(group.startsAt)}</b>
          <span>{format.period(group.startsAt, group.endsAt)}</span>
        </div>
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>{t('meeting.where')}</dt>
          <dd>
            <Place group={group} ended={ended} />
          </dd>
        </div>
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
    </Panel>
  );
}

function Place({ group, ended }: { group: GroupView; ended: boolean }) {
  const { t } = useTranslation('group');
  const leads = useLeads(group.id);
  const coordinates = useMay('rounds.manage');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const mayChange = (leads || coordinates) && !ended;
  const { location } = group;

  if (editing) {
    return (
      <LocationForm
        group={group}
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
