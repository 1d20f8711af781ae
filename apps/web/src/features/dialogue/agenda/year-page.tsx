import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { agendaRoom, type DialogueYearState, type DialogueYearView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Steps } from '../../../components/steps';
import { useFormat } from '../../../lib/i18n';
import { useRoomVersion } from '../../../lib/socket';
import { yearQuery, yearsQuery } from './agenda-data';
import { Board } from './year/board';
import { CoordinatorPanel } from './year/coordinator-panel';
import { DatesPanel } from './year/dates-panel';
import { NextStep } from './year/next-step';
import { OfferPanel } from './year/offer-panel';
import { SessionsPanel } from './year/sessions-panel';
import { VotersPanel } from './year/voters-panel';
import { WantedPanel } from './year/wanted-panel';
import classes from './agenda.module.css';

const ORDER: readonly DialogueYearState[] = ['draft', 'voting', 'asking', 'confirmed'];

/** The year as a board: what practices want, which dates suit, and who comes when. */
export default function YearPage() {
  const { yearId = '' } = useParams();
  useRoomVersion(agendaRoom(yearId), { keys: [yearQuery(yearId).queryKey, yearsQuery.queryKey] });
  const { data, error, refetch } = useQuery(yearQuery(yearId));
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={4} height={110} />
    );
  return <Year key={data.id} year={data} />;
}

function Year({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const { state } = year;
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('crumb'), to: '/dialoog' },
          { label: t('agenda'), to: '/dialoog/agenda' },
          { label: String(year.year) },
        ]}
        title={t('year.title', { year: year.year })}
        lead={<Lead year={year} />}
        action={<NextStep year={year} />}
      />
      <div className={classes.steps}>
        <Steps
          steps={ORDER.map((one) => t(`step.${one}`))}
          active={state === 'confirmed' ? ORDER.length : ORDER.indexOf(state)}
        />
      </div>
      {state === 'confirmed' && <SessionsPanel year={year} />}
      {state === 'asking' && <Board year={year} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {state !== 'draft' && <WantedPanel year={year} />}
          {state !== 'confirmed' && <DatesPanel year={year} />}
          {state === 'draft' && <OfferPanel year={year} />}
        </div>
        <div className={classes.main}>
          {state !== 'confirmed' && <CoordinatorPanel year={year} />}
          {state !== 'draft' && <VotersPanel year={year} />}
        </div>
      </div>
    </>
  );
}

/** Where it stands, in one sentence. */
function Lead({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const invited = year.departments.filter((one) => one.invited);
  const answered = invited.filter(({ answeredAt }) => answeredAt !== null).length;
  if (year.state === 'draft') return t('lead.draft');
  if (year.state === 'voting')
    return t('lead.voting', {
      votes: year.votes,
      count: year.practices,
      date: year.voteUntil ? format.day(year.voteUntil) : '–',
    });
  if (year.state === 'confirmed') return t('lead.confirmed', { count: year.sessions.length });
  if (!year.passedOnAt) return t('lead.coordinator', { name: year.coordinator?.name ?? '–' });
  return t('lead.asking', {
    answered,
    count: invited.length,
    date: year.preferUntil ? format.day(year.preferUntil) : '–',
  });
}
