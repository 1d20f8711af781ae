import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { useFormat } from '../../../../lib/i18n';
import { showToast } from '../../../../lib/toast';
import { dayAhead, yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';

interface DialogProps {
  year: DialogueYearView;
  opened: boolean;
  onClose: () => void;
}

/** Until when practices can choose, and exactly who gets a mail now. */
export function VoteDialog({ year, opened, onClose }: DialogProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const [until, setUntil] = useState(() => dayAhead(21));
  const reachable = year.voters.filter((one) => one.reachable);
  const unreachable = year.voters.filter((one) => !one.reachable);
  const late = until < dayAhead(0);
  const open = useYearChange(
    year.id,
    (version) => yearDoors.openVote(year.id, version, until),
    () => {
      onClose();
      showToast(t('vote.opened'));
    },
  );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        open.reset();
        onClose();
      }}
      onConfirm={() => open.mutate()}
      title={t('vote.title', { year: year.year })}
      confirm={t('vote.confirm', { count: reachable.length })}
      disabled={!until || late}
      busy={open.isPending}
      error={open.error}
      receivers={reachable.map(({ practiceId, name }) => ({ id: practiceId, name }))}
    >
      <p>{t('vote.text', { count: Math.min(4, year.departments.length) })}</p>
      <TextInput
        type="date"
        mt="md"
        maw={260}
        label={t('vote.until')}
        description={t('until.text')}
        min={dayAhead(0)}
        value={until}
        error={late ? t('until.late') : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {unreachable.length > 0 && (
        <p>
          {t('vote.unreachable', {
            count: unreachable.length,
            names: format.list(unreachable.map(({ name }) => name)),
          })}
        </p>
      )}
    </ConfirmDialog>
  );
}
