import { Button } from '@mantine/core';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../../components/empty-state';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { Panels } from '../../../../components/panels';
import { useMay } from '../../../../lib/me';
import { useNow } from '../../../../lib/now';
import { sessionsQuery } from '../sessions-data';
import { DialogueTabs } from './dialogue-tabs';
import { SessionRows } from './session-rows';

/** What comes and what was; for a practice with what it did itself, for the organiser with what comes next. */
export default function SessionsPage() {
  const { t } = useTranslation('dialogue-sessions');
  const manages = useMay('dialogue.manage');
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(manages ? 'lead' : 'lead.practice')}
        action={
          manages && (
            <Button component={Link} to="/dialoog/nieuw" leftSection={<IconPlus size={18} />}>
              {t('new')}
            </Button>
          )
        }
      />
      <DialogueTabs />
      <Sessions manages={manages} />
    </>
  );
}

function Sessions({ manages }: { manages: boolean }) {
  const { t } = useTranslation('dialogue-sessions');
  const now = useNow();
  const { data, error, refetch } = useQuery(sessionsQuery);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={4} height={96} />
    );
  if (data.length === 0)
    return (
      <EmptyState
        icon={IconMessages}
        title={t(manages ? 'empty.title' : 'empty.practice.title')}
        text={t(manages ? 'empty.text' : 'empty.practice.text')}
        action={
          manages && (
            <>
              <Button component={Link} to="/dialoog/agenda">
                {t('empty.agenda')}
              </Button>
              <Button component={Link} to="/dialoog/nieuw" variant="default">
                {t('empty.one')}
              </Button>
            </>
          )
        }
      />
    );
  const coming = data.filter(({ state, endsAt }) => state !== 'ended' && Date.parse(endsAt) >= now);
  const past = data.filter((session) => !coming.includes(session));
  return (
    <Panels>
      <SessionRows title={t('list.coming')} sessions={coming} manages={manages} />
      <SessionRows title={t('list.past')} sessions={past} manages={manages} />
    </Panels>
  );
}
