import { Button, Title } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { Verdict } from '../../components/verdict';
import { api, view } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import { showToast } from '../../lib/toast';
import { LanguageChoice } from './language-choice';
import classes from './sessions-page.module.css';

const KEY = ['sessions'];

/** Where this person is signed in, with a button to end what is not recognised; and the language. */
export default function SessionsPage() {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => view<SessionView[]>(api.GET('/api/sessions', { signal })),
  });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {data ? (
        <Sessions sessions={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={92} />
      )}
      <section className={classes.language}>
        <Title order={2} fz="1.0625rem">
          {t('language.title')}
        </Title>
        <p className="lk-muted">{t('language.lead')}</p>
        <LanguageChoice />
      </section>
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly SessionView[] }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (session: SessionView) =>
      api.DELETE('/api/sessions/{id}', { params: { path: { id: session.id } } }),
    onSuccess: async (_, session) => {
      showToast(t('revoked', { device: session.device }));
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <>
      {end.error && <ErrorState error={end.error} />}
      <Panel padding="none">
        <ul className={classes.list}>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={end.isPending}
              onEnd={() => end.mutate(session)}
            />
          ))}
        </ul>
      </Panel>
    </>
  );
}

function SessionRow({ session, busy, onEnd }: { session: SessionView; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const now = useNow();
  const Icon = /iphone|ipad|android|phone/i.test(session.device) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Icon size={24} stroke={1.6} className="lk-icon" aria-hidden />
      <div className={classes.words}>
        <div className={classes.device}>
          <b>{session.device}</b>
          {session.current && <Verdict kind="ok">{t('current')}</Verdict>}
          {session.kind === 'task' && <Verdict kind="same">{t('task')}</Verdict>}
        </div>
        <p>{t('lastSeen', { when: format.ago(session.lastSeenAt, now) })}</p>
        <p>{t('since', { when: format.dateTime(session.createdAt) })}</p>
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="sm"
          disabled={busy}
          onClick={onEnd}
          aria-label={t('revoke.label', { device: session.device })}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
