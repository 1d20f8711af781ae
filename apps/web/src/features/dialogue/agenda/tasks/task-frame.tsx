import { Skeleton } from '@mantine/core';
import { Bare } from '../../../../components/bare';
import { FailedPage } from '../../../../components/failed-page';
import { Waiting } from '../../../../components/loading-state';
import { TaskPage } from '../../../../components/task-page';

/** The page of a task while it is on its way, or when it is not there. */
export function TaskWaiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error)
    return (
      <Bare>
        <FailedPage error={error} onRetry={onRetry} />
      </Bare>
    );
  return (
    <TaskPage practice="" status={null}>
      <Waiting>
        <Skeleton height={30} width="70%" mb={14} />
        <Skeleton height={16} width="90%" mb={40} />
        <Skeleton height={180} />
      </Waiting>
    </TaskPage>
  );
}
