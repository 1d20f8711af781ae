import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconLink, IconMail, IconShare } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnQuestionView, PracticeQuestionsView, PracticeSessionView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { FindingNote } from '../../../components/finding-note';
import { announce } from '../../../lib/announce';
import { findingsOf } from '../../../lib/guard';
import { useFormat } from '../../../lib/i18n';
import type { QuestionDoors } from './use-questions';
import classes from './practice.module.css';

interface ColleaguesProps {
  page: PracticeSessionView;
  questions: PracticeQuestionsView;
  doors: QuestionDoors;
}

/** A link inside the practice: colleagues propose, who goes chooses. */
export function Colleagues({ page, questions, doors }: ColleaguesProps) {
  const { t } = useTranslation('dialogue-practice');
  const { inbox } = questions;
  const [path, setPath] = useState(inbox.path);
  const make = useMutation({
    mutationFn: () => doors.makeInbox(),
    onSuccess: (next) => setPath(next.inbox.path),
  });
  const close = useMutation({ mutationFn: () => doors.closeInbox(), onSuccess: () => setPath(null) });
  const proposals = questions.own.filter(({ fate }) => fate.kind === 'proposed');
  return (
    <div className={classes.block}>
      <h3>{t('colleagues.title')}</h3>
      <p className="lk-muted">{t('colleagues.text')}</p>
      {path ? (
        <ShareLink page={page} path={path} />
      ) : (
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconLink size={18} />}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t(inbox.active ? 'colleagues.again' : 'colleagues.make')}
          </Button>
        </div>
      )}
      {inbox.active && (
        <p className={classes.by}>
          {t('colleagues.active')}{' '}
          <Button variant="subtle" size="compact-sm" loading={close.isPending} onClick={() => close.mutate()}>
            {t('colleagues.close')}
          </Button>
        </p>
      )}
      {(make.error ?? close.error) ? <ErrorState error={make.error ?? close.error} /> : null}
      {proposals.length > 0 && (
        <>
          <h4>{t('proposals.title', { count: proposals.length })}</h4>
          <ul className={classes.list}>
            {proposals.map((question) => (
              <Proposal key={question.id} question={question} doors={doors} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Proposal({ question, doors }: { question: OwnQuestionView; doors: QuestionDoors }) {
  const { t } = useTranslation('dialogue-practice');
  const choose = useMutation({ mutationFn: (confirmed: boolean) => doors.select(question.id, confirmed) });
  const decline = useMutation({ mutationFn: () => doors.takeBack(question) });
  const [finding] = findingsOf(choose.error);
  const error = finding ? decline.error : (choose.error ?? decline.error);
  return (
    <li>
      <p className={classes.words}>{question.text}</p>
      <p className={classes.by}>
        {question.authorName ? t('question.by', { name: question.authorName }) : t('question.unsigned')}
      </p>
      <FindingNote
        text={question.text}
        finding={finding}
        busy={choose.isPending}
        onTake={(rewrite) =>
          void doors.reword(question, rewrite, true).then(
            () => choose.mutate(true),
            () => {},
          )
        }
        onKeep={() => choose.mutate(true)}
      />
      {error ? <ErrorState error={error} /> : null}
      <div className={classes.buttons}>
        <Button size="sm" variant="light" loading={choose.isPending} onClick={() => choose.mutate(false)}>
          {t('proposals.choose')}
        </Button>
        <Button size="sm" variant="subtle" loading={decline.isPending} onClick={() => decline.mutate()}>
          {t('proposals.decline')}
        </Button>
      </div>
    </li>
  );
}

function ShareLink({ page, path }: { page: PracticeSessionView; path: string }) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const link = new URL(path, window.location.origin).href;
  const { department, questionsUntil } = page.session;
  const words = t('share.words', {
    department,
    until: questionsUntil ? format.day(questionsUntil) : format.day(page.session.startsAt),
  });
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
    announce(t('share.copied'));
  };
  const canShare = typeof navigator.share === 'function';
  return (
    <div className={classes.share}>
      <TextInput
        size="md"
        readOnly
        label={t('share.link')}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        <Button
          leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          onClick={() => void copy().catch(() => {})}
        >
          {t(copied ? 'share.copied' : 'share.copy')}
        </Button>
        {canShare && (
          <Button
            variant="default"
            leftSection={<IconShare size={18} />}
            onClick={() => void navigator.share({ text: words, url: link }).catch(() => {})}
          >
            {t('share.sheet')}
          </Button>
        )}
        <Button
          component="a"
          variant="default"
          leftSection={<IconMail size={18} />}
          href={`mailto:?subject=${encodeURIComponent(t('share.subject', { department }))}&body=${encodeURIComponent(`${words}\n\n${link}`)}`}
        >
          {t('share.mail')}
        </Button>
      </div>
    </div>
  );
}
