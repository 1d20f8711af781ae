import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '#libs/contracts';
import { AsTables } from '../../../components/chart-figure';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import { FactorList } from './factor-list';
import { GradePanel, Facts } from './grade-panel';
import { ItemRow } from './item-row';
import { LookingBar } from './looking-bar';
import { NotShown } from './not-shown';
import { PartChoice } from './part-choice';
import { gradeOf, sectionsOf } from './questions';
import { partQuery } from './results-data';
import { type Looked, useLooked } from './looked';
import { ResultNotes } from './result-notes';
import { ShownTexts } from './texts/shown-texts';
import { usePart } from './use-part';
import classes from './results.module.css';

/** The grade first, then every question with one sentence; of everybody or of one part. */
export default function OutcomePage() {
  const { t } = useTranslation('results');
  const looked = useLooked();
  const { part, setPart, tables, setTables } = usePart();
  const found = useQuery(partQuery(looked.campaign.id, part));
  return (
    <AsTables value={tables}>
      <LookingBar tables={tables} onTables={setTables}>
        {looked.results.cuts.length > 0 && (
          <PartChoice label={t('part')} cuts={looked.results.cuts} value={part} onChange={setPart} />
        )}
      </LookingBar>
      {found.data ? (
        <div data-waiting={found.isPlaceholderData || undefined} className={classes.found}>
          {found.data.hidden ? (
            <HiddenPart results={found.data} onAll={() => setPart(null)} />
          ) : (
            <Outcome looked={looked} shown={found.data} />
          )}
        </div>
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingState rows={3} height={220} />
      )}
    </AsTables>
  );
}

function Outcome({ looked, shown }: { looked: Looked; shown: ResultsView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const { campaign } = looked;
  const grade = gradeOf(campaign.content);
  const graded = grade && shown.items.find((item) => item.key === grade.key);
  return (
    <>
      {shown.cut && (
        <p role="status" className={classes.seen}>
          {t('part.seen', {
            part: words(shown.cut.label),
            answered: shown.answered,
            invited: shown.invited,
          })}
        </p>
      )}
      {graded && <Facts result={graded} shown={shown} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {grade && graded && <GradePanel item={grade} result={graded} />}
          {sectionsOf(campaign, shown).map((section, at) => (
            <Panel key={at} padding="none" title={section.title ? words(section.title) : t('items')}>
              <div>
                {section.questions.map(({ item, result }) => (
                  <ItemRow key={item.key} item={item} result={result} />
                ))}
              </div>
            </Panel>
          ))}
        </div>
        <ResultNotes campaign={campaign} shown={shown} />
      </div>
      <OnPaper shown={shown} />
    </>
  );
}

/** On paper the factors and the texts follow, each on a page of their own. */
function OnPaper({ shown }: { shown: ResultsView }) {
  const { t } = useTranslation('results');
  return (
    <>
      {shown.factors.length > 0 && (
        <section className={classes.paper} data-print="page">
          <h2>{t('tab.factors')}</h2>
          <FactorList factors={shown.factors} />
        </section>
      )}
      {shown.texts.length > 0 && (
        <section className={classes.paper} data-print="page">
          <h2>{t('tab.texts')}</h2>
          <ShownTexts texts={shown.texts} />
        </section>
      )}
    </>
  );
}

/** A part that an old link asks for and that may not be told. */
function HiddenPart({ results, onAll }: { results: ResultsView; onAll: () => void }) {
  const { t } = useTranslation('results');
  const words = useWords();
  return (
    <Panel title={results.cut ? words(results.cut.label) : t('part.unknown')}>
      <NotShown>{words(results.sentence)}</NotShown>
      <Button variant="default" size="sm" mt="md" onClick={onAll}>
        {t('part.toAll')}
      </Button>
    </Panel>
  );
}
