import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionParticipantView } from '#libs/contracts';
import { type Column, DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { saveSeen } from './save-seen';
import classes from './attendance.module.css';

const PersonDialog = later(async () => (await import('./person-dialog')).PersonDialog);

type Standing = 'registered' | 'waiting' | 'excused' | 'nothing';
const standingOf = ({ registration }: SessionParticipantView): Standing => registration?.state ?? 'nothing';
const KIND: Record<Standing, VerdictKind> = {
  registered: 'ok',
  waiting: 'warn',
  excused: 'same',
  nothing: 'decide',
};

interface ParticipantsTableProps {
  session: { id: string; date: string };
  participants: readonly SessionParticipantView[];
  /** Nothing can be changed any more. */
  closed: boolean;
}

/** Every practice with where it stands; register or replace on its behalf. */
export function ParticipantsTable({ session, participants, closed }: ParticipantsTableProps) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  const [acted, setActed] = useState<SessionParticipantView | null>(null);
  const words: Record<Standing, string> = {
    registered: t('p.registered'),
    waiting: t('p.waitingState'),
    excused: t('p.excused'),
    nothing: t('p.nothing'),
  };
  const columns: Column<SessionParticipantView>[] = [
    { id: 'practice', header: t('p.practice'), value: (one) => one.practice.name, hideable: false },
    {
      id: 'state',
      header: t('p.state'),
      value: (one) => words[standingOf(one)],
      filter: true,
      hideable: false,
      cell: (one) => {
        const standing = standingOf(one);
        const place = one.registration?.waitingPlace ?? null;
        return (
          <Verdict kind={KIND[standing]} icon={standing === 'waiting' ? IconHourglass : undefined}>
            {place === null ? words[standing] : t('p.waitingPlace', { place })}
          </Verdict>
        );
      },
    },
    { id: 'person', header: t('p.person'), value: (one) => coming(one)?.person.name ?? null },
    {
      id: 'kind',
      header: t('p.kind'),
      value: (one) => {
        const registration = coming(one);
        return registration && t(`kind.${registration.attendeeKind}`);
      },
      filter: true,
      hidden: true,
    },
    { id: 'email', header: t('p.email'), value: (one) => coming(one)?.person.email ?? null, hidden: true },
    { id: 'questions', header: t('p.questions'), value: (one) => one.questions, align: 'right' },
    {
      id: 'asked',
      header: t('p.asked'),
      // sorts by time, and reads as a date
      value: (one) => coming(one)?.askedAt.slice(0, 16).replace('T', ' ') ?? null,
      cell: (one) => {
        const registration = coming(one);
        return registration ? format.day(registration.askedAt) : '';
      },
      hidden: true,
    },
    { id: 'excuse', header: t('p.excuse'), value: (one) => one.registration?.excuse ?? null },
    ...(closed
      ? []
      : [
          {
            id: 'act',
            header: t('p.act'),
            value: () => null,
            sortable: false,
            hideable: false,
            cell: (one: SessionParticipantView) => (
              <Button variant="subtle" size="compact-sm" onClick={() => setActed(one)}>
                {t(coming(one) ? 'p.replace' : 'p.register')}
              </Button>
            ),
          },
        ]),
  ];
  if (participants.length === 0) return <EmptyState title={t('p.empty')} text={t('p.empty.text')} />;
  return (
    <div className={classes.part}>
      <DataTable
        label={t('p.table')}
        columns={columns}
        rows={participants}
        rowKey={(one) => one.practice.id}
        search
        remember="session-participants"
        onExport={(seen) => saveSeen(`${t('p.file')}-${session.date}`, seen)}
      />
      {acted && (
        <PersonDialog
          at={{ sessionId: session.id, practiceId: acted.practice.id }}
          title={t(coming(acted) ? 'p.replaceTitle' : 'p.registerTitle', { practice: acted.practice.name })}
          submit={t(coming(acted) ? 'replace.save' : 'p.register')}
          onClose={() => setActed(null)}
        />
      )}
    </div>
  );
}

const coming = ({ registration }: SessionParticipantView) =>
  registration && registration.state !== 'excused' ? registration : null;
