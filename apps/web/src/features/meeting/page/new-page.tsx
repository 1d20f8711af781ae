import { Button, NativeSelect } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MeetingChoicesView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { choicesQuery } from './meeting-data';
import { PlanForm } from './plan-form';
import { type Company, WhoFields } from './who-fields';
import classes from './meeting.module.css';

/** A next meeting of a group, or one that a practice calls besides (GRP-09). */
export default function NewMeetingPage() {
  const { t } = useTranslation('meeting');
  const { data, error, refetch } = useQuery(choicesQuery);
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('crumb'), to: '/intervisie' },
          { label: t('list.title'), to: '/intervisie/bijeenkomsten' },
          { label: t('new') },
        ]}
        title={t('new')}
        lead={t('new.lead')}
      />
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={1} height={320} />
        )
      ) : data.groups.length + data.practices.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('new.none.title')}
          text={t('new.none.text')}
          action={
            <Button component={Link} to="/intervisie/bijeenkomsten">
              {t('missing.back')}
            </Button>
          }
        />
      ) : (
        <NewMeeting choices={data} />
      )}
    </>
  );
}

type Kind = 'group' | 'extra';

function NewMeeting({ choices }: { choices: MeetingChoicesView }) {
  const { t } = useTranslation('meeting');
  const format = useFormat();
  const [search] = useSearchParams();
  const asked = choices.groups.find(({ id }) => id === search.get('groep'));
  const [kind, setKind] = useState<Kind>(
    asked || (choices.groups.length > 0 && !search.has('extra')) ? 'group' : 'extra',
  );
  const [groupId, setGroupId] = useState(
    asked?.id ?? (choices.groups.length === 1 ? (choices.groups[0]?.id ?? '') : ''),
  );
  const [company, setCompany] = useState<Company | null>(null);
  const group = choices.groups.find(({ id }) => id === groupId);
  const both = choices.groups.length > 0 && choices.practices.length > 0;
  return (
    <Panel>
      <div className={classes.form}>
        {both && !asked && (
          <ChoiceCards<Kind>
            legend={t('new.kind')}
            columns={2}
            value={kind}
            onChange={setKind}
            choices={[
              { value: 'group', label: t('new.kind.group'), text: t('new.kind.group.text') },
              { value: 'extra', label: t('new.kind.extra'), text: t('new.kind.extra.text') },
            ]}
          />
        )}
        {kind === 'group' ? (
          <NativeSelect
            size="md"
            label={t('new.group')}
            description={
              group?.nextAt ? t('new.group.next', { date: format.dateTime(group.nextAt) }) : undefined
            }
            value={groupId}
            onChange={(event) => setGroupId(event.currentTarget.value)}
            data={[
              { value: '', label: t('new.group.choose'), disabled: true },
              ...choices.groups.map(({ id, name, theme, round }) => ({
                value: id,
                label: `${name}: ${theme} (${round})`,
              })),
            ]}
          />
        ) : (
          <WhoFields practices={choices.practices} onChange={setCompany} />
        )}
        <PlanForm
          key={kind === 'group' ? groupId : 'extra'}
          title={kind === 'group' ? (group?.theme ?? '') : t('new.extra.title')}
          extra={kind === 'extra'}
          polls={search.get('datum') === 'prikken'}
          whose={kind === 'group' ? (groupId === '' ? null : { groupId }) : company && { ...company }}
          missing={t(kind === 'group' ? 'new.group.missing' : 'new.who.missing')}
        />
      </div>
    </Panel>
  );
}
