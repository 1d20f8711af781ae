import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { MethodView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { useProblemText } from '../../../components/problem-text';
import { useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import { methodQuery, useMethodChanges } from './method-data';
import { copyName } from './method-draft';
import { MethodForm } from './method-form';
import { MethodScript } from './method-script';

/** One method: to read, and where it is the region's own, to change. */
export default function MethodPage() {
  const { methodId = '' } = useParams();
  const { t } = useTranslation('meeting-methods');
  const { data, error, refetch } = useQuery(methodQuery(methodId));
  if (data) return <Method key={data.id} method={data} onReread={() => void refetch()} />;
  return (
    <>
      <PageHead title={t('title')} crumbs={[{ label: t('title'), to: '/intervisie/werkvormen' }]} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={5} />}
    </>
  );
}

function Method({ method, onReread }: { method: MethodView; onReread: () => void }) {
  const { t } = useTranslation('meeting-methods');
  const words = useWords();
  const manages = useMay('rounds.manage');
  const changes = manages && method.origin === 'own' && !method.archived;
  return (
    <>
      <PageHead
        title={words(method.name)}
        lead={words(method.when)}
        crumbs={[{ label: t('title'), to: '/intervisie/werkvormen' }, { label: words(method.name) }]}
        action={manages && <Actions method={method} />}
      />
      {changes ? <MethodForm method={method} onReread={onReread} /> : <MethodScript method={method} />}
    </>
  );
}

function Actions({ method }: { method: MethodView }) {
  const { t } = useTranslation('meeting-methods');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const changes = useMethodChanges();
  const onError = (error: unknown) => showToast(problemText(error), { kind: 'failed' });
  const copy = useMutation({
    mutationFn: () => changes.copy(method.id, copyName(method.name)),
    onSuccess: ({ id }) => navigate(`/intervisie/werkvormen/${id}`),
    onError,
  });
  const archive = useMutation({
    mutationFn: (archived: boolean) => changes.archive(method.id, archived),
    onSuccess: ({ archived }) => {
      if (archived) showToast(t('archive.done'), { undo: () => changes.archive(method.id, false) });
    },
    onError,
  });
  const { origin, archived } = method;
  const Icon = archived ? IconArchiveOff : IconArchive;
  return (
    <>
      {origin === 'own' && (
        <Button
          variant="default"
          leftSection={<Icon size={18} aria-hidden />}
          loading={archive.isPending}
          onClick={() => archive.mutate(!archived)}
        >
          {t(archived ? 'archive.back' : 'archive')}
        </Button>
      )}
      <Button
        variant={origin === 'own' ? 'default' : 'filled'}
        leftSection={<IconCopy size={18} aria-hidden />}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {t('copy')}
      </Button>
    </>
  );
}
