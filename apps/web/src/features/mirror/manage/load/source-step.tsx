import { Button } from '@mantine/core';
import { IconPlus, IconReplace } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSourceView } from '#libs/contracts';
import { ChoiceCards } from '../../../../components/choice-cards';
import { LoadingState } from '../../../../components/loading-state';
import { Panel } from '../../../../components/panel';
import { useLanguage } from '../../../../lib/i18n';
import { later } from '../../../../lib/later';
import { showToast } from '../../../../lib/toast';
import { stretchName } from '../period-words';
import { oneLine } from '../source-draft';
import { LoadHead } from './load-head';
import type { Loading } from './load-page';
import classes from '../manage.module.css';

const SourceForm = later(
  async () => (await import('../source-form')).SourceForm,
  <LoadingState rows={1} height={420} />,
);
const WhyField = later(
  async () => (await import('../why-field')).WhyField,
  <LoadingState rows={1} height={120} />,
);

interface SourceStepProps {
  loading: Loading;
  onDone: (change: { source: DataSourceView; why: string }) => void;
}

/** Step 1: who the figures come from; or, when a delivery is replaced, why. */
export function SourceStep({ loading, onDone }: SourceStepProps) {
  return loading.replaces ? (
    <Replacing loading={loading} onDone={onDone} />
  ) : (
    <Choosing loading={loading} onDone={onDone} />
  );
}

function Choosing({ loading, onDone }: SourceStepProps) {
  const { t } = useTranslation('mirror-data');
  const { sources } = loading;
  const [chosen, setChosen] = useState(loading.source?.id ?? (sources.length === 1 ? sources[0]?.id : null));
  const [making, setMaking] = useState(sources.length === 0);
  const source = sources.find((one) => one.id === chosen);
  return (
    <>
      <LoadHead title={t('load.source.title')} lead={t('load.source.lead')} step={0} />
      <div className={classes.stack}>
        {sources.length > 0 && (
          <ChoiceCards
            legend={t('load.source.legend')}
            hideLegend
            columns={2}
            value={making ? null : (chosen ?? null)}
            onChange={(id) => {
              setMaking(false);
              setChosen(id);
            }}
            choices={sources.map((one) => ({
              value: one.id,
              label: one.name,
              text: [
                t(`kind.${one.kind}`),
                t('source.from', { system: one.system, supplier: one.supplier }),
              ].join(' · '),
            }))}
          />
        )}
        {making ? (
          <Panel title={t('source.new')}>
            <SourceForm
              onDone={(made) => {
                showToast(t('source.created', { name: made.name }));
                onDone({ source: made, why: '' });
              }}
              onCancel={sources.length > 0 ? () => setMaking(false) : undefined}
            />
          </Panel>
        ) : (
          <div className={classes.actions}>
            <Button disabled={!source} onClick={() => source && onDone({ source, why: '' })}>
              {t('load.source.next')}
            </Button>
            <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setMaking(true)}>
              {t('load.source.other')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Replacing({ loading, onDone }: SourceStepProps) {
  const { t } = useTranslation('mirror-data');
  const language = useLanguage();
  const { replaces, source } = loading;
  const [why, setWhy] = useState(loading.why);
  const ready = source !== null && why.trim().length >= 5;
  return (
    <>
      <LoadHead title={t('load.replace.title')} lead={t('load.replace.lead')} step={0} />
      <div className={classes.stack}>
        <div className={classes.notice}>
          <IconReplace size={22} stroke={1.7} className="lk-icon" aria-hidden />
          <div>
            <b>
              {replaces?.period
                ? t('named', { source: replaces.source.name, period: stretchName(replaces.period, language) })
                : replaces?.source.name}
            </b>
            <p>{t('load.replace.stays', { file: replaces?.fileName })}</p>
          </div>
        </div>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (source && ready) onDone({ source, why: oneLine(why) });
          }}
        >
          <WhyField value={why} onChange={setWhy} />
          <div className={classes.actions}>
            <Button type="submit" disabled={!ready}>
              {t('load.source.next')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}
