import { IconChevronRight } from '@tabler/icons-react';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExtractKind, ExtractReading } from '#libs/contracts';
import { WholeInput } from '../../../../components/whole-input';
import classes from '../manage.module.css';
import own from './load.module.css';

interface ReadingChoicesProps {
  kind: ExtractKind;
  reading: ExtractReading;
  onChange: (reading: ExtractReading) => void;
}

/** What the columns alone do not say. Seldom needed, so it stands folded; what was guessed is in its heading. */
export function ReadingChoices({ kind, reading, onChange }: ReadingChoicesProps) {
  const { t } = useTranslation('mirror-data');
  return (
    <details className={own.reading}>
      <summary>
        <IconChevronRight size={17} aria-hidden />
        <span>
          {t('reading')}{' '}
          <span className="lk-muted">{`${t(`reading.rows.${reading.rows}`)}, ${t(`reading.dates.${reading.dates}`)}`}</span>
        </span>
      </summary>
      <div className={classes.form}>
        <NativeSelect
          size="sm"
          label={t('reading.rows')}
          description={t('reading.rows.why')}
          value={reading.rows}
          onChange={(event) =>
            onChange({ ...reading, rows: event.currentTarget.value as ExtractReading['rows'] })
          }
          data={(['totals', 'parts'] as const).map((one) => ({
            value: one,
            label: t(`reading.rows.${one}`),
          }))}
        />
        <NativeSelect
          size="sm"
          label={t('reading.dates')}
          description={t('reading.dates.why')}
          value={reading.dates}
          onChange={(event) =>
            onChange({ ...reading, dates: event.currentTarget.value as ExtractReading['dates'] })
          }
          data={(['month', 'quarter'] as const).map((one) => ({
            value: one,
            label: t(`reading.dates.${one}`),
          }))}
        />
        {kind !== 'list-sizes' && (
          <WholeInput
            size="sm"
            label={t('reading.characters')}
            description={t('reading.characters.why')}
            value={reading.itemCharacters}
            onChange={(itemCharacters) => onChange({ ...reading, itemCharacters: itemCharacters || null })}
          />
        )}
      </div>
    </details>
  );
}
