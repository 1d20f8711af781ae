import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type MeetingPackView, meetingRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PanelColumns } from '../../../components/panels';
import { useFormat, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { meetingKey } from '../page/meeting-data';
import { Fold } from './fold';
import { MethodPart } from './method-part';
import { PackActions, PackAgreement, PackMembers } from './pack-parts';
import { packPdfHref, packQuery } from './pack-data';
import { PackFigures } from './pack-figures';
import { ReadyPanel } from './ready-panel';
import classes from './preparation.module.css';

/** Ten minutes of reading for whoever leads a meeting (SES-03, SES-04). Prints on A4. */
export default function PreparationPage() {
  const { meetingId = '' } = useParams();
  useRoomVersion(meetingRoom(meetingId), { keys: [meetingKey(meetingId)] });
  const { data, error, refetch } = useQuery(packQuery(meetingId));
  if (data) return <Pack key={meetingId} pack={data} />;
  if (error) return <Failed error={error} meetingId={meetingId} onRetry={() => void refetch()} />;
  return (
    <Waiting>
      <Skeleton height={30} width={320} mb={12} />
      <Skeleton height={16} width={220} mb={36} />
      <Skeleton height={64} radius={10} mb={14} />
      <Skeleton height={64} radius={10} mb={14} />
      <Skeleton height={220} radius={10} />
    </Waiting>
  );
}

function Pack({ pack }: { pack: MeetingPackView }) {
  const { t } = useTranslation('meeting-preparation');
  const format = useFormat();
  const words = useWords();
  const { meetingId, group, groupId, startsAt, endsAt, theme, scopeRule } = pack;
  const good = pack.advice.find(({ allowed }) => allowed)?.methodId ?? null;
  const [method, setMethod] = useState(good);
  const shown = pack.methods.some(({ id }) => id === method) ? method : good;
  return (
    <div className={classes.page}>
      <PageHead
        title={t('title', { group })}
        lead={
          [
            startsAt && endsAt ? `${format.date(startsAt)}, ${format.period(startsAt, endsAt)}` : null,
            pack.location,
            groupId === null ? null : t('met', { count: pack.metBefore }),
          ]
            .filter(Boolean)
            .join(' · ') || undefined
        }
        crumbs={[
          { label: t('crumb'), to: '/intervisie' },
          { label: pack.title, to: `/bijeenkomst/${meetingId}` },
          { label: t('page') },
        ]}
        action={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} />}
              onClick={() => window.print()}
              data-print="hide"
            >
              {t('print')}
            </Button>
            <Button
              component="a"
              href={packPdfHref(meetingId, shown)}
              download
              variant="default"
              leftSection={<IconDownload size={18} />}
            >
              {t('pdf')}
            </Button>
          </>
        }
      />
      {scopeRule && <p className={classes.scope}>{words(scopeRule)}</p>}
      <PanelColumns side={<ReadyPanel pack={pack} />}>
        {theme && (
          <Fold title={t('theme')} state={theme.name} opened={Boolean(theme.description)}>
            <p className={classes.text}>{theme.description ?? t('theme.none')}</p>
          </Fold>
        )}
        <PackMembers pack={pack} />
        {pack.agreement && <PackAgreement agreement={pack.agreement} />}
        {groupId !== null && <PackActions actions={pack.actions} />}
        {groupId !== null && <PackFigures figures={pack.figures} groupId={groupId} />}
        <MethodPart pack={pack} value={shown} onChange={setMethod} />
      </PanelColumns>
    </div>
  );
}

function Failed({ error, meetingId, onRetry }: { error: unknown; meetingId: string; onRetry: () => void }) {
  const { t } = useTranslation('meeting-preparation');
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <>
      <PageHead title={t('page')} />
      {status === 403 ? (
        <p className={classes.text}>
          {t('leader-only')}{' '}
          <Anchor component={Link} to={`/bijeenkomst/${meetingId}`}>
            {t('to-meeting')}
          </Anchor>
        </p>
      ) : (
        <ErrorState error={error} onRetry={final ? undefined : onRetry} />
      )}
    </>
  );
}
