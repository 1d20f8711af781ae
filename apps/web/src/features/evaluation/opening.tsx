import { Skeleton } from '@mantine/core';
import { Waiting } from '../../components/loading-state';
import classes from './evaluation.module.css';

/** The first question while it is on its way. */
export function Opening() {
  return (
    <Waiting>
      <Skeleton height={5} radius="xl" />
      <Skeleton height={14} width={150} mt={10} mb={34} />
      <Skeleton height={26} width="85%" />
      <Skeleton height={26} width="45%" mt={8} mb={30} />
      <div className={classes.waitingSteps}>
        {Array.from({ length: 10 }, (_, i) => (
          <Skeleton key={i} height={60} radius={10} />
        ))}
      </div>
    </Waiting>
  );
}
