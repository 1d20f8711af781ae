import { IconMailOpened } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialistView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { PageHead } from '../../../components/page-head';
import { TaskPage } from '../../../components/task-page';
import { useFormat } from '../../../lib/i18n';
import { AskedOfYou } from './asked-of-you';
import { CategoryPart } from './category-part';
import { FilesPart } from './files-part';
import { OwnPart } from './own-part';
import { isPrepared, nextQuestion, numbered, shownAnswer } from './progress';
import { SideCard } from './side-card';
import { OWN, useSaving } from './specialist-data';
import classes from './specialist.module.css';

const questionAnchor = (id: string) => `vraag-${id}`;

/** The questions in order, what the department wants to tell, and its slides; everything is saved as it is typed. */
export function Preparation({ page }: { page: SpecialistView }) {
  const { t } = useTranslation('dialogue-specialist');
  const format = useFormat();
  const { session } = page;
  const { state, saver } = useSaving(session.id);
  const questions = numbered(page.categories);
  const open = new Set(
    questions
      .filter(({ id, answer }) => !isPrepared(shownAnswer(answer, state.local[id])))
      .map(({ id }) => id),
  );
  const list = useRef<HTMLDivElement>(null);
  const closed = page.handout === 'published' || session.state === 'cancelled';

  const go = (way: 1 | -1) => {
    const on = list.current?.contains(document.activeElement)
      ? (document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? null)
      : null;
    const to = nextQuestion(
      questions.map(({ id }) => id),
      open,
      on,
      way,
    );
    const card = to && document.getElementById(questionAnchor(to));
    if (!card) return;
    card.scrollIntoView({ block: 'center' });
    const radio = card.querySelector<HTMLElement>('input[type=radio]:checked, input[type=radio]');
    (radio ?? card).focus({ preventScroll: true });
  };
  /** Within the list only, so that a single key never surprises anybody (WCAG 2.1.4). */
  const onKey = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).matches('textarea, input[type=text]');
    const withControl = event.ctrlKey || event.metaKey;
    const next = typing ? event.key === 'Enter' && withControl : event.key === 'n' && !withControl;
    const back = !typing && event.key === 'p' && !withControl;
    if (event.altKey || (!next && !back)) return;
    event.preventDefault();
    go(next ? 1 : -1);
  };

  const starts = new Map<string, number>();
  let before = 0;
  for (const { id, questions: of } of page.categories) {
    starts.set(id, before);
    before += of.length;
  }
  const side = (
    <SideCard
      page={page}
      prepared={questions.length - open.size}
      total={questions.length}
      saver={state}
      onNext={() => go(1)}
    />
  );
  return (
    <TaskPage practice={session.department} status={side}>
      <PageHead
        title={session.title}
        lead={`${format.date(session.startsAt)}, ${format.period(session.startsAt, session.endsAt)}`}
      />
      {session.state === 'cancelled' && <p className={classes.notice}>{t('cancelled')}</p>}
      {page.handout === 'published' && <p className={classes.notice}>{t('published')}</p>}
      {state.stopped && <ErrorState error={state.stopped} />}
      {!closed && <AskedOfYou page={page} />}
      <div
        ref={list}
        id="vragen"
        role="group"
        aria-label={t('questions')}
        className={classes.part}
        onKeyDown={onKey}
      >
        {session.sharedAt === null ? (
          <EmptyState icon={IconMailOpened} title={t('empty.title')} text={t('empty.text')} />
        ) : questions.length === 0 ? (
          <EmptyState title={t('none.title')} text={t('none.text')} />
        ) : (
          <>
            <p className={classes.keys}>{t('keys')}</p>
            {page.categories.map((category) =>
              category.questions.length === 0 ? null : (
                <CategoryPart
                  key={category.id}
                  category={category}
                  first={(starts.get(category.id) ?? 0) + 1}
                  state={state}
                  saver={saver}
                  disabled={closed}
                />
              ),
            )}
          </>
        )}
      </div>
      <OwnPart
        ownPart={page.ownPart}
        local={state.local[OWN]}
        findings={state.findings}
        saver={saver}
        disabled={closed}
      />
      <FilesPart sessionId={session.id} files={page.files} disabled={session.state === 'cancelled'} />
    </TaskPage>
  );
}
