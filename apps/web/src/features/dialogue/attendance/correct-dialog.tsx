import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { ErrorState } from '../../../components/error-state';
import { ZONE } from '../../../lib/format';
import { showToast } from '../../../lib/toast';
import { attendanceDoors, attendanceKey, attendanceQuery, type Correction } from './attendance-data';
import type { AttendedSession } from './attendance-panel';
import classes from './attendance.module.css';

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
});

interface CorrectDialogProps {
  session: AttendedSession;
  row: AttendanceView;
  onClose: () => void;
}

/** Whether somebody was there, and from when until when, instead of what was measured. */
export function CorrectDialog({ session, row, onClose }: CorrectDialogProps) {
  const { t } = useTranslation(['dialogue-practice', 'components']);
  const client = useQueryClient();
  const [says, setSays] = useState<Correction['says']>(
    row.corrected ? (row.corrected.joinedAt ? 'present' : 'absent') : row.present ? 'measured' : 'present',
  );
  const [from, setFrom] = useState(clock.format(new Date(row.joinedAt ?? session.startsAt)));
  const [to, setTo] = useState(clock.format(new Date(row.leftAt ?? session.endsAt)));
  const [checked, setChecked] = useState(false);
  const wrong = says === 'present' && !(from && to && to > from);
  const save = useMutation({
    mutationFn: () =>
      attendanceDoors.correct(session.id, row.practice.id, row.version, {
        personId: row.person.id,
        says,
        ...(says === 'present'
          ? { joinedAt: `${session.date}T${from}`, leftAt: `${session.date}T${to}` }
          : {}),
      }),
    onSuccess: (rows) => {
      client.setQueryData(attendanceQuery(session.id).queryKey, rows);
      showToast(t('a.saved'));
      onClose();
    },
    onError: () => void client.invalidateQueries({ queryKey: attendanceKey(session.id) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!wrong) save.mutate();
  };
  const measured = row.stays.length > 0 || row.corrected !== null;
  return (
    <Modal opened onClose={onClose} title={t('a.correctTitle', { name: row.person.name })}>
      <form noValidate className={classes.dialog} onSubmit={submit}>
        <ChoiceCards
          legend={t('a.legend')}
          hideLegend
          value={says}
          onChange={setSays}
          choices={[
            { value: 'present', label: t('a.yes') },
            { value: 'absent', label: t('a.no') },
            ...(measured ? [{ value: 'measured' as const, label: t('a.measured') }] : []),
          ]}
        />
        {says === 'present' && (
          <div className={classes.times}>
            <TextInput
              type="time"
              label={t('a.from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('a.to')}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
        )}
        {checked && wrong && (
          <p role="alert" className={classes.wrong}>
            {t('a.wrong')}
          </p>
        )}
        {save.error ? <ErrorState error={save.error} /> : null}
        <Group gap={8}>
          <Button type="submit" loading={save.isPending}>
            {t('a.save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('components:confirm.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
