import { useMutation } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView, SessionStepView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { Panel } from '../../../../components/panel';
import { Timeline, TimelineToday } from '../../../../components/timeline';
import { useFormat, useWords } from '../../../../lib/i18n';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import { SessionFrame } from './session-frame';
import { StepRow } from './step-row';
import { useSessionChanges } from './use-session';

/** What happened and what comes, each with its moment; today stands between them. */
export default function TimelinePage() {
  const { t } = useTranslation('dialogue-sessions');
  return <SessionFrame part={t('part.timeline')}>{(session) => <Steps session={session} />}</SessionFrame>;
}

function Steps({ session }: { session: DialogueSessionView }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const words = useWords();
  const now = useNow();
  const changes = useSessionChanges(session);
  const [asked, setAsked] = useState<SessionStepView | null>(null);
  const doNow = useMutation({
    mutationFn: changes.doNow,
    onSuccess: (_session, step) => {
      setAsked(null);
      showToast(t('now.done', { step: t(`step.${step.kind}`) }));
    },
  });
  const today = session.steps.findIndex(({ dueAt, doneAt }) => Date.parse(doneAt ?? dueAt) > now);
  return (
    <Panel>
      <Timeline dated label={t('part.timeline')}>
        {session.steps.map((step, place) => (
          <Fragment key={step.id}>
            {place === today && place > 0 && (
              <TimelineToday>{t('timeline.today', { date: format.day(now, now) })}</TimelineToday>
            )}
            <StepRow
              step={step}
              editable={session.state !== 'cancelled'}
              changes={changes}
              onDoNow={() => setAsked(step)}
            />
          </Fragment>
        ))}
      </Timeline>
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => {
          doNow.reset();
          setAsked(null);
        }}
        onConfirm={() => asked && doNow.mutate(asked)}
        title={t('now.title', { step: asked ? t(`step.${asked.kind}`) : '' })}
        confirm={t('now.confirm')}
        busy={doNow.isPending}
        error={doNow.error}
      >
        {asked && <p>{words(asked.sentence)}</p>}
        <p>{t('now.text')}</p>
      </ConfirmDialog>
    </Panel>
  );
}
