import { Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoPersonView } from '#libs/contracts';
import { Avatar } from '../../components/avatar';
import { ErrorState } from '../../components/error-state';
import { Panel } from '../../components/panel';
import { api } from '../../lib/api';
import { useSignIn } from './sign-in';
import classes from './sign-in.module.css';

/** One click to look around as somebody of the invented region; exists in the embedded demo only. */
export function DemoPeople({ people, back }: { people: readonly DemoPersonView[]; back: string | null }) {
  const { t } = useTranslation(['sign-in', 'app']);
  const signIn = useSignIn((id: string) => api.POST('/api/demo/sign-in', { body: { id } }), back);
  const id = useId();
  return (
    <section className={classes.demo} aria-labelledby={id}>
      <Title order={2} id={id} fz="1.0625rem">
        {t('demo.title')}
      </Title>
      <p className="lk-muted">{t('demo.text')}</p>
      {signIn.error && <ErrorState error={signIn.error} />}
      <Panel padding="none">
        <ul className={classes.people}>
          {people.map((person) => (
            <li key={person.id}>
              <UnstyledButton
                className={classes.person}
                onClick={() => signIn.mutate(person.id)}
                disabled={signIn.isPending}
              >
                <Avatar name={person.name} />
                <span className={classes.who}>
                  <span className={classes.name}>{person.name}</span>
                  <span className={classes.role}>
                    {[t(`app:role.${person.role}`), person.scopeName].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <IconChevronRight size={18} className="lk-icon" aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}
