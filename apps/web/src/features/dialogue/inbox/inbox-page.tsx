import { Button, TextInput } from '@mantine/core';
import { IconCalendarOff, IconCircleCheck, IconLinkOff } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionInboxView } from '#libs/contracts';
import { Bare } from '../../../components/bare';
import { ErrorState } from '../../../components/error-state';
import { GuardedForm } from '../../../components/guarded-form';
import { LanguageSwitch } from '../../../components/language-switch';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { api, view } from '../../../lib/api';
import { useFormat } from '../../../lib/i18n';
import { useLinkToken } from '../../../lib/link-token';
import { asProblem } from '../../../lib/problem';
import { useDraft } from '../practice/use-draft';
import classes from './inbox.module.css';

const LONGEST = 600;

const inboxQuery = (token: string) =>
  queryOptions({
    queryKey: ['question-inbox', token],
    queryFn: ({ signal }) =>
      view<QuestionInboxView>(api.POST('/api/question-inbox/open', { body: { token }, signal })),
  });

/** Where a colleague without account proposes a question: one practice, one session, one box. */
export default function InboxPage() {
  const { t } = useTranslation('dialogue-inbox');
  const token = useLinkToken();
  const { data, error, refetch } = useQuery(inboxQuery(token));
  const gone = error !== null && asProblem(error).status === 410;
  return (
    <Bare right={<LanguageSwitch />} beside={data?.practice}>
      {data ? (
        <Inbox key={token} token={token} inbox={data} />
      ) : gone ? (
        <Notice icon={<IconLinkOff size={44} stroke={1.4} />} title={t('gone')}>
          <p>{t('gone.text')}</p>
        </Notice>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={3} height={60} />
      )}
    </Bare>
  );
}

function Inbox({ token, inbox }: { token: string; inbox: QuestionInboxView }) {
  const { t } = useTranslation('dialogue-inbox');
  const format = useFormat();
  const client = useQueryClient();
  const [text, setText] = useDraft(`inbox.${token.slice(0, 12)}`);
  const [name, setName] = useState('');
  const [sent, setSent] = useState(0);
  const [thanks, setThanks] = useState(false);
  const at = (moment: string) => `${format.day(moment)}, ${format.time(moment)}`;
  const about = { department: inbox.department, practice: inbox.practice };
  if (thanks)
    return (
      <Notice icon={<IconCircleCheck size={44} stroke={1.4} />} title={t('thanks')} moved>
        <p>{t('thanks.text', about)}</p>
        <Button mt={14} onClick={() => setThanks(false)}>
          {t('thanks.more')}
        </Button>
      </Notice>
    );
  if (!inbox.open)
    return (
      <Notice icon={<IconCalendarOff size={44} stroke={1.4} />} title={t('closed')}>
        <p>{t('closed.text', about)}</p>
      </Notice>
    );
  const ask = async (plain: string, confirmed: boolean) => {
    const given = name.trim();
    const body = { token, text: plain, confirmed, ...(given ? { name: given } : {}) };
    const next = await view<QuestionInboxView>(api.POST('/api/question-inbox/ask', { body }));
    client.setQueryData(inboxQuery(token).queryKey, next);
    setText('');
    setSent(sent + 1);
    setThanks(true);
  };
  return (
    <>
      <PageHead
        title={t('title', about)}
        lead={t('lead', { ...about, at: at(inbox.startsAt) })}
        takeFocus={sent > 0}
      />
      <p className={classes.until}>
        {inbox.questionsUntil ? t('until', { at: at(inbox.questionsUntil) }) : t('late')}
      </p>
      <GuardedForm
        id="inbox-question"
        label={t('question')}
        description={t('question.why')}
        minRows={5}
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        submit={t('send')}
        item="text"
        send={ask}
      >
        {(findings) => (
          <TextInput
            label={t('name')}
            description={t('name.why')}
            size="md"
            value={name}
            maxLength={60}
            autoComplete="given-name"
            error={findings.some(({ item }) => item === 'name') ? t('name.found') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </GuardedForm>
    </>
  );
}

function Notice(props: { icon: ReactNode; title: string; moved?: boolean; children: ReactNode }) {
  const { t } = useTranslation('app');
  const heading = useRef<HTMLHeadingElement>(null);
  const { moved = false } = props;
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
  }, [moved]);
  return (
    <div className={classes.notice}>
      <title>{t('titled', { title: props.title })}</title>
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.children}
    </div>
  );
}
