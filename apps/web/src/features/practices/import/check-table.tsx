import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView, ImportView, PracticeField } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { CorrectForm } from './correct-form';
import classes from './import.module.css';
import type { Check } from './use-check';

interface CheckTableProps {
  rows: readonly ImportRowView[];
  mapping: ImportView['mapping'];
  check: Check;
}

/** The rows. A table whose rows become cards on a phone: the roles keep its meaning when CSS changes its form. */
export function CheckTable({ rows, mapping, check }: CheckTableProps) {
  const { t } = useTranslation('imports');
  const heads = ['row', 'verdict', 'practice', 'district', 'listSize', 'why', 'do'] as const;
  return (
    <div className={classes.sheet} role="region" tabIndex={0} aria-label={t('check.rows')}>
      <table role="table" className={classes.rows}>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader" data-cell={head}>
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <CheckRow key={row.key} row={row} mapping={mapping} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Fields with a place of their own in the row; other changes stand in the explanation. */
const IN_PLACE: readonly PracticeField[] = ['name', 'agb', 'district', 'listSize'];

interface CheckRowProps {
  row: ImportRowView;
  mapping: ImportView['mapping'];
  check: Check;
}
function CheckRow({ row, mapping, check }: CheckRowProps) {
  const { t } = useTranslation('imports');
  const words = useWords();
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const text = (value: string | number | null | undefined) =>
    typeof value === 'number' ? format.number(value) : (value ?? '');
  const bad = new Set(row.problems.map((problem) => problem.field));
  const cell = (field: PracticeField) => {
    const change = row.verdict === 'new' ? undefined : row.changes.find((one) => one.field === field);
    if (change) return <OldNew from={text(change.from) || t('empty')} to={text(change.to) || t('empty')} />;
    const shown = text(row.values[field]);
    if (!bad.has(field)) return shown;
    return <span className={classes.bad}>{shown || t('empty')}</span>;
  };
  const others =
    row.verdict === 'changed' || row.verdict === 'decide'
      ? row.changes.filter((change) => !IN_PLACE.includes(change.field))
      : [];
  const correctable = row.problems.flatMap(({ field }) =>
    field && Object.values(mapping).includes(field) ? [field] : [],
  );
  const name = String(row.values.name ?? t('noName'));
  return (
    <>
      <tr role="row" data-verdict={row.verdict}>
        <td role="cell" data-cell="row" className="lk-num lk-muted">
          {row.row ?? '–'}
        </td>
        <td role="cell" data-cell="verdict">
          <Verdict kind={row.verdict === 'refused' ? 'bad' : row.verdict} />
        </td>
        <td role="cell" data-cell="practice">
          <div className={classes.name}>{cell('name') || t('noName')}</div>
          <div className={classes.agb}>
            {t('agb')} <span className="lk-num">{cell('agb')}</span>
          </div>
        </td>
        <td role="cell" data-cell="district" data-label={t('head.district')}>
          {cell('district')}
        </td>
        <td role="cell" data-cell="listSize" data-label={t('head.listSize')} className="lk-num">
          {cell('listSize')}
        </td>
        <td role="cell" data-cell="why">
          {row.problems.map((problem, i) => (
            <p key={i}>{words(problem.message)}</p>
          ))}
          {row.question && <p>{words(row.question.words)}</p>}
          {others.map(({ field, from, to }) => (
            <p key={field}>
              {`${t(`field.${field}`)}: `}
              <OldNew from={text(from) || t('empty')} to={text(to) || t('empty')} />
            </p>
          ))}
          {row.question && row.decision && (
            <p className={classes.outcome}>{t(`outcome.${row.question.kind}.${row.decision}`)}</p>
          )}
        </td>
        <td role="cell" data-cell="do">
          {row.verdict === 'refused' && row.row !== null && correctable.length > 0 && (
            <Button
              variant="default"
              size="xs"
              aria-expanded={correcting}
              aria-label={t('correct.label', { name, row: row.row })}
              onClick={() => setCorrecting(!correcting)}
            >
              {t('correct')}
            </Button>
          )}
          {row.question && (
            <div className={classes.answers} role="group" aria-label={words(row.question.words)}>
              {(['yes', 'no'] as const).map((answer) => (
                <Button
                  key={answer}
                  size="xs"
                  variant={row.decision === answer ? 'filled' : 'default'}
                  aria-pressed={row.decision === answer}
                  aria-label={t(`answer.${answer}.label`, { name })}
                  onClick={() => check.decide(row, row.decision === answer ? null : answer)}
                >
                  {t(`answer.${answer}`)}
                </Button>
              ))}
            </div>
          )}
        </td>
      </tr>
      {correcting && row.row !== null && (
        <tr role="row" className={classes.correcting}>
          <td role="cell" colSpan={7}>
            <CorrectForm
              row={row}
              fields={[...new Set(correctable)]}
              check={check}
              onDone={() => setCorrecting(false)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function OldNew({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('imports');
  return (
    <span className={classes.oldNew}>
      <s>{from}</s>
      <IconArrowRight size={15} role="img" aria-label={t('becomes')} />
      <b>{to}</b>
    </span>
  );
}
