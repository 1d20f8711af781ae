import { useTranslation } from 'react-i18next';
import type { AnswerPageView } from '#libs/contracts';
import { AnswerSection } from '../../components/answer-section';
import { ChoiceCards } from '../../components/choice-cards';
import { ErrorState } from '../../components/error-state';
import { PageHead } from '../../components/page-head';
import { useProblemText } from '../../components/problem-text';
import { PhoneDeadline } from '../../components/status-card';
import { useFormat } from '../../lib/i18n';
import type { AnswerPart } from './change';
import { DatesQuestion } from './dates-question';
import { type LeaderDraft, LeaderQuestion } from './leader-question';
import { MotivationScale } from './motivation-scale';
import type { OutboxState } from './outbox';
import type { AnswerProgress, Question } from './progress';
import { samePeriod, type QuestionProps } from './question';
import { ExcludedThemes } from './excluded-themes';
import { ThemesQuestion } from './themes-question';
import classes from './answer.module.css';

/** Minutes the whole page takes (XCT-08). */
const MINUTES = 3;

interface QuestionsProps extends QuestionProps {
  outbox: OutboxState;
  progress: AnswerProgress;
  byPhone: boolean;
  moved: boolean;
  draft: LeaderDraft | null;
  onDraft: (draft: LeaderDraft | null) => void;
  draftChecked: boolean;
  onDraftDone: () => void;
}

/** The questions of the round, one under the other; each is saved when it is answered. */
export function Questions(props: QuestionsProps) {
  const { t } = useTranslation('answer');
  const { page, answer, outbox, progress, byPhone } = props;
  const { round } = page;
  const excludedAlone =
    round.asks.includes('excluded-themes') && !progress.questions.some(({ ask }) => ask === 'themes');
  return (
    <>
      <PageHead
        title={
          byPhone
            ? t('title.phone', { practice: answer.practice.name, round: round.name })
            : t('title', { round: round.name })
        }
        lead={<Lead page={page} />}
        takeFocus={props.moved}
      />
      {round.answerUntil && <PhoneDeadline deadline={round.answerUntil} />}
      {round.state === 'closed' && <p className={classes.note}>{t('late')}</p>}
      {outbox.stopped && <ErrorState title={t('stopped')} error={outbox.stopped} />}
      <div className={classes.sections}>
        {progress.questions.map(({ ask, done }, i) => (
          <AnswerSection
            key={ask}
            number={i + 1}
            title={t(`${ask}.title`)}
            why={<Why ask={ask} page={page} />}
            done={done}
          >
            <Refused outbox={outbox} parts={PARTS[ask]} />
            <OneQuestion ask={ask} {...props} />
          </AnswerSection>
        ))}
        {excludedAlone && (
          <section className={classes.alone}>
            <ExcludedThemes page={page} answer={answer} give={props.give} titled />
          </section>
        )}
      </div>
    </>
  );
}

const PARTS: Record<Question, readonly AnswerPart[]> = {
  themes: ['themes'],
  dates: ['dates'],
  motivation: ['motivation'],
  stay: ['stay'],
  leader: ['canLead', 'leader'],
};

function OneQuestion({ ask, ...props }: QuestionsProps & { ask: Question }) {
  const { t } = useTranslation('answer');
  const { page, answer, give } = props;
  switch (ask) {
    case 'themes':
      return <ThemesQuestion page={page} answer={answer} give={give} />;
    case 'dates':
      return <DatesQuestion page={page} answer={answer} give={give} />;
    case 'motivation':
      return <MotivationScale value={answer.motivation} onChange={(motivation) => give({ motivation })} />;
    case 'stay':
      return (
        <ChoiceCards
          legend={t('stay.title')}
          hideLegend
          value={answer.stay}
          onChange={(stay) => give({ stay })}
          choices={[
            { value: 'yes', label: t('stay.yes'), text: t('stay.yes.text') },
            { value: 'neutral', label: t('stay.neutral') },
            { value: 'no', label: t('stay.no') },
          ]}
        />
      );
    case 'leader':
      return (
        <LeaderQuestion
          page={page}
          answer={answer}
          give={give}
          draft={props.draft}
          onDraft={props.onDraft}
          checked={props.draftChecked}
          onDraftDone={props.onDraftDone}
        />
      );
  }
}

/** Why these groups are made, and what answering costs. */
function Lead({ page: { round } }: { page: AnswerPageView }) {
  const { t } = useTranslation('answer');
  const format = useFormat();
  const { min, max } = round.rules.groupSize;
  const why = round.introduction ?? (min === max ? t('lead.one', { min }) : t('lead', { min, max }));
  return `${why} ${t('lead.minutes', { minutes: format.minutes(MINUTES) })}`;
}

/** Under each question, why it is asked. */
function Why({ ask, page }: { ask: Question; page: AnswerPageView }) {
  const { t } = useTranslation('answer');
  const format = useFormat();
  const { round, partners } = page;
  if (ask === 'themes') return t(round.rules.requireRankedTheme ? 'themes.why.required' : 'themes.why');
  if (ask === 'dates') {
    const period = samePeriod(page);
    return period ? t('dates.why.same', { period: format.hours(...period) }) : t('dates.why');
  }
  if (ask === 'stay')
    return partners && t('stay.why', { round: partners.round, practices: format.list(partners.practices) });
  return t(`${ask}.why`);
}

/** What the server did not accept, at its question. */
function Refused({ outbox, parts }: { outbox: OutboxState; parts: readonly AnswerPart[] }) {
  const { t } = useTranslation('answer');
  const text = useProblemText();
  const problem = parts.map((part) => outbox.refused[part]).find((one) => one !== undefined);
  return (
    <div role="alert">
      {problem && (
        <p className={classes.refused}>
          <b>{t('refused')}</b> {text(problem)}
        </p>
      )}
    </div>
  );
}
