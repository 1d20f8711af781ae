import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceReportView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { PlainTable } from '../../../components/plain-table';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import classes from './attendance.module.css';

type Row = AttendanceReportView['rows'][number];
const KIND: Record<Row['verdict'], VerdictKind> = {
  'by-email': 'ok',
  'by-name': 'ok',
  ambiguous: 'decide',
  unknown: 'same',
  unreadable: 'bad',
  outside: 'same',
};
const taken = ({ verdict }: Row) => verdict === 'by-email' || verdict === 'by-name';

/** What a report led to: what was not taken over first, because that is what somebody may have to do by hand. */
export function ReportResult({ report, onClose }: { report: AttendanceReportView; onClose: () => void }) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  const left = report.rows.filter((row) => !taken(row));
  const [all, setAll] = useState(false);
  const shown = all ? report.rows : left;
  return (
    <div role="status">
      <Panel
        title={[
          t('r.done', { count: report.people }),
          left.length > 0 ? t('r.rest', { count: left.length }) : null,
        ]
          .filter(Boolean)
          .join(', ')}
        right={
          <Button variant="subtle" size="compact-sm" onClick={onClose}>
            {t('r.close')}
          </Button>
        }
      >
        {shown.length > 0 && (
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('r.table')}>
            <PlainTable aria-label={t('r.table')}>
              <thead>
                <tr>
                  <th scope="col">{t('r.row')}</th>
                  <th scope="col">{t('r.name')}</th>
                  <th scope="col">{t('a.from')}</th>
                  <th scope="col">{t('a.to')}</th>
                  <th scope="col">{t('r.verdict')}</th>
                  <th scope="col">{t('r.practice')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.row}>
                    <td className="lk-num">{row.row}</td>
                    <td>{row.name}</td>
                    <td>{row.joinedAt ? format.time(row.joinedAt) : ''}</td>
                    <td>{row.leftAt ? format.time(row.leftAt) : ''}</td>
                    <td>
                      <Verdict kind={KIND[row.verdict]}>{t(`r.${row.verdict}`)}</Verdict>
                    </td>
                    <td>{row.practice ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </PlainTable>
          </div>
        )}
        {!all && left.length < report.rows.length && (
          <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>
            {t('r.all')}
          </Button>
        )}
      </Panel>
    </div>
  );
}
