import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { wordsOf } from './desk-data';
import type { Desk } from './use-desk';
import classes from './desk.module.css';

/** Parked and sent back: still there, with why, and with the way back. */
export function AsidePanel(props: { questions: DeskQuestionView[]; desk: Desk; open: boolean }) {
  const { t } = useTranslation('dialogue-desk');
  const { questions, desk, open } = props;
  if (questions.length === 0) return null;
  return (
    <Panel title={t('aside', { count: questions.length })} padding="none">
      <ul className={classes.aside}>
        {questions.map((question) => (
          <li key={question.id}>
            <div>
              <p>{wordsOf(question)}</p>
              <p className="lk-muted">
                {question.fate.kind === 'sent-back'
                  ? t('aside.sent-back', { reason: question.fate.reason })
                  : t('aside.parked')}
              </p>
            </div>
            {open && (
              <Button
                size="compact-md"
                variant="default"
                leftSection={<IconArrowBackUp size={16} stroke={1.8} />}
                aria-label={t('reopen.label', { text: wordsOf(question) })}
                onClick={() => void desk.reopen(question)}
              >
                {t('reopen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
