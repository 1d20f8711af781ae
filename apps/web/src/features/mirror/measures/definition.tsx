import { VisuallyHidden } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeasureContent, MeasureVersionView, MeasureView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import shared from '../manage/manage.module.css';
import { unitKey } from './unit';
import classes from './measures.module.css';

interface DefinitionProps {
  measure: Pick<MeasureView, 'code' | 'origin'>;
  version: MeasureVersionView;
}

/** A measure in words: what counts, over what, how the margin is made, and what the figure does not say (MIR-02). */
export function Definition({ measure, version }: DefinitionProps) {
  const { t } = useTranslation('measures');
  const words = useWords();
  const { content } = version;
  return (
    <div className={shared.columns}>
      <div className={shared.stack}>
        {version.overdue && <Overdue version={version} />}
        <Panel title={t('counts')}>
          <Formula content={content} />
        </Panel>
        <Panel title={t('why')}>
          <p className={classes.text}>{words(content.why)}</p>
        </Panel>
        <Panel title={t('reading')}>
          <p className={classes.text}>{words(content.direction)}</p>
          <h3 className={classes.sub}>{t('caseMix')}</h3>
          <p className={classes.text}>{words(content.caseMix)}</p>
        </Panel>
        <Panel title={t('limitations')}>
          <ul className={classes.list}>
            {content.limitations.map((one) => (
              <li key={one.nl}>{words(one)}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('arithmetic')}>
          <h3 className={classes.sub}>{t('comparing')}</h3>
          <p className={classes.text}>{t(`standardisation.${content.standardisation}`)}</p>
          <h3 className={classes.sub}>{t('margin')}</h3>
          <p className={classes.text}>{t(`interval.${content.intervalMethod}`)}</p>
          <h3 className={classes.sub}>{t('time')}</h3>
          <p className={classes.text}>
            {t('time.text', { shift: content.runRules.shift, trend: content.runRules.trend })}
          </p>
        </Panel>
      </div>
      <AboutVersion measure={measure} version={version} />
    </div>
  );
}

/** What is divided by what, as one line to read and a few words on both parts. */
function Formula({ content }: { content: MeasureContent }) {
  const { t } = useTranslation('measures');
  const words = useWords();
  const format = useFormat();
  const per = format.number(content.per, 0);
  return (
    <>
      <p className={classes.formula}>
        <span className={classes.fraction}>
          <span>{words(content.numeratorWords)}</span>
          <VisuallyHidden component="span">{t('dividedBy')}</VisuallyHidden>
          <span>{words(content.denominatorWords)}</span>
        </span>
        <span className={classes.per}>× {per}</span>
      </p>
      <dl className={shared.facts}>
        <div>
          <dt>{t('unit')}</dt>
          <dd>{t(unitKey(content), { per })}</dd>
        </div>
      </dl>
    </>
  );
}

function Overdue({ version }: { version: MeasureVersionView }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <div className={shared.notice} data-tone="warn">
      <IconCalendarDue size={22} stroke={1.8} className="lk-icon" aria-hidden />
      <div>
        <b>{t('overdue.title')}</b>
        <p>{t('overdue.text', { date: version.reviewBy ? format.localDate(version.reviewBy) : '' })}</p>
      </div>
    </div>
  );
}

function AboutVersion({ measure, version }: DefinitionProps) {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const format = useFormat();
  const { number, reviewBy, reviewedAt, reviewer, author } = version;
  return (
    <Panel title={t('about')}>
      <dl className={shared.facts}>
        <div>
          <dt>{t('about.code')}</dt>
          <dd>{measure.code}</dd>
        </div>
        <div>
          <dt>{t('about.version')}</dt>
          <dd>{t('about.number', { number, state: t(`version.${version.state}`) })}</dd>
        </div>
        <div>
          <dt>{t('about.origin')}</dt>
          <dd>{t(`origin.${measure.origin}`)}</dd>
        </div>
        <div>
          <dt>{t('about.kind')}</dt>
          <dd>{t(`mirror-data:kind.${version.content.kind}`)}</dd>
        </div>
        {author && (
          <div>
            <dt>{t('about.author')}</dt>
            <dd>{author}</dd>
          </div>
        )}
        {reviewedAt && (
          <div>
            <dt>{t('about.reviewed')}</dt>
            <dd>{[format.date(reviewedAt), reviewer].filter(Boolean).join(', ')}</dd>
          </div>
        )}
        {reviewBy && (
          <div>
            <dt>{t('about.reviewBy')}</dt>
            <dd>{format.localDate(reviewBy)}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
