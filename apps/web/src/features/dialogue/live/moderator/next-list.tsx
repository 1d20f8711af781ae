import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveQuestionView, ModeratorLiveView } from '#libs/contracts';
import { nowOn } from '../hour';
import shared from '../live.module.css';
import type { Steering } from '../use-steering';
import classes from './moderator.module.css';

/** What comes in this part, and what was handled: each can be moved up, asked now, or taken back. */
export function NextList({ view, steering }: { view: ModeratorLiveView; steering: Steering }) {
  const { t } = useTranslation('dialogue-live');
  const { next, done } = nowOn(view);
  return (
    <>
      <section className={shared.section}>
        <h2>{t('next.title')}</h2>
        {next.length === 0 ? (
          <p className={shared.small}>{t('next.none')}</p>
        ) : (
          <ol className={classes.queue}>
            {next.map((question, at) => (
              <Row key={question.id} question={question} first={at === 0}>
                <ActionIcon
                  className={classes.earlier}
                  variant="subtle"
                  color="gray"
                  c="inherit"
                  size={36}
                  disabled={at === 0}
                  aria-label={t('next.earlier', { text: question.text })}
                  title={t('next.earlier.short')}
                  onClick={() => steering.act('earlier', { targetId: question.id })}
                >
                  <IconArrowUp size={18} aria-hidden />
                </ActionIcon>
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={t('next.show', { text: question.text })}
                  onClick={() => steering.act('show', { targetId: question.id })}
                >
                  {t('next.show.short')}
                </Button>
              </Row>
            ))}
          </ol>
        )}
      </section>
      {done.length > 0 && (
        <details className={classes.done}>
          <summary>{t('done.title', { count: done.length })}</summary>
          <ol className={classes.queue}>
            {done.map((question) => (
              <Row key={question.id} question={question}>
                <span className={shared.small}>{t(`state.${question.state}`)}</span>
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={t('done.reopen', { text: question.text })}
                  onClick={() =>
                    steering.act(question.state === 'skipped' ? 'show' : 'reopen', { targetId: question.id })
                  }
                >
                  {t(question.state === 'skipped' ? 'next.show.short' : 'done.reopen.short')}
                </Button>
              </Row>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Row(props: { question: LiveQuestionView; first?: boolean; children: ReactNode }) {
  const { t } = useTranslation('dialogue-live');
  const { question } = props;
  return (
    <li>
      <span className={classes.place}>{question.position}</span>
      <span className={classes.queueText} data-first={props.first || undefined}>
        {question.text}
      </span>
      <span className={classes.queueCount}>{t('next.practices', { count: question.practices })}</span>
      <span className={classes.queueActs}>{props.children}</span>
    </li>
  );
}
