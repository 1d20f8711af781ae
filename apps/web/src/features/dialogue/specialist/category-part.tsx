import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialistView } from '#libs/contracts';
import { useFormat } from '../../../lib/i18n';
import { QuestionCard } from './question-card';
import type { Saver, SaverState } from './saver';
import classes from './specialist.module.css';

interface CategoryPartProps {
  category: SpecialistView['categories'][number];
  /** Number of its first question on the page. */
  first: number;
  state: SaverState;
  saver: Saver;
  disabled: boolean;
}

/** One category with its minutes of the hour and its questions in order. */
export function CategoryPart({ category, first, state, saver, disabled }: CategoryPartProps) {
  const { t } = useTranslation('dialogue-specialist');
  const format = useFormat();
  const id = useId();
  const name = category.name || t(category.kind === 'department' ? 'category.own' : 'category.loose');
  return (
    <section aria-labelledby={id} className={classes.category}>
      <div className={classes.categoryHead}>
        <Title order={2} id={id} fz="1.1875rem">
          {name}
        </Title>
        <span className={classes.quiet}>{format.minutes(category.minutes)}</span>
      </div>
      {category.questions.map((question, at) => (
        <QuestionCard
          key={question.id}
          question={question}
          number={first + at}
          local={state.local[question.id]}
          findings={state.findings}
          saver={saver}
          disabled={disabled}
        />
      ))}
    </section>
  );
}
