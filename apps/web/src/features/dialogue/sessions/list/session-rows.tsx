import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueSessionSummaryView } from '#libs/contracts';
import { DateTile } from '../../../../components/date-tile';
import { Panel } from '../../../../components/panel';
import { Row, RowList, RowTitle } from '../../../../components/row-list';
import { Verdict } from '../../../../components/verdict';
import { useFormat } from '../../../../lib/i18n';
import { useMe } from '../../../../lib/me';
import { lowered } from '../lowered';
import { SessionState } from '../session-state';

interface SessionRowsProps {
  title: string;
  sessions: readonly DialogueSessionSummaryView[];
  manages: boolean;
}

/** Sessions that come, or that were; nothing when there are none. */
export function SessionRows({ title, sessions, manages }: SessionRowsProps) {
  if (sessions.length === 0) return null;
  return (
    <Panel title={title} padding="none">
      <RowList>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} manages={manages} />
        ))}
      </RowList>
    </Panel>
  );
}

function SessionRow({ session, manages }: { session: DialogueSessionSummaryView; manages: boolean }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const { id, state, late } = session;
  return (
    <Row
      lead={<DateTile at={session.startsAt} />}
      off={state === 'cancelled'}
      action={<Act session={session} manages={manages} />}
    >
      <RowTitle to={`/dialoog/${id}`} title={session.title}>
        {state !== 'planned' && state !== 'ended' && <SessionState state={state} />}
        {late > 0 && <Verdict kind="decide">{t('list.late', { count: late })}</Verdict>}
      </RowTitle>
      <p className="lk-muted">
        {format.period(session.startsAt, session.endsAt)}
        <Facts session={session} manages={manages} />
      </p>
    </Row>
  );
}

/** For the organiser the counts and what comes next; for a practice what it did. */
function Facts({ session, manages }: { session: DialogueSessionSummaryView; manages: boolean }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const { state, own, next, handout } = session;
  if (state === 'cancelled') return null;
  const facts: string[] = [];
  if (manages) {
    facts.push(t('list.registered', { count: session.registered }));
    facts.push(t('list.questions', { count: session.questions }));
    if (next && state === 'planned')
      facts.push(t('list.next', { step: lowered(t(`step.${next.kind}`)), date: format.day(next.dueAt) }));
    if (state === 'ended') facts.push(t(`list.handout.${handout}`));
  } else if (own && state === 'planned') {
    facts.push(t(own.registered ? 'list.own.registered' : 'list.own.none'));
    if (own.questions > 0) facts.push(t('list.own.questions', { count: own.questions }));
  } else if (state === 'ended' && handout === 'published') facts.push(t('list.handout.published'));
  return facts.map((fact) => <span key={fact}>{` · ${fact}`}</span>);
}

/** One button: what this reader does with it now. */
function Act({ session, manages }: { session: DialogueSessionSummaryView; manages: boolean }) {
  const { t } = useTranslation('dialogue-sessions');
  const { roles } = useMe();
  const { id, state, own, handout } = session;
  const practices = new Set(
    roles.filter(({ scopeKind }) => scopeKind === 'practice').map(({ scopeId }) => scopeId),
  );
  // who has several practices chooses on the page of the session
  const page = practices.size === 1 ? `/taak/sessie/${id}/${[...practices][0]}` : `/dialoog/${id}`;
  const act = (to: string, label: string, filled = false) => (
    <Button
      component={Link}
      to={to}
      size="sm"
      variant={filled ? 'filled' : 'default'}
      aria-label={`${label}: ${session.title}`}
    >
      {label}
    </Button>
  );
  if (state === 'cancelled') return null;
  if (state === 'live')
    return act(manages ? `/live/${id}/regie` : `/live/${id}`, t(manages ? 'act.moderate' : 'act.live'), true);
  if (manages)
    return state === 'ended' && handout !== 'published'
      ? act(`/dialoog/${id}/naslagwerk`, t('act.handout.make'), handout === 'checked')
      : act(`/dialoog/${id}`, t('act.open'));
  if (handout === 'published') return act(`/naslagwerk/${id}`, t('act.handout'));
  if (own && state === 'planned')
    return act(page, t(own.registered ? 'act.ask' : 'act.register'), !own.registered);
  return null;
}
