import { useTranslation } from 'react-i18next';
import type { OwnQuestionView } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import classes from './practice.module.css';

const KIND: Record<OwnQuestionView['fate']['kind'], VerdictKind> = {
  open: 'same',
  proposed: 'new',
  withdrawn: 'same',
  merged: 'changed',
  'answered-live': 'ok',
  'in-handout': 'ok',
  parked: 'decide',
  'sent-back': 'bad',
  cancelled: 'same',
};

interface FateLineProps {
  question: OwnQuestionView;
  /** The questions went to the specialist. */
  shared: boolean;
}

/** What became of a question: never just gone (feature 40). */
export function FateLine({ question, shared }: FateLineProps) {
  const { t } = useTranslation('dialogue-practice');
  const { fate, late, practices, category } = question;
  const word =
    fate.kind === 'open'
      ? t(late ? 'fate.late' : shared ? 'fate.shared' : 'fate.open')
      : t(`fate.${fate.kind}`);
  const more = [
    category,
    practices > 1 && fate.kind !== 'withdrawn' ? t('fate.practices', { count: practices - 1 }) : null,
    fate.kind === 'parked' ? t('fate.parked.text') : null,
  ].filter(Boolean);
  return (
    <div className={classes.fate}>
      <p>
        <Verdict kind={fate.kind === 'open' && shared && !late ? 'ok' : KIND[fate.kind]}>{word}</Verdict>
        {more.length > 0 && <span className="lk-muted">{more.join(' · ')}</span>}
      </p>
      {fate.kind === 'sent-back' && <p>{t('fate.reason', { reason: fate.reason })}</p>}
      {fate.kind === 'merged' && <p>{t('fate.into', { text: fate.into.text })}</p>}
      {question.shownText && question.shownText !== question.text && fate.kind !== 'merged' && (
        <p className="lk-muted">{t('fate.worded', { text: question.shownText })}</p>
      )}
    </div>
  );
}
