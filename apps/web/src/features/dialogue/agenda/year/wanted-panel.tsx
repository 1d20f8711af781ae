import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import classes from '../agenda.module.css';

/** What practices want: points as bars, parted by the place they come from, with the numbers beside them. */
export function WantedPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const most = Math.max(1, ...year.departments.map(({ points }) => points));
  const places = year.departments[0]?.ranks.length ?? 0;
  const [first, second] = year.departments;
  return (
    <Panel title={t('wanted')}>
      <p className={classes.reading}>
        {year.votes === 0 || !first
          ? t('wanted.none')
          : t(second ? 'wanted.reading' : 'wanted.reading.one', {
              first: first.name,
              second: second?.name ?? '',
            })}
      </p>
      <ol className={classes.wanted}>
        {year.departments.map((one) => (
          <li key={one.id}>
            <p className={classes.wantedName}>
              <b>{one.name}</b>
              {one.invited && <Verdict kind="ok">{t('invited')}</Verdict>}
              <span className="lk-num">{t('points', { count: one.points })}</span>
            </p>
            <span className={classes.track} aria-hidden>
              {one.ranks.map((count, place) => (
                <span
                  key={place}
                  data-place={place}
                  style={{ width: `${((count * (places - place)) / most) * 100}%` }}
                />
              ))}
            </span>
            <p className="lk-muted">
              {one.practices === 0
                ? t('wanted.by.none')
                : [
                    t('practices', { count: one.practices }),
                    ...one.ranks.flatMap((count, place) =>
                      count > 0 ? [t('rank.times', { count, place: place + 1 })] : [],
                    ),
                  ].join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      <p className="lk-muted">{t('points.how', { most: places })}</p>
    </Panel>
  );
}
