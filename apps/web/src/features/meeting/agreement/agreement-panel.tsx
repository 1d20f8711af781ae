import { Anchor, Button } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { GroupAgreementView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { useMay, useMe } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import { agreementQuery, useAgreementChanges } from './agreement-data';
import { AgreementEditor } from './agreement-editor';
import { AgreementHistory } from './agreement-history';
import classes from './agreement.module.css';

interface AgreementPanelProps {
  groupId: string;
  within: readonly string[];
}

/** The points, who accepted them, and the one click of a practice (SES-01). */
export function AgreementPanel({ groupId, within }: AgreementPanelProps) {
  const { t } = useTranslation('meeting-agreement');
  const { data, error, refetch } = useQuery(agreementQuery(groupId, within));
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const here = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  const loaded = data !== undefined;
  useEffect(() => {
    if (loaded && hash === '#afspraken') here.current?.scrollIntoView({ block: 'start' });
  }, [loaded, hash]);
  return (
    <div ref={here} id="afspraken" className={classes.anchor}>
      <Panel
        className={classes.panel}
        title={t('title')}
        right={data && data.version > 0 && <State agreement={data} />}
      >
        {!data ? (
          error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <LoadingState rows={3} height={24} />
          )
        ) : !data.may.read ? (
          <p className={classes.hint}>{t(data.version > 0 ? 'outside' : 'outside.none')}</p>
        ) : editing ? (
          <AgreementEditor
            agreement={data}
            within={within}
            onDone={() => {
              flushSync(() => setEditing(false));
              edit.current?.focus();
            }}
          />
        ) : (
          <>
            <Points agreement={data} />
            <Accepting agreement={data} within={within} />
            {data.may.edit && (
              <div className={classes.buttons} data-print="hide">
                {data.version === 0 && <Start agreement={data} within={within} />}
                <Button
                  ref={edit}
                  size="sm"
                  variant="default"
                  leftSection={<IconPencil size={17} />}
                  onClick={() => setEditing(true)}
                >
                  {t('edit')}
                </Button>
              </div>
            )}
            <More agreement={data} />
          </>
        )}
      </Panel>
    </div>
  );
}

function State({ agreement: { accepted, practices } }: { agreement: GroupAgreementView }) {
  const { t } = useTranslation('meeting-agreement');
  return (
    <Verdict kind={accepted === practices ? 'ok' : 'warn'}>
      {t(accepted === practices ? 'state.all' : 'state', { accepted, practices })}
    </Verdict>
  );
}

function Points({ agreement: { version, because, points } }: { agreement: GroupAgreementView }) {
  const { t } = useTranslation('meeting-agreement');
  return (
    <>
      {version === 0 && <p className={classes.hint}>{t('start')}</p>}
      {because === 'joined' && <p className={classes.hint}>{t('joined')}</p>}
      <ol className={classes.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </>
  );
}

/** Takes the text to start from as it is. */
function Start({ agreement, within }: { agreement: GroupAgreementView; within: readonly string[] }) {
  const { t } = useTranslation('meeting-agreement');
  const changes = useAgreementChanges(agreement.groupId, within);
  const start = useMutation({
    mutationFn: () => changes.save(0, { points: agreement.points, confirmed: true }),
    onSuccess: () => showToast(t('start.done')),
  });
  return (
    <>
      {start.error ? <ErrorState error={start.error} /> : null}
      <Button size="sm" loading={start.isPending} onClick={() => start.mutate()}>
        {t('start.take')}
      </Button>
    </>
  );
}

/** One button per practice of the reader that did not accept, and who else did not. */
function Accepting({ agreement, within }: { agreement: GroupAgreementView; within: readonly string[] }) {
  const { t } = useTranslation('meeting-agreement');
  const format = useFormat();
  const { groupId, version, members, ownPracticeIds } = agreement;
  const changes = useAgreementChanges(groupId, within);
  const accept = useMutation({
    mutationFn: (practiceId: string) => changes.accept({ practiceId, version, accepted: true }),
    onSuccess: (_, practiceId) =>
      showToast(t('accepted.done'), {
        undo: () => changes.accept({ practiceId, version, accepted: false }),
      }),
  });
  if (version === 0) return null;
  const own = members.filter(({ practiceId }) => ownPracticeIds.includes(practiceId));
  const open = members.filter(({ acceptedAt }) => acceptedAt === null);
  const others = open.filter((member) => !own.includes(member)).map(({ practice }) => practice);
  const several = own.length > 1;
  return (
    <div className={classes.accepting}>
      {own.map(({ practiceId, practice, acceptedAt }) =>
        acceptedAt === null ? (
          <Button
            key={practiceId}
            leftSection={<IconCheck size={18} />}
            loading={accept.isPending && accept.variables === practiceId}
            onClick={() => accept.mutate(practiceId)}
          >
            {t(several ? 'accept.for' : 'accept', { practice })}
          </Button>
        ) : (
          <p key={practiceId} className={classes.hint}>
            {t(several ? 'accepted.for' : 'accepted', { practice, date: format.date(acceptedAt) })}
          </p>
        ),
      )}
      {accept.error ? <ErrorState error={accept.error} /> : null}
      {others.length > 0 && (
        <p className={classes.hint}>{t('open', { practices: format.list(others), count: others.length })}</p>
      )}
    </div>
  );
}

/** Earlier versions, and the way to figures by name: that is agreed on a page of its own (SES-07). */
function More({ agreement }: { agreement: GroupAgreementView }) {
  const { t } = useTranslation('meeting-agreement');
  const { task } = useMe();
  const figures = useMay('figures.read') && !task && agreement.practices > 0;
  if (agreement.version < 1 && !figures) return null;
  return (
    <div className={classes.more} data-print="hide">
      {figures && (
        <p>
          {t('figures')}{' '}
          <Anchor component={Link} to={`/spiegel/groep/${agreement.groupId}`}>
            {t('figures.open')}
          </Anchor>
        </p>
      )}
      {agreement.version > 0 && <AgreementHistory agreement={agreement} />}
    </div>
  );
}
