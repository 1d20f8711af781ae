import { IconBan, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { questionsOf } from './progress';
import classes from './summary.module.css';

const ICON = { yes: IconCheck, maybe: IconMinus, no: IconX } as const;

interface SummaryProps {
  page: AnswerPageView;
  answer: RoundAnswerView;
  byPhone: boolean;
}

/** What was answered, to read. What nobody answered says so. */
export function Summary({ page, answer, byPhone }: SummaryProps) {
  const { t } = useTranslation('answer');
  const asks = questionsOf(page);
  const named = new Map(page.round.themes.map((theme) => [theme.id, theme.name]));
  const names = (ids: readonly string[]) => ids.flatMap((id) => named.get(id) ?? []);
  const { motivation } = answer;
  return (
    <Panel title={t(byPhone ? 'summary.title.phone' : 'summary.title')}>
      <dl className={classes.summary}>
        {asks.includes('themes') && (
          <Row term={t('summary.themes')}>
            {answer.ranked.length > 0 && (
              <ol className={classes.themes}>
                {names(answer.ranked).map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ol>
            )}
          </Row>
        )}
        {answer.excluded.length > 0 && (
          <Row term={t('summary.excluded')}>
            <ul className={classes.plain}>
              {names(answer.excluded).map((name) => (
                <li key={name}>
                  <IconBan size={15} stroke={1.8} className="lk-icon" aria-hidden />
                  {name}
                </li>
              ))}
            </ul>
          </Row>
        )}
        {asks.includes('dates') && (
          <Row term={t('summary.dates')}>
            <DateAnswers page={page} answer={answer} />
          </Row>
        )}
        {asks.includes('motivation') && (
          <Row term={t('summary.motivation')}>
            {isStep(motivation) &&
              t('summary.motivation.value', { word: t(`motivation.${motivation}`), number: motivation })}
          </Row>
        )}
        {asks.includes('stay') && (
          <Row term={t('summary.stay')}>{answer.stay && t(`stay.${answer.stay}`)}</Row>
        )}
        {asks.includes('leader') && (
          <Row term={t('summary.leader')}>
            {answer.canLead === false && t('leader.no')}
            {answer.canLead === true &&
              (answer.leader
                ? t('summary.leader.named', { name: answer.leader.name })
                : t('summary.leader.yes'))}
          </Row>
        )}
      </dl>
    </Panel>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  const { t } = useTranslation('answer');
  const parts = Array.isArray(children) ? (children as ReactNode[]) : [children];
  const empty = parts.every((part) => part === null || part === false);
  return (
    <div className={classes.row}>
      <dt>{term}</dt>
      <dd data-empty={empty || undefined}>{empty ? t('summary.none') : children}</dd>
    </div>
  );
}

function DateAnswers({ page, answer }: Omit<SummaryProps, 'byPhone'>) {
  const { t } = useTranslation('answer');
  const { t: c } = useTranslation('components');
  const format = useFormat();
  return (
    <ul className={classes.dates}>
      {page.round.dates
        .filter((date) => !date.archived)
        .map((date) => {
          const value = answer.dates[date.id];
          const Icon = value ? ICON[value] : null;
          return (
            <li key={date.id}>
              <span>{format.date(date.date)}</span>
              <span data-value={value ?? 'none'}>
                {Icon && <Icon size={15} stroke={2.2} className="lk-icon" aria-hidden />}
                {value ? c(`choice.${value}`) : t('summary.dates.none')}
              </span>
            </li>
          );
        })}
    </ul>
  );
}

type Step = 1 | 2 | 3 | 4 | 5;
function isStep(value: number | null): value is Step {
  return value !== null && [1, 2, 3, 4, 5].includes(value);
}
