import { Button, Skeleton } from '@mantine/core';
import { IconArchive, IconCalendarPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { GroupView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { Waiting } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { useWords } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { asProblem } from '../../lib/problem';
import { GroupActions } from '../meeting/actions/group-actions';
import { GroupAgreement } from '../meeting/agreement/agreement-section';
import { groupQuery } from './group-data';
import { MeetingPanel } from './meeting-panel';
import { EarlierMembers, Members } from './members';
import classes from './group-page.module.css';

/** One group for its members: theme, date, leader, who is in it, and why they are here. Prints on one A4. */
export default function GroupPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(groupQuery(id));
  if (data) return <Group group={data} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <Waiting>
      <Skeleton height={30} width={280} mb={12} />
      <Skeleton height={16} width={220} mb={36} />
      <div className={classes.columns}>
        <Skeleton height={420} radius={10} />
        <Skeleton height={300} radius={10} />
      </div>
    </Waiting>
  );
}

function Group({ group }: { group: GroupView }) {
  const { t } = useTranslation('group');
  const { task } = useMe();
  const present = group.members.filter((member) => member.until === null);
  const ended = present.length === 0;
  return (
    <div className={classes.page}>
      <PageHead
        title={group.name}
        lead={t('lead', { round: group.round, region: group.region })}
        crumbs={task ? [] : [{ label: t('crumb'), to: '/intervisie' }, { label: group.name }]}
        action={<Actions group={group} ended={ended} />}
      />
      {ended && (
        <p className={classes.ended}>
          <IconArchive size={18} stroke={1.7} className="lk-icon" aria-hidden />
          {t('ended')}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <About group={group} />
          {!ended && <Members members={present} />}
          {!ended && <GroupAgreement groupId={group.id} />}
          <GroupActions groupId={group.id} />
          <EarlierMembers members={group.members.filter((member) => member.until !== null)} />
        </div>
        <div className={classes.side}>
          <MeetingPanel group={group} ended={ended} />
        </div>
      </div>
    </div>
  );
}

function Actions({ group, ended }: { group: GroupView; ended: boolean }) {
  const { t } = useTranslation('group');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.8} />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
      {!ended && group.meetings.some(({ startsAt }) => startsAt !== null) && (
        <Button
          component="a"
          href={`/api/groups/${group.id}/calendar.ics`}
          download
          variant="default"
          leftSection={<IconCalendarPlus size={18} stroke={1.8} />}
        >
          {t('calendar')}
        </Button>
      )}
    </>
  );
}

/** The theme, why this practice is here, and what the group keeps to. */
function About({ group }: { group: GroupView }) {
  const { t } = useTranslation('group');
  const words = useWords();
  const { theme, why, scopeRule } = group;
  return (
    <Panel>
      <p className={classes.label}>{t('theme')}</p>
      <h2 className={classes.theme}>{theme.name}</h2>
      {theme.description && <p className={classes.text}>{theme.description}</p>}
      {why && (
        <section className={classes.why}>
          <h3>{t('why')}</h3>
          <p className={classes.text}>{words(why)}</p>
        </section>
      )}
      {scopeRule && (
        <section className={classes.scope}>
          <h3>{t('scope')}</h3>
          <p className={classes.text}>{words(scopeRule)}</p>
        </section>
      )}
    </Panel>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('group');
  const { task } = useMe();
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <>
      {final && <PageHead title={t('missing.title')} />}
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
      {final && !task && (
        <Button component={Link} to="/intervisie" mt="md">
          {t('missing.back')}
        </Button>
      )}
    </>
  );
}
