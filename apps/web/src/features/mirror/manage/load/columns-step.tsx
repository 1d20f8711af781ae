import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconEyeOff, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtractField, ExtractReading } from '#libs/contracts';
import { PlainTable } from '../../../../components/plain-table';
import { announce } from '../../../../lib/announce';
import { useFormat, useWords } from '../../../../lib/i18n';
import { useNow } from '../../../../lib/now';
import { type Mapping, chosen, fieldsOf, missingFields } from './mapping';
import { ReadingChoices } from './reading-choices';
import { LoadHead } from './load-head';
import type { Loading } from './load-page';
import classes from '../manage.module.css';
import own from './load.module.css';

interface ColumnsStepProps {
  loading: Loading;
  onMapping: (mapping: Mapping) => void;
  onReading: (reading: ExtractReading) => void;
  onMadeOn: (day: string) => void;
  onBack: () => void;
  onDone: () => void;
}

/** Step 3: which column is which field. What looks like free text or a person is never read. */
export function ColumnsStep({ loading, onMapping, onReading, onMadeOn, onBack, onDone }: ColumnsStepProps) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const now = useNow();
  const [pressed, setPressed] = useState(false);
  const { file, look, mapping, reading, source } = loading;
  if (!file || !look || !source || !reading) return null;
  const missing = missingFields(source.kind, mapping);
  const choose = (heading: number, field: ExtractField | null) => {
    const next = chosen(mapping, heading, field);
    onMapping(next.mapping);
    if (field && next.movedFrom !== null)
      announce(
        t('columns.moved', { field: t(`field.${field}`), heading: look.headings[next.movedFrom] ?? '' }),
      );
  };
  return (
    <>
      <LoadHead
        title={t('columns.title')}
        lead={t(look.remembered ? 'columns.remembered' : 'columns.lead')}
        step={2}
        action={
          <>
            <Button variant="default" onClick={onBack}>
              {t('columns.otherFile')}
            </Button>
            <Button
              onClick={() => {
                setPressed(true);
                if (missing.length === 0) onDone();
              }}
            >
              {t('columns.save')}
            </Button>
          </>
        }
      />
      <div className={classes.stack}>
        {missing.length > 0 && (
          <p
            role={pressed ? 'alert' : undefined}
            className={own.missing}
            data-tone={pressed ? 'bad' : 'warn'}
          >
            {t('columns.missing', { fields: format.list(missing.map((field) => t(`field.${field}`))) })}
          </p>
        )}
        <div className={own.file}>
          <IconFileSpreadsheet
            size={24}
            stroke={1.5}
            color="var(--lk-accent)"
            className="lk-icon"
            aria-hidden
          />
          <div>
            <b>{file.name}</b>
            <p>
              {[
                format.bytes(file.size),
                look.format.kind.toUpperCase(),
                look.format.encoding,
                t('columns.count', { count: look.headings.length }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </div>
        <div className={own.sheet}>
          <PlainTable role="table" className={own.columns}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader">{t('columns.heading')}</th>
                <th role="columnheader">{t('columns.samples')}</th>
                <th role="columnheader">{t('columns.field')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {look.headings.map((heading, index) => (
                <Row key={index} loading={loading} index={index} heading={heading} onChoose={choose} />
              ))}
            </tbody>
          </PlainTable>
        </div>
        {!Object.values(mapping).includes('extract-at') && (
          <TextInput
            className={own.madeOn}
            size="sm"
            type="date"
            label={t('columns.madeOn')}
            description={t('columns.madeOn.why')}
            max={new Date(now).toISOString().slice(0, 10)}
            value={loading.madeOn}
            onChange={(event) => onMadeOn(event.currentTarget.value)}
          />
        )}
        <ReadingChoices kind={source.kind} reading={reading} onChange={onReading} />
      </div>
    </>
  );
}

interface RowProps {
  loading: Loading;
  index: number;
  heading: string;
  onChoose: (heading: number, field: ExtractField | null) => void;
}

function Row({ loading, index, heading, onChoose }: RowProps) {
  const { t } = useTranslation('mirror-data');
  const words = useWords();
  const { look, mapping, source } = loading;
  const refused = look?.refusedColumns.find((one) => one.column === index);
  const samples = (look?.samples[index] ?? []).filter(Boolean);
  const name = heading || t('columns.nameless', { number: index + 1 });
  return (
    <tr role="row" data-refused={refused ? true : undefined}>
      <th scope="row" role="rowheader">
        {name}
      </th>
      <td role="cell" className={own.samples}>
        {refused ? words(refused.reason) : samples.join(' · ') || t('columns.noSamples')}
      </td>
      <td role="cell">
        {refused ? (
          <span className={own.refused}>
            <IconEyeOff size={17} stroke={1.8} className="lk-icon" aria-hidden />
            {t('columns.refused')}
          </span>
        ) : (
          <NativeSelect
            size="sm"
            aria-label={t('columns.for', { heading: name })}
            value={mapping[index] ?? ''}
            onChange={(event) => onChoose(index, (event.currentTarget.value || null) as ExtractField | null)}
            data={[
              { value: '', label: t('columns.leaveOut') },
              ...fieldsOf(source?.kind ?? 'referrals').map((field) => ({
                value: field,
                label: t(`field.${field}`),
              })),
            ]}
          />
        )}
      </td>
    </tr>
  );
}
