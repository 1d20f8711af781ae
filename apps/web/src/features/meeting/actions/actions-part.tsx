import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionItemView, MeetingActionsView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { ActionRow } from './action-row';
import { actionsQuery } from './actions-data';
import { AddAction } from './add-action';
import { useFieldsSoon } from './later-forms';
import classes from './actions.module.css';

/** What was agreed before, what is agreed now, and one line to add. */
export function ActionsPart({ meetingId }: { meetingId: string }) {
  const { data, error, refetch } = useQuery(actionsQuery(meetingId));
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={2} height={52} />
    );
  return <Actions actions={data} />;
}

function Actions({ actions }: { actions: MeetingActionsView }) {
  const { t } = useTranslation('meeting-actions');
  useFieldsSoon();
  // what was dropped goes out of sight; the undo brings it back
  const own = actions.own.filter(({ state }) => state !== 'dropped');
  const { previous } = actions;
  const list = (items: readonly ActionItemView[]) => (
    <ul className={classes.rows}>
      {items.map((action) => (
        <ActionRow
          key={action.id}
          action={action}
          owners={actions.owners}
          nextMeetingOn={actions.nextMeetingOn}
        />
      ))}
    </ul>
  );
  return (
    <>
      {previous.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('previous')}</h3>
          {list(previous)}
          <h3 className={classes.heading}>{t('now')}</h3>
        </>
      )}
      {own.length > 0 ? list(own) : <p className={classes.none}>{t('none')}</p>}
      <AddAction actions={actions} />
    </>
  );
}
