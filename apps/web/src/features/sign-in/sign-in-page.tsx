import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { Bare } from '../../components/bare';
import { LanguageSwitch } from '../../components/language-switch';
import { PageHead } from '../../components/page-head';
import { setupQuery } from '../../lib/setup';
import { CodeForm } from './code-form';
import { DemoPeople } from './demo-people';
import { MailForm } from './mail-form';
import { demoQuery } from './sign-in';
import classes from './sign-in.module.css';

/** Signing in: ask for a mail, then open its link or type its code. In the demo: choose who to be. */
export default function SignInPage() {
  const { t } = useTranslation('sign-in');
  const [params] = useSearchParams();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const back = params.get('terug');
  const demo = useQuery(demoQuery).data;
  const setup = useQuery(setupQuery).data;
  if (setup?.needed) return <Navigate to="/instellen" replace />; // nobody can sign in to an empty installation
  return (
    <Bare right={<LanguageSwitch />}>
      {sentTo === null ? (
        <>
          <PageHead title={t('title')} lead={t('lead')} />
          {back && <p className={classes.note}>{t('back')}</p>}
          <MailForm onSent={setSentTo} />
        </>
      ) : (
        <CodeForm email={sentTo} back={back} demo={Boolean(demo)} onAgain={() => setSentTo(null)} />
      )}
      {demo && <DemoPeople people={demo} back={back} />}
    </Bare>
  );
}
