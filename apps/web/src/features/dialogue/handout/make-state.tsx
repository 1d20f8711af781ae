import { Button } from '@mantine/core';
import { IconArrowBackUp, IconRefresh, IconSend, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { handoutDoors, handoutKey, recipientsQuery } from './handout-data';
import classes from './handout.module.css';

interface MakeStateProps {
  handout: HandoutView;
  /** Something typed is still on its way to the server. */
  waiting: boolean;
}

/** How far the handout is and what comes next: check, publish, take back. */
export function MakeState({ handout, waiting }: MakeStateProps) {
  const { t } = useTranslation('dialogue-handout');
  const format = useFormat();
  const client = useQueryClient();
  const [publishing, setPublishing] = useState(false);
  const { sessionId: id, state, version, checkedAt, checkNote } = handout;
  const keep = (next: HandoutView) => client.setQueryData(handoutKey(id), next);
  const act = useMutation({
    mutationFn: (does: () => Promise<HandoutView>) => does(),
    onSuccess: keep,
    // somebody else was first: what is on the screen is not what there is
    onError: () => void client.invalidateQueries({ queryKey: handoutKey(id) }),
  });
  const changedSince = state === 'draft' && checkedAt !== null;
  const check = () =>
    act.mutate(async () => {
      const next = await handoutDoors.sendToCheck(id, version);
      showToast(t('state.sent'));
      return next;
    });
  const again = () =>
    act.mutate(async () => {
      const next = await handoutDoors.make(id);
      showToast(t('state.madeAgain'));
      return next;
    });
  const retract = () =>
    act.mutate(async () => {
      const next = await handoutDoors.retract(id, version);
      showToast(t('state.retracted'));
      return next;
    });
  return (
    <Panel title={t('state')} right={<StateBadge state={state} />}>
      <div className={classes.state}>
        {state === 'checking' && handout.checkUntil && (
          <p>{t('state.until', { date: format.dateTime(handout.checkUntil) })}</p>
        )}
        {checkedAt && state !== 'checking' && (
          <p>
            {t(changedSince ? 'state.changedSince' : 'state.checkedAt', { date: format.dateTime(checkedAt) })}
          </p>
        )}
        {checkNote && (
          <blockquote className={classes.quote}>
            <span className="lk-muted">{t('state.note')}</span>
            {checkNote}
          </blockquote>
        )}
        {state === 'published' && handout.publishedAt && (
          <p>
            {t('state.publishedAt', { date: format.dateTime(handout.publishedAt) })}
            {handout.edition > 1 && ` ${t('state.edition', { edition: handout.edition })}`}
          </p>
        )}
        {handout.unanswered > 0 && state !== 'published' && (
          <p>{t('state.unanswered', { count: handout.unanswered })}</p>
        )}
        {act.error && <ErrorState error={act.error} />}
        {state === 'published' ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} />}
            loading={act.isPending}
            onClick={retract}
          >
            {t('state.retract')}
          </Button>
        ) : (
          <>
            {state !== 'checked' && (
              <Button
                variant={state === 'draft' ? 'filled' : 'default'}
                leftSection={<IconUserCheck size={18} />}
                loading={act.isPending}
                disabled={waiting}
                onClick={check}
              >
                {t(state === 'checking' ? 'state.sendAgain' : 'state.send')}
              </Button>
            )}
            <Button
              variant={state === 'draft' ? 'default' : 'filled'}
              leftSection={<IconSend size={18} />}
              disabled={waiting || act.isPending}
              onClick={() => setPublishing(true)}
            >
              {t('state.publish')}
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconRefresh size={18} />}
              disabled={waiting || act.isPending}
              onClick={again}
            >
              {t('state.again')}
            </Button>
            <p className={classes.small}>{t('state.again.why')}</p>
          </>
        )}
      </div>
      <PublishDialog handout={handout} opened={publishing} onClose={() => setPublishing(false)} />
    </Panel>
  );
}

function StateBadge({ state }: { state: HandoutView['state'] }) {
  const { t } = useTranslation('dialogue-handout');
  const kind = state === 'draft' ? 'changed' : state === 'checking' ? 'decide' : 'ok';
  return <Verdict kind={kind}>{t(`state.${state}`)}</Verdict>;
}

interface PublishDialogProps {
  handout: HandoutView;
  opened: boolean;
  onClose: () => void;
}

/** Leaves the building: names every practice and person that gets a mail. */
function PublishDialog({ handout, opened, onClose }: PublishDialogProps) {
  const { t } = useTranslation('dialogue-handout');
  const format = useFormat();
  const client = useQueryClient();
  const { sessionId: id, version } = handout;
  const { data, error } = useQuery({ ...recipientsQuery(id), enabled: opened });
  const publish = useMutation({
    mutationFn: () => handoutDoors.publish(id, version),
    onSuccess: (next) => {
      client.setQueryData(handoutKey(id), next);
      void client.invalidateQueries({ queryKey: ['handouts'] });
      onClose();
      showToast(t('publish.done'), {
        undo: async () => {
          client.setQueryData(handoutKey(id), await handoutDoors.retract(id, next.version));
        },
      });
    },
  });
  const people = data?.practices.reduce((sum, one) => sum + one.people.length, 0) ?? 0;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => publish.mutate()}
      title={t('publish.title')}
      confirm={t('state.publish')}
      busy={publish.isPending}
      disabled={!data}
      error={publish.error ?? error}
      receivers={data?.practices.map(({ practice, people: names }) => ({
        id: practice,
        name: practice,
        detail: format.list(names),
      }))}
    >
      <p>{t('publish.text', { count: people, practices: data?.practices.length ?? 0 })}</p>
      {handout.state !== 'checked' && <p>{t('publish.unchecked')}</p>}
      {handout.unanswered > 0 && <p>{t('state.unanswered', { count: handout.unanswered })}</p>}
      {data && data.told > 0 && <p>{t('publish.told', { count: data.told })}</p>}
      {data && data.without.length > 0 && (
        <p>{t('publish.without', { count: data.without.length, names: format.list(data.without) })}</p>
      )}
    </ConfirmDialog>
  );
}
