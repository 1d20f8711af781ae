import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Bare } from '../components/bare';
import { PageHead } from '../components/page-head';
import { useMe } from '../lib/me';

/** Somebody who came by a task link opens another page: says what the link is for, and how to see more. */
export function TaskOnlyPage() {
  const { t } = useTranslation('app');
  const { task } = useMe();
  return (
    <Bare>
      <PageHead title={t('taskOnly.title')} lead={t('taskOnly.text')} />
      <Group gap={10}>
        {task && (
          <Button component={Link} to={task.href}>
            {t('taskOnly.toTask')}
          </Button>
        )}
        <Button component={Link} to="/aanmelden" variant="default">
          {t('taskOnly.signIn')}
        </Button>
      </Group>
    </Bare>
  );
}
