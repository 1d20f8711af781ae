import { Button } from '@mantine/core';
import { IconHourglass, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { sessionRoom, type HandoutView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { useFormat } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { Article } from './article';
import { CheckMode } from './check-mode';
import { Contents } from './contents';
import { Frame } from './frame';
import { handoutKey, handoutQuery } from './handout-data';
import { ShareActions } from './share';
import classes from './handout.module.css';

/** The handout of one session: reading, and for its specialist checking (journeys D1, D4). */
export default function ReadPage() {
  const { t } = useTranslation('dialogue-handout');
  const { sessionId = '' } = useParams();
  const [query] = useSearchParams();
  useRoomVersion(sessionRoom(sessionId), { keys: [handoutKey(sessionId)] });
  const { data, error, refetch } = useQuery(handoutQuery(sessionId));
  if (!data || (error && asProblem(error).code === 'handout.not-ready'))
    return (
      <Frame>
        {!error ? (
          <LoadingState rows={4} height={120} />
        ) : asProblem(error).code === 'handout.not-ready' ? (
          <>
            <PageHead title={t('title')} />
            <EmptyState icon={IconHourglass} title={t('notYet.title')} text={t('notYet.text')} />
          </>
        ) : (
          <>
            <PageHead title={t('title')} />
            <ErrorState error={error} onRetry={() => void refetch()} />
          </>
        )}
      </Frame>
    );
  const checks = !data.mayPublish && data.mayEdit && query.get('nakijken') === '1';
  return checks ? <CheckMode handout={data} /> : <Reading handout={data} />;
}

function Reading({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const format = useFormat();
  const { sessionId, content, publishedAt, edition, state } = handout;
  const facts = [t('session', { date: format.date(handout.startsAt) })];
  if (edition > 1 && publishedAt) facts.push(t('edition', { edition, date: format.date(publishedAt) }));
  return (
    <Frame aside={<Contents handout={handout} />}>
      {state !== 'published' && (
        <p className={classes.notice} data-print="hide">
          {t('preview')}
          {handout.mayPublish ? (
            <Button
              component={Link}
              to={`/dialoog/${sessionId}/naslagwerk`}
              variant="default"
              size="compact-md"
              leftSection={<IconPencil size={16} />}
            >
              {t('preview.back')}
            </Button>
          ) : (
            handout.mayEdit && (
              <Button component={Link} to="?nakijken=1" variant="default" size="compact-md">
                {t('check.start')}
              </Button>
            )
          )}
        </p>
      )}
      <PageHead title={content.title} lead={facts.join(' · ')} />
      <ShareActions handout={handout} />
      <Article handout={handout} />
      <footer className={classes.foot}>
        {t('foot', { region: handout.region, department: handout.department })}
      </footer>
    </Frame>
  );
}
