import { Button, NativeSelect } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  REFERRAL_KINDS,
  type ReferralField,
  type ReferralKind,
  type ReferralPersonView,
  type ReferralPreviewView,
  type ReferralTakenOutView,
} from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { TogglePill } from './pills';
import { useColumnWords } from './column-words';
import { ColumnsPart } from './columns-part';
import type { Added } from './referrals-data';
import classes from './referrals.module.css';
import { weekNumber } from './week-words';

interface PreviewPanelProps {
  preview: ReferralPreviewView;
  people: readonly ReferralPersonView[];
  week: string;
  busy: boolean;
  error: unknown;
  /** The list is read again, with other columns. */
  reading: boolean;
  onKeep: (referrals: Added[]) => void;
  onMap: (heading: string, field: ReferralField | null) => void;
  onBack: () => void;
}
type Row = ReferralPreviewView['rows'][number] & { on: boolean };
const takenOf = (preview: ReferralPreviewView): Row[] =>
  preview.rows.map((row) => ({ ...row, on: row.problem === null }));

/** What would be kept, row by row, and what was taken out: nothing of a patient has been stored (REF-03). */
export function PreviewPanel({
  preview,
  people,
  week,
  busy,
  reading,
  error,
  onKeep,
  onMap,
  onBack,
}: PreviewPanelProps) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const words = useColumnWords();
  const me = useMe();
  const [rows, setRows] = useState<Row[]>(() => takenOf(preview));
  // read again with other columns: the rows are others, and who was choosing goes on where they were
  const [of, setOf] = useState(preview);
  if (of !== preview) {
    setOf(preview);
    setRows(takenOf(preview));
  }
  const [everybody, setEverybody] = useState(
    people.some(({ personId }) => personId === me.person.id) ? me.person.id : (people[0]?.personId ?? ''),
  );
  const set = (row: number, change: Partial<Row>) =>
    setRows(rows.map((one) => (one.row === row ? { ...one, ...change } : one)));
  const kept = rows.filter(({ on }) => on);
  const unnamed = kept.some(({ gpId }) => gpId === null);
  const dropped = preview.columns.filter(
    (column) => column.dropped === 'identity' || column.dropped === 'content',
  );
  const gpChoices = people.map(({ personId, name }) => ({ value: personId, label: name }));
  // of a list with a column of GPs it says something that a name was not known
  const unnamedIs = preview.columns.some(({ field }) => field === 'gp')
    ? t('preview.gpUnknown')
    : t('preview.gpAbove');
  return (
    <Panel title={t('preview.title', { count: kept.length })}>
      <div className={classes.stack}>
        <div className={classes.said}>
          <p className={classes.row}>
            <IconShieldCheck size={20} className="lk-icon" color="var(--lk-accent)" aria-hidden />
            <b>{preview.takenOut.length > 0 ? t('preview.out') : t('preview.clean')}</b>
          </p>
          {preview.takenOut.length > 0 && (
            <p>
              <TakenOut out={preview.takenOut} />
            </p>
          )}
          {dropped.length > 0 && (
            <p>
              {t('preview.columns', { columns: format.list(dropped.map(({ heading }) => words(heading))) })}
            </p>
          )}
          {preview.tooMany > 0 && <p>{t('preview.tooMany', { count: preview.tooMany })}</p>}
        </div>
        <ColumnsPart columns={preview.columns} onMap={onMap} />
        {unnamed && (
          <NativeSelect
            size="sm"
            maw={360}
            label={t('preview.everybody')}
            value={everybody}
            onChange={({ currentTarget: { value } }) => setEverybody(value)}
            data={gpChoices}
          />
        )}
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.row} className={classes.rowCard} data-off={!row.on || undefined}>
              <div className={classes.tight}>
                <p>
                  <b>{row.specialism || t('preview.noSpecialism')}</b>
                  {row.reason && ` · ${row.reason}`}
                </p>
                <div className={classes.row}>
                  <NativeSelect
                    size="sm"
                    aria-label={t('preview.gpOf', { row: row.row })}
                    value={row.gpId ?? ''}
                    onChange={({ currentTarget: { value } }) => set(row.row, { gpId: value || null })}
                    data={[{ value: '', label: unnamedIs }, ...gpChoices]}
                  />
                  <NativeSelect
                    size="sm"
                    aria-label={t('preview.kindOf', { row: row.row })}
                    value={row.kind}
                    onChange={({ currentTarget: { value } }) => set(row.row, { kind: value as ReferralKind })}
                    data={REFERRAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
                  />
                  {row.week && row.week !== week && (
                    <span className={classes.mark}>{t('weekOf', { week: weekNumber(row.week) })}</span>
                  )}
                </div>
                {row.takenOut.length > 0 && (
                  <p className={`lk-muted ${classes.small}`}>
                    {t('preview.outOf')} <TakenOut out={row.takenOut} />
                  </p>
                )}
                {row.problem && <p className={`lk-muted ${classes.small}`}>{t('preview.empty')}</p>}
              </div>
              <TogglePill
                label={t('preview.take', { row: row.row })}
                on={row.on}
                onChange={(on) => set(row.row, { on })}
              />
            </li>
          ))}
        </ul>
        {error !== null && error !== undefined && <ErrorState error={error} />}
        <div className={classes.row}>
          <Button
            loading={busy || reading}
            disabled={kept.length === 0}
            onClick={() =>
              onKeep(
                kept.map(({ week: of, gpId, kind, specialism, reason }) => ({
                  week: of,
                  gpId: gpId ?? everybody,
                  kind,
                  specialism,
                  reason,
                })),
              )
            }
          >
            {t('preview.keep', { count: kept.length })}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('preview.back')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function TakenOut({ out }: { out: readonly ReferralTakenOutView[] }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  return format.list(out.map(({ kind, count }) => t(`out.${kind}`, { count })));
}
