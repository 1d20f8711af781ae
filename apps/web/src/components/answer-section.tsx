import { Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './answer-section.module.css';

interface AnswerSectionProps {
  number: number;
  /** The question. */
  title: string;
  /** Why we ask it. */
  why?: ReactNode;
  /** The number becomes a check. */
  done: boolean;
  children: ReactNode;
}

/** One numbered question of an answer page. */
export function AnswerSection({ number, title, why, done, children }: AnswerSectionProps) {
  const { t } = useTranslation('components');
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <span className={classes.number} data-done={done || undefined} aria-hidden>
          {done ? <IconCheck size={16} stroke={2.4} /> : number}
        </span>
        <div>
          <Title order={2} id={id} fz="1.1875rem">
            {title}
            {done && <VisuallyHidden component="span">{` (${t('section.done')})`}</VisuallyHidden>}
          </Title>
          {why && <p className={classes.why}>{why}</p>}
        </div>
      </div>
      {children}
    </section>
  );
}
