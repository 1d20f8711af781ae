import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HomeView, TaskView } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { TaskRow } from '../../components/task-row';
import { useFormat, useWords } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { useNow } from '../../lib/now';
import { homeQuery } from '../../lib/queries';
import { ChangedList } from './changed-list';
import { partOfDay } from './greeting';
import { UpcomingList } from './upcoming-list';
import classes from './home-page.module.css';

/** "Dit vraagt aandacht": what this person has to do, what is coming, and what changed. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const { data, error, refetch } = useQuery(homeQuery);
  return (
    <>
      <PageHead title={t('title')} lead={<Lead tasks={data?.tasks} />} />
      {data ? (
        <Content home={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={3} height={114} />
      )}
    </>
  );
}

/** Sums up: "Goedemorgen, Noor Veldman. Drie taken, samen ongeveer 9 minuten." */
function Lead({ tasks }: { tasks: readonly TaskView[] | undefined }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { person } = useMe();
  const greeting = t(`greeting.${partOfDay(useNow())}`);
  const count = tasks?.length ?? 0;
  if (!tasks || count === 0) return t('lead.empty', { greeting, name: person.name });
  const minutes = format.minutes(tasks.reduce((sum, task) => sum + task.minutes, 0));
  const inWords = count >= 2 && count <= 6 ? t(`number.${count as 2 | 3 | 4 | 5 | 6}`) : format.number(count);
  return t('lead', { count, greeting, name: person.name, number: inWords, minutes });
}

function Content({ home }: { home: HomeView }) {
  const { t } = useTranslation('home');
  return (
    <>
      {home.tasks.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Tasks tasks={home.tasks} />
      )}
      <div className={classes.below}>
        <UpcomingList items={home.upcoming} />
        <ChangedList items={home.changes} />
      </div>
    </>
  );
}

function Tasks({ tasks }: { tasks: readonly TaskView[] }) {
  const { t } = useTranslation('home');
  const words = useWords();
  return (
    <Panel padding="none">
      {tasks.map((task, i) => (
        <TaskRow
          key={task.id}
          title={words(task.title)}
          sentence={words(task.sentence)}
          deadline={task.deadline}
          noDeadline={t('noDeadline')}
          minutes={task.minutes}
          action={words(task.action)}
          href={task.href}
          first={i === 0}
        />
      ))}
    </Panel>
  );
}
