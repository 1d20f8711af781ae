import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupPreparationView, OwnFigureView } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { RankedBars } from '../../../components/ranked-bars';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { Fold } from './fold';
import classes from './preparation.module.css';

/** What the group put ready, exactly as its own page shows it to this reader (MIR-05, SES-05). */
export function PackFigures({ figures, groupId }: { figures: GroupPreparationView | null; groupId: string }) {
  const { t } = useTranslation('meeting-preparation');
  const chosen = figures?.figures ?? [];
  const shown = chosen.flatMap(({ view }) => (view ? [view] : []));
  const state = chosen.length === 0 ? t('figures.none') : t('figures.count', { count: chosen.length });
  return (
    <Fold title={t('figures')} state={state}>
      {figures?.story && <p className={classes.text}>{figures.story}</p>}
      {figures?.question && (
        <p className={classes.text}>
          <b>{t('figures.question')}</b> {figures.question}
        </p>
      )}
      {shown.map((view) => (
        <Figure key={`${view.measure.code} ${view.item.code}`} view={view} />
      ))}
      {shown.length < chosen.length && <p className={classes.hint}>{t('figures.hidden')}</p>}
      {chosen.length === 0 && <p className={classes.hint}>{t('figures.choose')}</p>}
      {figures && (
        <p className={classes.hint} data-print="hide">
          <Anchor component={Link} to={`/spiegel/groep/${groupId}`}>
            {t(chosen.length === 0 ? 'figures.pick' : 'figures.page')}
          </Anchor>
        </p>
      )}
    </Fold>
  );
}

function Figure({ view }: { view: OwnFigureView }) {
  const { t } = useTranslation('meeting-preparation');
  const words = useWords();
  const format = useFormat();
  const { measure, item, own, group, region } = view;
  const { decimals } = measure.content;
  const read = (value: number) => format.number(value, decimals);
  const bars = [
    { key: 'own', label: t('figures.own'), value: own.value as number | null, own: true },
    ...(group?.bars ?? [])
      .filter((bar) => !bar.own)
      .map((bar) => ({
        key: bar.label,
        label: bar.practice ?? bar.label,
        value: bar.value,
        own: false,
      })),
  ]
    .toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
    .map((bar) => ({ ...bar, text: bar.value === null ? '' : read(bar.value) }));
  return (
    <article className={classes.figure}>
      <p className={classes.kicker}>{`${words(measure.content.title)}: ${item.name}`}</p>
      <h3>{words(view.sentence)}</h3>
      <p className={classes.text}>{words(view.detail)}</p>
      <ChartFigure
        table={{
          caption: words(measure.content.title),
          head: [t('figures.who'), words(view.card.words.unit)],
          rows: bars.map((bar) => [bar.label, bar.value === null ? t('figures.not-shown') : bar.text]),
        }}
      >
        <RankedBars
          bars={bars}
          reference={
            region ? { value: region.value, label: t('figures.region', { value: read(region.value) }) } : null
          }
          notShown={t('figures.not-shown')}
        />
      </ChartFigure>
      <Card view={view} />
    </article>
  );
}

/** Where it comes from, in short; the whole card stands on the page of the group. */
function Card({ view }: { view: OwnFigureView }) {
  const { t } = useTranslation('meeting-preparation');
  const words = useWords();
  const format = useFormat();
  const { card, words: said, verified } = view.group?.card ?? view.card;
  return (
    <div className={classes.card}>
      <Verdict kind={verified ? 'ok' : 'bad'}>{t(verified ? 'card.verified' : 'card.broken')}</Verdict>
      <p>
        {[
          ...card.sources.map(({ system, extractAt }) =>
            t('card.source', { system, date: format.date(extractAt) }),
          ),
          t('card.definition', { code: card.measure.code, version: card.measure.definitionVersion }),
        ].join(' · ')}
      </p>
      <p>
        {[
          t('card.counted', { what: words(said.numerator), of: words(said.denominator) }),
          ...said.limitations.map(words),
        ].join(' ')}
      </p>
    </div>
  );
}
