import { Anchor, Button } from '@mantine/core';
import { IconChartLine, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { REFERRAL_KINDS, type ReferralCourseView, type ReferralKind } from '#libs/contracts';
import { AsTables } from '../../components/chart-figure';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { useFormat } from '../../lib/i18n';
import { useCourseWords } from './course-words';
import { GoalForm } from './goal-form';
import { Pills, TogglePill } from './pills';
import { OfPractice, ReferralsHead } from './referrals-head';
import { courseQuery, logHref, referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { RunChart } from './run-chart';
import { usePractice, useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

/** How it goes over the weeks: the practice, each GP, the goal, time-outs and the log. Inside the practice only (REF-07, 08, 11). */
export default function CoursePage() {
  const { t } = useTranslation('referrals');
  const { id } = usePractice();
  return (
    <>
      <ReferralsHead
        title={t('tab.course')}
        lead={t('course.lead')}
        action={
          id && (
            <>
              <Button component="a" href={logHref(id, 'csv')} download variant="default" size="sm">
                {t('log.csv')}
              </Button>
              <Button
                component="a"
                href={logHref(id, 'xlsx')}
                download
                variant="default"
                size="sm"
                leftSection={<IconDownload size={16} />}
              >
                {t('log.xlsx')}
              </Button>
            </>
          )
        }
      />
      <OfPractice>{(practiceId) => <Course id={practiceId} />}</OfPractice>
    </>
  );
}

function Course({ id }: { id: string }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  useReferrals(id);
  const [kind, setKind] = useState<ReferralKind>('referral');
  const [tables, setTables] = useState(false);
  const { reading } = useCourseWords();
  const { data, error, refetch } = useQuery(courseQuery(id, kind));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={3} />;
  if (data.weeks.length === 0)
    return (
      <EmptyState
        icon={IconChartLine}
        title={t('course.none.title')}
        text={t('course.none.text')}
        action={
          <Button component={Link} to={to('/verwijzingen/toevoegen')}>
            {t('week.addList')}
          </Button>
        }
      />
    );
  const top = Math.max(0, ...data.perGp.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <AsTables value={tables}>
      <Panels>
        <div className={classes.between}>
          <Pills
            hideLabel
            label={t('kind')}
            value={kind}
            onChange={setKind}
            choices={REFERRAL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TogglePill label={t('course.tables')} on={tables} onChange={setTables} />
        </div>
        <Panel title={t('course.of', { name: data.practice })}>
          <div className={classes.stack}>
            <p>{reading(data.weeks, data.whole)}</p>
            <RunChart
              weeks={data.weeks}
              series={data.whole}
              caption={t('course.caption', { name: data.practice })}
              target={kind === 'referral' ? (data.goal?.target ?? null) : null}
            />
            <p className={`lk-muted ${classes.small}`}>{t('course.how')}</p>
          </div>
        </Panel>
        {kind === 'referral' && <Goal id={id} course={data} />}
        <Panel title={t('course.perGp')}>
          <div className={classes.stack}>
            <p className="lk-muted">{t('course.private')}</p>
            <div className={classes.perGp}>
              {data.perGp.map((series) => (
                <div key={series.personId} className={classes.tight}>
                  <b>{series.name}</b>
                  <p className={classes.small}>{reading(data.weeks, series)}</p>
                  <RunChart
                    small
                    weeks={data.weeks}
                    series={series}
                    top={top}
                    caption={t('course.caption', { name: series.name })}
                  />
                </div>
              ))}
            </div>
          </div>
        </Panel>
        <TimeOuts id={id} course={data} />
        <Grounds course={data} />
      </Panels>
    </AsTables>
  );
}

function Goal({ id, course }: { id: string; course: ReferralCourseView }) {
  const { t } = useTranslation('referrals');
  const { goalWords } = useCourseWords();
  const { act } = useReferrals(id);
  const [editing, setEditing] = useState(false);
  const { goal } = course;
  if (editing)
    return (
      <Panel title={t('goal.title')}>
        <GoalForm
          id={id}
          about="referrals"
          weeks={course.weeks}
          goal={goal}
          onDone={() => setEditing(false)}
        />
      </Panel>
    );
  return (
    <Panel title={t('goal.title')}>
      <div className={classes.stack}>
        <p>{goal ? goalWords(goal) : t('goal.none')}</p>
        {goal && (
          <p className="lk-muted">
            {t('goal.period', { from: weekNumber(goal.baselineFrom), to: weekNumber(goal.baselineTo) })}
          </p>
        )}
        <div className={classes.row}>
          <Button size="sm" variant={goal ? 'default' : 'filled'} onClick={() => setEditing(true)}>
            {t(goal ? 'goal.change' : 'goal.set')}
          </Button>
          {goal && (
            <Button
              size="sm"
              variant="subtle"
              onClick={() =>
                void act(
                  () => referralDoors.dropGoal(id, 'referrals'),
                  t('goal.dropped'),
                  () =>
                    referralDoors.setGoal(id, {
                      about: 'referrals',
                      baselineFrom: goal.baselineFrom,
                      baselineTo: goal.baselineTo,
                      percent: goal.percent,
                    }),
                )
              }
            >
              {t('goal.drop')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}

function TimeOuts({ id, course }: { id: string; course: ReferralCourseView }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { baselineFrom, baselineTo, before, since } = course.timeOuts;
  const share = ({ timeOuts, advice }: typeof before) =>
    timeOuts === 0
      ? t('timeOuts.none')
      : t('timeOuts.share', { advice, count: timeOuts, percent: format.percent(advice / timeOuts, 0) });
  return (
    <Panel title={t('timeOuts.title')}>
      <div className={classes.stack}>
        <p className="lk-muted">{t('timeOuts.lead')}</p>
        {baselineFrom && baselineTo ? (
          <div className={classes.figures}>
            <div>
              <p className="lk-muted">
                {t('timeOuts.before', { from: weekNumber(baselineFrom), to: weekNumber(baselineTo) })}
              </p>
              <p>{share(before)}</p>
            </div>
            <div>
              <p className="lk-muted">{t('timeOuts.since')}</p>
              <p>{share(since)}</p>
            </div>
          </div>
        ) : (
          <p>{t('timeOuts.setFirst')}</p>
        )}
        {editing ? (
          <GoalForm
            id={id}
            about="time-outs"
            weeks={course.weeks}
            goal={null}
            onDone={() => setEditing(false)}
          />
        ) : (
          <div>
            <Button size="sm" variant="default" onClick={() => setEditing(true)}>
              {t(baselineFrom ? 'timeOuts.change' : 'timeOuts.set')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Grounds({ course }: { course: ReferralCourseView }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  if (course.grounds.every(({ count }) => count === 0)) return null;
  return (
    <Panel title={t('grounds.title')}>
      <div className={classes.stack}>
        <div className={classes.figures}>
          {course.grounds.map(({ ground, count }) => (
            <div key={ground}>
              <div className={classes.big}>{count}</div>
              <p className="lk-muted">{t(`ground.${ground}`)}</p>
            </div>
          ))}
        </div>
        <p>
          <Anchor component={Link} to={to('/verwijzingen/acties')}>
            {t('grounds.actions')}
          </Anchor>
        </p>
      </div>
    </Panel>
  );
}
