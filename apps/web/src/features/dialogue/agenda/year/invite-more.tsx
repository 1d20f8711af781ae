import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { showToast } from '../../../../lib/toast';
import { departmentsQuery, yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

const MOST_INVITED = 12;

/** One department more, or one less: what a clash often asks for. A mail goes to the new one alone. */
export function InviteMore({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const register = useQuery(departmentsQuery);
  const [opened, setOpened] = useState<'more' | 'less' | null>(null);
  const [chosen, setChosen] = useState('');
  const invited = year.departments.filter((one) => one.invited);
  const others = year.departments.filter((one) => !one.invited);
  const choices = opened === 'less' ? invited : others;
  const one = choices.find(({ id }) => id === chosen) ?? choices[0];
  const contact = register.data?.find(({ id }) => id === one?.departmentId)?.contact;
  const save = useYearChange(
    year.id,
    (version, ids: string[]) => yearDoors.ask(year.id, version, { yearDepartmentIds: ids }),
    () => {
      showToast(t(opened === 'less' ? 'invite.less.done' : 'invite.more.done', { name: one?.name ?? '' }));
      setOpened(null);
      setChosen('');
    },
  );
  const close = () => {
    setOpened(null);
    setChosen('');
    save.reset();
  };
  const ids = invited.map(({ id }) => id);
  const direct = year.passedOnAt !== null;
  return (
    <div className={classes.more}>
      {others.length > 0 && ids.length < MOST_INVITED && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={17} />}
          onClick={() => setOpened('more')}
        >
          {t('invite.more')}
        </Button>
      )}
      {ids.length > 1 && (
        <Button variant="subtle" size="sm" onClick={() => setOpened('less')}>
          {t('invite.less')}
        </Button>
      )}
      <ConfirmDialog
        opened={opened !== null}
        onClose={close}
        onConfirm={() =>
          one && save.mutate(opened === 'less' ? ids.filter((id) => id !== one.id) : [...ids, one.id])
        }
        title={t(opened === 'less' ? 'invite.less.title' : 'invite.more.title')}
        confirm={t(opened === 'less' ? 'invite.less.confirm' : 'invite.more.confirm')}
        disabled={!one}
        busy={save.isPending}
        error={save.error}
        receivers={
          opened === 'more' && one && contact && direct
            ? [{ id: one.id, name: `${one.name}: ${contact.name}`, detail: contact.email }]
            : undefined
        }
      >
        <NativeSelect
          size="md"
          label={t('department')}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={one?.id ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <p>
          {opened === 'less'
            ? t('invite.less.text')
            : one && !one.reachable
              ? t('invite.unreachable', { name: one.name })
              : ''}
        </p>
      </ConfirmDialog>
    </div>
  );
}
