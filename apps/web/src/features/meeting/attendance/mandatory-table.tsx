import { Anchor } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MandatoryMeetingView, MandatoryPracticeView } from '#libs/contracts';
import { PlainTable } from '../../../components/plain-table';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import classes from './mandatory.module.css';

const KIND = { met: 'ok', coming: 'same', 'not-yet': 'decide' } as const;

interface MandatoryTableProps {
  year: number;
  practices: readonly MandatoryPracticeView[];
  /** The reader coordinates them: their names lead to their pages. */
  whole: boolean;
}

/** Every practice in a year: whether it was there, where, and what it did besides. On a phone each row reads as a card. */
export function MandatoryTable({ year, practices, whole }: MandatoryTableProps) {
  const { t } = useTranslation('meeting-attendance');
  return (
    <div className={classes.frame}>
      {/* on a phone its cells are no table cells any more: the roles keep it one for who has it read aloud */}
      <PlainTable role="table" className={classes.table} aria-label={t('year.title', { year })}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('column.practice')}
            </th>
            <th role="columnheader" scope="col">
              {t('column.state')}
            </th>
            <th role="columnheader" scope="col">
              {t('column.meeting')}
            </th>
            <th role="columnheader" scope="col">
              {t('column.extra')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {practices.map((one) => (
            <PracticeRow key={one.practiceId} one={one} whole={whole} />
          ))}
        </tbody>
      </PlainTable>
    </div>
  );
}

function PracticeRow({ one, whole }: { one: MandatoryPracticeView; whole: boolean }) {
  const { t } = useTranslation(['meeting-attendance', 'meeting']);
  const { practiceId, practice, town, state, reason, meeting, extra } = one;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {whole ? (
          <Anchor component={Link} to={`/praktijken/${practiceId}`} className={classes.name}>
            {practice}
          </Anchor>
        ) : (
          practice
        )}
        {town && <span>{town}</span>}
      </th>
      <td role="cell">
        <Verdict kind={KIND[state]} icon={state === 'coming' ? IconClock : undefined}>
          {t(`year.${state}`)}
        </Verdict>
        {reason && <span>{t(`reason.${reason}`)}</span>}
      </td>
      <td role="cell" data-none={!meeting || undefined}>
        {meeting && <Named meeting={meeting} />}
      </td>
      <td role="cell" data-none={extra.length === 0 || undefined}>
        {extra.length > 0 && (
          <>
            {extra.length > 1 && <span>{t('extra.count', { count: extra.length })}</span>}
            <ul>
              {extra.map((besides) => (
                <li key={besides.id}>
                  <Named meeting={besides} prefix={t(`meeting:circle.${besides.circle}`)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </td>
    </tr>
  );
}

/** A meeting by what it was about, with its group and date under it. */
function Named({ meeting, prefix }: { meeting: MandatoryMeetingView; prefix?: string }) {
  const { t } = useTranslation('meeting-attendance');
  const format = useFormat();
  const { id, title, group, date } = meeting;
  const words = [prefix ?? group, date ? format.localDate(date) : t('year.undated')];
  return (
    <>
      <Anchor component={Link} to={`/bijeenkomst/${id}`}>
        {title}
      </Anchor>
      <span>{words.join(' · ')}</span>
    </>
  );
}
