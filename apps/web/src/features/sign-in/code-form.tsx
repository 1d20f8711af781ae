import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api } from '../../lib/api';
import { CodeInput } from './code-input';
import { useSignIn } from './sign-in';
import classes from './sign-in.module.css';

interface CodeFormProps {
  email: string;
  back: string | null;
  demo: boolean;
  onAgain: () => void;
}

/** "Kijk in uw mail", with a field for the code from it. */
export function CodeForm({ email, back, demo, onAgain }: CodeFormProps) {
  const { t } = useTranslation('sign-in');
  const signIn = useSignIn((code: string) => api.POST('/api/sign-in/code', { body: { email, code } }), back);
  return (
    <>
      <PageHead title={t('sent.title')} lead={t('sent.lead', { email })} takeFocus />
      <p className={classes.step}>{t('sent.link')}</p>
      {demo && (
        <p className={classes.step}>
          <Anchor component={Link} to="/mailbox">
            {t('sent.mailbox')}
          </Anchor>
        </p>
      )}
      <Panel>
        <p className={classes.intro}>{t('sent.code')}</p>
        <CodeInput
          label={t('code')}
          submit={t('code.submit')}
          busy={signIn.isPending}
          error={signIn.error}
          onCode={signIn.mutate}
        />
      </Panel>
      <p className={classes.again}>
        <span>{t('sent.none')}</span>
        <Button variant="subtle" size="compact-md" onClick={onAgain}>
          {t('again')}
        </Button>
      </p>
    </>
  );
}
