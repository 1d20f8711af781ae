import { ActionIcon } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightView } from '#libs/contracts';
import { GuardedForm } from '../../../components/guarded-form';
import { useProblemText } from '../../../components/problem-text';
import { findingsOf } from '../../../lib/guard';
import { showToast } from '../../../lib/toast';
import { useNoteDoors } from './actions-data';
import { LineForm } from './line-form';
import { useReturnFocus } from './return-focus';
import classes from './actions.module.css';

/** As the server takes it. */
const LONGEST = 500;

/** Short sentences on what the group learned, a row each: whoever types, nobody overwrites another. */
export function InsightsPart({
  meetingId,
  insights,
}: {
  meetingId: string;
  insights: readonly InsightView[];
}) {
  const { t } = useTranslation('meeting-actions');
  const doors = useNoteDoors(meetingId);
  return (
    <>
      {insights.length > 0 && (
        <ul className={classes.rows}>
          {insights.map((insight) => (
            <Insight key={insight.id} meetingId={meetingId} insight={insight} />
          ))}
        </ul>
      )}
      <LineForm
        label={t('insight.add')}
        submit={t('insight.submit')}
        done={t('insight.done')}
        maxLength={LONGEST}
        send={doors.add}
      />
      <p className={classes.lock}>
        <IconLock size={17} stroke={1.8} className="lk-icon" aria-hidden />
        {t('lock')}
      </p>
    </>
  );
}

function Insight({ meetingId, insight }: { meetingId: string; insight: InsightView }) {
  const { t } = useTranslation('meeting-actions');
  const problemText = useProblemText();
  const doors = useNoteDoors(meetingId);
  const [editing, setEditing] = useState(false);
  const { button, back } = useReturnFocus();
  const close = () => {
    setEditing(false);
    back();
  };
  const [text, setText] = useState(insight.text);
  // of the sentence that is being changed; once a colleague's came in between, the next press means the one that stands now
  const [read, setRead] = useState<number | null>(null);
  const remove = useMutation({
    mutationFn: () => doors.change(insight, { removed: true }),
    onSuccess: () =>
      showToast(t('insight.removed'), {
        undo: () => doors.change({ id: insight.id, version: insight.version + 1 }, { removed: false }),
      }),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  if (editing)
    return (
      <li className={classes.row}>
        <div className={classes.edit}>
          <GuardedForm
            id={`insight-${insight.id}`}
            label={t('insight')}
            size="sm"
            minRows={1}
            maxLength={LONGEST}
            takeFocus
            value={text}
            onChange={setText}
            submit={t('row.save')}
            onCancel={close}
            send={async (said, confirmed) => {
              const version = read ?? insight.version;
              await doors
                .change({ id: insight.id, version }, { text: said, confirmed })
                .catch((error: unknown) => {
                  if (findingsOf(error).length === 0) setRead(null);
                  throw error;
                });
              close();
            }}
          />
        </div>
      </li>
    );
  return (
    <li className={classes.row}>
      <p className={classes.insight} dir="auto">
        {insight.text}
      </p>
      <span className={classes.tools} data-print="hide">
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('insight.change', { text: insight.text })}
          onClick={() => {
            setText(insight.text);
            setRead(insight.version);
            setEditing(true);
          }}
        >
          <IconPencil size={17} stroke={1.8} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          loading={remove.isPending}
          aria-label={t('insight.remove', { text: insight.text })}
          onClick={() => remove.mutate()}
        >
          <IconTrash size={17} stroke={1.8} />
        </ActionIcon>
      </span>
    </li>
  );
}
