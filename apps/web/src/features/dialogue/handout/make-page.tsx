import { Button } from '@mantine/core';
import { IconBook2, IconEye } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { sessionRoom, type HandoutView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { useFormat } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { SessionTabs } from '../sessions/session/session-tabs';
import { sessionQuery } from '../sessions/sessions-data';
import { EditQuestion } from './edit-question';
import { EditFrame, EditTexts } from './edit-texts';
import { handoutDoors, handoutKey, handoutQuery, readPath } from './handout-data';
import { idOf, isUnanswered } from './items';
import { MakeState } from './make-state';
import { useSaving } from './use-saving';
import classes from './handout.module.css';

/** Making the handout: what has no answer first, then everything in the order of the desk (journey D2). */
export default function MakePage() {
  const { t } = useTranslation('dialogue-handout');
  const { sessionId = '' } = useParams();
  useRoomVersion(sessionRoom(sessionId), { keys: [handoutKey(sessionId)] });
  const { data, error, refetch } = useQuery(handoutQuery(sessionId));
  if (data) return <Making handout={data} />;
  const missing = error !== null && asProblem(error).code === 'not-found';
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('make.lead')}
        crumbs={[
          { label: t('crumb.sessions'), to: '/dialoog' },
          { label: t('crumb.session'), to: `/dialoog/${sessionId}` },
          { label: t('title') },
        ]}
      />
      <SessionTabs sessionId={sessionId} title={t('title')} />
      {missing ? (
        <First sessionId={sessionId} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={4} height={140} />
      )}
    </>
  );
}

/** Nothing yet: the timeline makes it after the session, the organiser can be first. */
function First({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('dialogue-handout');
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery(sessionId));
  const make = useMutation({
    mutationFn: () => handoutDoors.make(sessionId),
    onSuccess: (made) => client.setQueryData(handoutKey(sessionId), made),
  });
  return (
    <>
      <EmptyState
        icon={IconBook2}
        title={t('make.none.title')}
        text={t('make.none.text')}
        action={
          // before the end there is nothing to make it of
          session?.state === 'ended' && (
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {t('make.now')}
            </Button>
          )
        }
      />
      {make.error && <ErrorState error={make.error} />}
    </>
  );
}

function Making({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const format = useFormat();
  const { sessionId, content, department } = handout;
  const saving = useSaving(sessionId);
  const { state } = saving;
  const open = handout.state !== 'published';
  const items = content.sections.flatMap((section) => section.items);
  const unanswered = items.filter((item) => !item.hidden && isUnanswered(item));
  return (
    <>
      <PageHead
        title={content.title}
        lead={t('make.of', { department, date: format.date(handout.startsAt) })}
        crumbs={[
          { label: t('crumb.sessions'), to: '/dialoog' },
          { label: department, to: `/dialoog/${sessionId}` },
          { label: t('title') },
        ]}
        action={
          <>
            <SaveState savedAt={state.savedAt} saving={state.saving} failed={state.stopped !== null} />
            <Button
              component={Link}
              to={readPath(sessionId)}
              variant="default"
              leftSection={<IconEye size={18} />}
            >
              {t(open ? 'make.preview' : 'make.read')}
            </Button>
          </>
        }
      />
      <SessionTabs sessionId={sessionId} title={content.title} />
      <div className={classes.making}>
        <div className={classes.edits}>
          {state.stopped && <ErrorState error={state.stopped} />}
          {open ? (
            <>
              {unanswered.length > 0 && <Unanswered items={unanswered} />}
              <EditTexts handout={handout} saving={saving} />
              {content.sections.map((section, at) => (
                <section key={at} className={classes.edits}>
                  <h2>{section.title}</h2>
                  {section.items.map((item) => (
                    <EditQuestion key={idOf(item)} item={item} saving={saving} />
                  ))}
                </section>
              ))}
              <EditFrame handout={handout} saving={saving} />
            </>
          ) : (
            <EmptyState
              title={t('make.out.title')}
              text={t('make.out.text')}
              action={
                <Button component={Link} to={readPath(sessionId)}>
                  {t('make.read')}
                </Button>
              }
            />
          )}
        </div>
        <aside className={classes.side}>
          <MakeState handout={handout} waiting={state.saving || saving.saver.unsent} />
        </aside>
      </div>
    </>
  );
}

/** What still has no answer, on top: a click goes to its place. */
function Unanswered({ items }: { items: HandoutView['content']['sections'][number]['items'] }) {
  const { t } = useTranslation('dialogue-handout');
  const go = (id: string) => {
    const card = document.getElementById(`vraag-${id}`);
    card?.scrollIntoView({ block: 'center' });
    card?.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true });
  };
  return (
    <section className={classes.open} aria-labelledby="open-vragen">
      <h2 id="open-vragen">{t('make.open', { count: items.length })}</h2>
      <p className="lk-muted">{t('make.open.text')}</p>
      <ul>
        {items.map((item) => (
          <li key={idOf(item)}>
            <button type="button" onClick={() => go(idOf(item))}>
              {item.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
