import { Anchor } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParticipantView, RoundView } from '#libs/contracts';
import { type Column, DataTable } from '../../../components/data-table';
import { ErrorState } from '../../../components/error-state';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { useRound } from '../editor/use-round';
import { ParticipantMenu } from './participant-menu';
import classes from './answers.module.css';

const KIND: Record<ParticipantView['state'], VerdictKind> = {
  submitted: 'ok',
  started: 'changed',
  unanswered: 'decide',
  'without-answer': 'same',
  'not-taking-part': 'same',
};

/** For these there is still something to fill in; who answered already is changed from the menu. */
const TO_CALL = new Set<ParticipantView['state']>(['unanswered', 'started', 'without-answer']);
/** The page the practice answers on, marked as filled in by phone. */
const answerPath = (roundId: string, practiceId: string) => `/taak/ronde/${roundId}/${practiceId}?telefoon=1`;

interface AnswersTableProps {
  round: RoundView;
  participants: readonly ParticipantView[];
}

/** Every practice with its answer, and what the coordinator can do for it. */
export function AnswersTable({ round, participants }: AnswersTableProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const changes = useRound(round.id);
  const change = useMutation({
    mutationFn: (wish: Wish) => changes.setParticipant(wish.practice.practiceId, wish.change),
    onSuccess: (_, { practice, change: made }) => {
      const done =
        made.takingPart === undefined
          ? made.withoutAnswer
            ? 'participant.let'
            : 'participant.notLet'
          : made.takingPart
            ? 'participant.in'
            : 'participant.out';
      showToast(t(done, { name: practice.name }), {
        undo: () => changes.setParticipant(practice.practiceId, opposite(made)),
      });
    },
  });
  const themes = new Map(round.themes.map((theme) => [theme.id, theme.shortName]));
  const dates = round.dates.filter((date) => !date.archived).length;
  const columns: Column<ParticipantView>[] = [
    { id: 'name', header: t('column.practice'), value: (one) => one.name, hideable: false },
    {
      id: 'state',
      header: t('column.state'),
      value: (one) => t(`state.${one.state}`),
      filter: true,
      hideable: false,
      cell: (one) => <State participant={one} />,
    },
    {
      id: 'themes',
      header: t('column.themes'),
      value: (one) =>
        one.ranked
          .map((theme) => themes.get(theme))
          .filter(Boolean)
          .join(', ') || null,
      cell: (one) => <Ranked names={one.ranked.flatMap((theme) => themes.get(theme) ?? [])} />,
    },
    {
      id: 'dates',
      header: t('column.dates'),
      value: (one) => one.datesAnswered,
      cell: (one) =>
        one.datesAnswered > 0 ? (
          <span className={classes.ranked}>
            {t('dates.answered', { answered: one.datesAnswered, count: dates })}
          </span>
        ) : null,
      align: 'right',
    },
    {
      id: 'motivation',
      header: t('column.motivation'),
      value: (one) => one.motivation,
      align: 'right',
      hidden: true,
    },
    {
      id: 'leader',
      header: t('column.leader'),
      value: (one) => (one.canLead === null ? null : t(one.canLead ? 'leader.yes' : 'leader.no')),
      filter: true,
    },
    { id: 'district', header: t('column.district'), value: (one) => one.district, hidden: true },
    {
      id: 'submitted',
      header: t('column.submitted'),
      value: (one) => one.submittedAt,
      cell: (one) => (one.submittedAt ? format.dateTime(one.submittedAt) : ''),
      hidden: true,
    },
    {
      id: 'reminders',
      header: t('column.reminders'),
      value: (one) => one.reminders,
      align: 'right',
      hidden: true,
    },
    {
      id: 'acts',
      header: '',
      value: () => null,
      sortable: false,
      cell: (one) => (
        <span className={classes.acts}>
          {round.state === 'open' && TO_CALL.has(one.state) && (
            <Anchor
              component={Link}
              to={answerPath(round.id, one.practiceId)}
              className={classes.phone}
              aria-label={t('phone.label', { name: one.name })}
            >
              <IconPhone size={16} stroke={1.8} className="lk-icon" aria-hidden />
              {t('phone')}
            </Anchor>
          )}
          {round.state !== 'published' && (
            <ParticipantMenu
              participant={one}
              editHref={
                round.state === 'open' && one.state === 'submitted'
                  ? answerPath(round.id, one.practiceId)
                  : null
              }
              onChange={(wish) => change.mutate({ practice: one, change: wish })}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      {change.error && <ErrorState error={change.error} />}
      <DataTable
        label={t('answers.table')}
        columns={columns}
        rows={participants}
        rowKey={(one) => one.practiceId}
        search
        remember="round-answers"
      />
    </>
  );
}

export interface ParticipantChange {
  takingPart?: boolean;
  withoutAnswer?: boolean;
}
interface Wish {
  practice: ParticipantView;
  change: ParticipantChange;
}
const opposite = (change: ParticipantChange): ParticipantChange =>
  change.takingPart === undefined
    ? { withoutAnswer: !change.withoutAnswer }
    : { takingPart: !change.takingPart };

/** The first choice; how many more there are is enough for an overview, the export has them all. */
function Ranked({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('rounds');
  const [first, ...more] = names;
  return (
    <span className={classes.ranked} title={names.join(', ')}>
      {first}
      {more.length > 0 && <span className="lk-muted"> {t('themes.more', { count: more.length })}</span>}
    </span>
  );
}

function State({ participant }: { participant: ParticipantView }) {
  const { t } = useTranslation('rounds');
  const { state, via, unreachable } = participant;
  return (
    <span className={classes.state}>
      <Verdict kind={KIND[state]}>{t(`state.${state}`)}</Verdict>
      {via === 'phone' && (
        <span className={classes.via}>
          <IconPhone size={15} stroke={1.8} className="lk-icon" aria-hidden />
          {t('via.phone')}
        </span>
      )}
      {unreachable && state !== 'submitted' && state !== 'not-taking-part' && (
        <Verdict kind="warn">{t('unreachable')}</Verdict>
      )}
    </span>
  );
}
