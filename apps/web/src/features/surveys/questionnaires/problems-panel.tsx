import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireProblem, QuestionnaireView } from '#libs/contracts';
import type { Draft } from './draft';
import classes from './questionnaires.module.css';

interface ProblemsPanelProps {
  draft: Draft;
  /** As of the last save. */
  problems: QuestionnaireView['problems'];
  onJump: (item: string | null, code: QuestionnaireProblem) => void;
}

/** What is left before it can be reviewed; each leads to its field. */
export function ProblemsPanel({ draft, problems, onJump }: ProblemsPanelProps) {
  const { t } = useTranslation('surveys');
  // A problem of an item that was just taken away or renamed is settled by the save that is on its way.
  const known = problems.filter(
    ({ item }) => item === null || draft.rows.some((row) => row.item.key === item),
  );
  return (
    <section className={classes.problems} data-done={known.length === 0 || undefined} aria-live="polite">
      <p className={classes.problemsTitle}>
        {known.length === 0 ? (
          <IconCircleCheck size={20} stroke={1.8} className="lk-icon" aria-hidden />
        ) : (
          <IconListCheck size={20} stroke={1.8} className="lk-icon" aria-hidden />
        )}
        <b>{known.length === 0 ? t('problems.none') : t('problems', { count: known.length })}</b>
      </p>
      {known.length > 0 && (
        <ul>
          {known.map(({ item, code }) => {
            const place = draft.rows.findIndex((row) => row.item.key === item) + 1;
            const what = t(`problem.${code}`);
            return (
              <li key={`${item} ${code}`}>
                <button type="button" onClick={() => onJump(item, code)}>
                  {item === null
                    ? code === 'no-items' || code === 'too-many-items'
                      ? what
                      : t('problems.general', { what })
                    : t('problems.item', { place, what })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
