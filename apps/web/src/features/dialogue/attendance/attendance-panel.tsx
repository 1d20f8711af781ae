import { Anchor, Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AttendanceView } from '#libs/contracts';
import { type Column, DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { accreditationHref, attendanceDoors, attendanceKey, attendanceQuery } from './attendance-data';
import { ReportResult } from './report-result';
import { saveSeen } from './save-seen';
import classes from './attendance.module.css';

const CorrectDialog = later(async () => (await import('./correct-dialog')).CorrectDialog);

export interface AttendedSession {
  id: string;
  date: string;
  startsAt: string;
  endsAt: string;
}

/** Who was there: measured, corrected or read from a report; and the list for the accreditation. */
export function AttendancePanel({ session }: { session: AttendedSession }) {
  const { t } = useTranslation('dialogue-practice');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(attendanceQuery(session.id));
  const picker = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: (file: File) => attendanceDoors.report(session.id, file),
    onSuccess: () => client.invalidateQueries({ queryKey: attendanceKey(session.id) }),
  });
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={4} height={48} />
    );
  const present = data.filter((one) => one.present).length;
  return (
    <section className={classes.part} aria-label={t('a.title')}>
      <div className={classes.head}>
        <div>
          <h2>{t('a.title')}</h2>
          <p className="lk-muted">{t('a.count', { present, total: data.length })}</p>
        </div>
        <div className={classes.buttons}>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconUpload size={17} />}
            loading={upload.isPending}
            onClick={() => picker.current?.click()}
          >
            {t('a.upload')}
          </Button>
          {present > 0 && (
            <Button
              component="a"
              href={accreditationHref(session.id)}
              download
              size="sm"
              leftSection={<IconDownload size={17} />}
            >
              {t('a.export')}
            </Button>
          )}
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.tsv,.txt"
            aria-label={t('a.upload')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file) upload.mutate(file);
            }}
          />
        </div>
      </div>
      <p className={classes.quiet}>{t('a.upload.text')}</p>
      {upload.error ? <ErrorState error={upload.error} /> : null}
      {upload.data && <ReportResult report={upload.data} onClose={() => upload.reset()} />}
      {data.length === 0 ? (
        <EmptyState title={t('a.none')} text={t('a.none.text')} />
      ) : (
        <AttendanceTable session={session} rows={data} />
      )}
    </section>
  );
}

function AttendanceTable({ session, rows }: { session: AttendedSession; rows: readonly AttendanceView[] }) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  const [corrected, setCorrected] = useState<AttendanceView | null>(null);
  const source = (one: AttendanceView) =>
    t(`a.source.${one.corrected?.source ?? (one.stays.length > 0 ? 'live' : 'none')}`);
  const columns: Column<AttendanceView>[] = [
    {
      id: 'person',
      header: t('a.person'),
      value: (one) => one.person.name,
      hideable: false,
      cell: (one) => (
        <>
          {one.person.name}
          {!one.registered && <span className={classes.tag}>{t('a.unregistered')}</span>}
        </>
      ),
    },
    { id: 'practice', header: t('p.practice'), value: (one) => one.practice.name },
    { id: 'kind', header: t('p.kind'), value: (one) => t(`kind.${one.attendeeKind}`), hidden: true },
    {
      id: 'present',
      header: t('a.state'),
      value: (one) => t(one.present ? 'a.present' : 'a.absent'),
      filter: true,
      cell: (one) => (
        <Verdict kind={one.present ? 'ok' : 'same'}>{t(one.present ? 'a.present' : 'a.absent')}</Verdict>
      ),
    },
    {
      id: 'from',
      header: t('a.from'),
      value: (one) => one.joinedAt && format.time(one.joinedAt),
      cell: (one) => <Time at={one.joinedAt} />,
    },
    {
      id: 'to',
      header: t('a.to'),
      value: (one) => one.leftAt && format.time(one.leftAt),
      cell: (one) => <Time at={one.leftAt} />,
    },
    { id: 'minutes', header: t('a.minutes'), value: (one) => one.minutes, align: 'right' },
    { id: 'hours', header: t('a.hours'), value: (one) => one.hours, align: 'right' },
    {
      id: 'big',
      header: t('a.big'),
      value: (one) => one.bigNumber,
      cell: (one) =>
        one.bigNumber ??
        (one.present && one.attendeeKind !== 'other' ? (
          <Link to={`/praktijken/${one.practice.id}`}>
            <Verdict kind="warn">{t('a.bigMissing')}</Verdict>
          </Link>
        ) : (
          ''
        )),
    },
    {
      id: 'source',
      header: t('a.source'),
      value: source,
      cell: (one) => (
        <>
          <span className={classes.one}>{source(one)}</span>
          {one.corrected === null && one.stays.length > 1 && (
            <span className={classes.tag}>{t('a.stays', { count: one.stays.length })}</span>
          )}
        </>
      ),
    },
    {
      id: 'act',
      header: t('p.act'),
      value: () => null,
      sortable: false,
      hideable: false,
      cell: (one) => (
        <Anchor component="button" type="button" onClick={() => setCorrected(one)}>
          {t('a.correct')}
        </Anchor>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('a.table')}
        columns={columns}
        rows={rows}
        rowKey={(one) => `${one.practice.id} ${one.person.id}`}
        search
        remember="session-attendance"
        onExport={(seen) => saveSeen(`${t('a.file')}-${session.date}`, seen)}
      />
      {corrected && <CorrectDialog session={session} row={corrected} onClose={() => setCorrected(null)} />}
    </>
  );
}

function Time({ at }: { at: string | null }) {
  const format = useFormat();
  return at && <span className={classes.one}>{format.time(at)}</span>;
}
