import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DataSetView, DataSourceView, ExtractLookView, ExtractReading } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { later } from '../../../../lib/later';
import { useQuiet } from '../../../../lib/quiet';
import { useManageCrumbs } from '../manage-head';
import { dataSetQuery, sourcesQuery } from '../mirror-data';
import type { Mapping } from './mapping';
import { SourceStep } from './source-step';

const LATER = {
  file: () => import('./file-step'),
  columns: () => import('./columns-step'),
  upload: () => import('./upload-step'),
};
const waiting = <LoadingState rows={3} height={84} />;
const FileStep = later(async () => (await LATER.file()).FileStep, waiting);
const ColumnsStep = later(async () => (await LATER.columns()).ColumnsStep, waiting);
const UploadStep = later(async () => (await LATER.upload()).UploadStep, waiting);

/** What is known so far; a step back keeps what was chosen after it. */
export interface Loading {
  sources: readonly DataSourceView[];
  /** The data set that this one takes the place of, and why. */
  replaces: DataSetView | null;
  why: string;
  source: DataSourceView | null;
  file: File | null;
  look: ExtractLookView | null;
  mapping: Mapping;
  reading: ExtractReading | null;
  /** Local day on which the file was made, for a file that does not say so; '' when not known. */
  madeOn: string;
}
export type Step = 'source' | 'file' | 'columns' | 'upload';

/** From a file to a data set to check: source, file, columns, reading. Nothing is kept before the last step. */
export default function LoadPage() {
  const { t } = useTranslation('mirror-data');
  const [search] = useSearchParams();
  const replacesId = search.get('vervangt');
  const sources = useQuery(sourcesQuery);
  const replaced = useQuery({ ...dataSetQuery(replacesId ?? ''), enabled: replacesId !== null });
  const crumbs = useManageCrumbs();
  const error = sources.error ?? replaced.error;
  if (!sources.data || (replacesId !== null && !replaced.data))
    return (
      <>
        <PageHead crumbs={[...crumbs, { label: t('load') }]} title={t('load')} />
        {error ? (
          <ErrorState error={error} onRetry={() => void sources.refetch()} />
        ) : (
          <LoadingState rows={3} height={84} />
        )}
      </>
    );
  return <Steps key={replacesId} sources={sources.data} replaces={replaced.data ?? null} />;
}

function Steps({ sources, replaces }: { sources: DataSourceView[]; replaces: DataSetView | null }) {
  const [step, setStep] = useState<Step>('source');
  const quiet = useQuiet();
  useEffect(() => {
    // A step that cannot be fetched now is asked for again when it is opened.
    if (quiet) for (const load of Object.values(LATER)) void load().catch(() => {});
  }, [quiet]);
  const [known, setKnown] = useState<Omit<Loading, 'sources' | 'replaces'>>({
    why: '',
    source: sources.find((one) => one.id === replaces?.source.id) ?? null,
    file: null,
    look: null,
    mapping: {},
    reading: null,
    madeOn: '',
  });
  // A source that was made in place is in the list by now.
  const loading: Loading = { ...known, sources, replaces };
  const keep = (change: Partial<typeof known>) => setKnown((before) => ({ ...before, ...change }));
  switch (step) {
    case 'source':
      return (
        <SourceStep
          loading={loading}
          onDone={(change) => {
            keep({ ...change, ...(change.source.id !== known.source?.id && { file: null, look: null }) });
            setStep('file');
          }}
        />
      );
    case 'file':
      return (
        <FileStep
          loading={loading}
          onBack={() => setStep('source')}
          onDone={(file, look) => {
            // The same file again keeps what was chosen for it.
            if (file !== known.file)
              keep({ file, look, mapping: look.mapping, reading: look.reading, madeOn: '' });
            setStep('columns');
          }}
        />
      );
    case 'columns':
      return (
        <ColumnsStep
          loading={loading}
          onMapping={(mapping) => keep({ mapping })}
          onReading={(reading) => keep({ reading })}
          onMadeOn={(madeOn) => keep({ madeOn })}
          onBack={() => setStep('file')}
          onDone={() => setStep('upload')}
        />
      );
    case 'upload':
      return <UploadStep loading={loading} onBack={() => setStep('columns')} />;
  }
}
