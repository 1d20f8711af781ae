import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleItem } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { Panel } from '../../../../components/panel';
import { useWords } from '../../../../lib/i18n';
import { gradeOf, predictorsOf, scalesOf } from '../questions';
import { type RegressionWish, regressionQuery } from '../results-data';
import { useLooked } from '../looked';
import { Regression } from './regression';
import classes from './compare.module.css';

/** For who wants to know more: which answers go together with a high grade (SUR-07). */
export default function RegressionPage() {
  const { t } = useTranslation('results');
  const { campaign } = useLooked();
  const grade = gradeOf(campaign.content);
  const [wish, setWish] = useState<RegressionWish | null>(null);
  const found = useQuery({
    ...regressionQuery(campaign.id, wish ?? { outcome: '', highFrom: 0, predictors: [] }),
    enabled: wish !== null,
  });
  if (!grade) return null;
  return (
    <>
      <Panel title={t('deep.title')}>
        <p className={classes.lead}>{t('deep.lead')}</p>
        <WishForm grade={grade} busy={found.isFetching} onAsk={setWish} />
      </Panel>
      <div className={classes.found} aria-live="polite">
        {found.data ? (
          <Regression found={found.data} />
        ) : found.error ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          wish && <LoadingState rows={1} height={240} />
        )}
      </div>
    </>
  );
}

interface WishFormProps {
  grade: ScaleItem;
  busy: boolean;
  onAsk: (wish: RegressionWish) => void;
}
function WishForm({ grade, busy, onAsk }: WishFormProps) {
  const { t } = useTranslation('results');
  const words = useWords();
  const { content } = useLooked().campaign;
  const scales = scalesOf(content);
  const [outcome, setOutcome] = useState<ScaleItem>(grade);
  const [highFrom, setHighFrom] = useState(usualLimit(grade));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const wrong = chosen.length === 0 ? 'none' : chosen.length > MOST ? 'many' : null;
  const predictors = predictorsOf(content, outcome.key);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong === null) onAsk({ outcome: outcome.key, highFrom, predictors: [...chosen] });
  };
  const choose = (key: string) => {
    const next = scales.find((item) => item.key === key) ?? grade;
    setOutcome(next);
    setHighFrom(usualLimit(next));
    setChosen(chosen.filter((one) => one !== key));
  };
  return (
    <form onSubmit={ask} className={classes.form} noValidate>
      <div className={classes.outcome}>
        <NativeSelect
          label={t('deep.outcome')}
          value={outcome.key}
          onChange={(event) => choose(event.currentTarget.value)}
          data={scales.map((item) => ({ value: item.key, label: words(item.text) }))}
        />
        <NativeSelect
          label={t('deep.high')}
          value={String(highFrom)}
          onChange={(event) => setHighFrom(Number(event.currentTarget.value))}
          data={Array.from({ length: outcome.max - outcome.min }, (_, at) => String(outcome.min + 1 + at))}
        />
      </div>
      <Checkbox.Group
        label={t('deep.predictors')}
        description={t('deep.predictors.text')}
        error={asked && wrong ? t(`deep.predictors.${wrong}`, { count: MOST }) : undefined}
        value={[...chosen]}
        onChange={setChosen}
      >
        <div className={classes.predictors}>
          {predictors.map((item) => (
            <Checkbox key={item.key} value={item.key} label={words(item.text)} />
          ))}
        </div>
      </Checkbox.Group>
      <Button type="submit" loading={busy} className={classes.ask}>
        {t('deep.ask')}
      </Button>
    </form>
  );
}

/** More at once and no sample carries it; the server draws the same line. */
const MOST = 12;

const usualLimit = (item: ScaleItem): number =>
  item.highFrom ?? Math.min(item.max, Math.floor((item.min + item.max) / 2) + 1);
