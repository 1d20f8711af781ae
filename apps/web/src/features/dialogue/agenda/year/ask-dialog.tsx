import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ConfirmDialog, type Receiver } from '../../../../components/confirm-dialog';
import { useFormat } from '../../../../lib/i18n';
import { showToast } from '../../../../lib/toast';
import { dayAhead, departmentsQuery, yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

/** More cannot be compared exactly. */
const MOST_INVITED = 12;

interface DialogProps {
  year: DialogueYearView;
  opened: boolean;
  onClose: () => void;
}

/** Who is asked, until when they can answer, and who gets the mail: the coordinating specialist, or the departments at once. */
export function AskDialog({ year, opened, onClose }: DialogProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const register = useQuery({ ...departmentsQuery, enabled: opened });
  const [until, setUntil] = useState(() => dayAhead(21));
  /** null: as many most wanted as there are dates. */
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const usual = year.departments.slice(0, year.dates.length).map(({ id }) => id);
  const chosen = own ?? usual;
  const invited = year.departments.filter(({ id }) => chosen.includes(id));
  const late = until < dayAhead(0);
  const ask = useYearChange(
    year.id,
    (version) => yearDoors.ask(year.id, version, { yearDepartmentIds: [...chosen], preferUntil: until }),
    () => {
      onClose();
      showToast(t(year.coordinator ? 'ask.sent.coordinator' : 'ask.sent'));
    },
  );
  const contacts = new Map(register.data?.map(({ id, contact }) => [id, contact]));
  const receivers: Receiver[] = year.coordinator
    ? [{ id: 'coordinator', name: year.coordinator.name, detail: year.coordinator.email }]
    : invited.flatMap(({ id, departmentId, name, reachable }) => {
        const contact = contacts.get(departmentId);
        return reachable
          ? [{ id, name: contact ? `${name}: ${contact.name}` : name, detail: contact?.email }]
          : [];
      });
  const silent = invited.filter(({ reachable }) => !reachable);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        ask.reset();
        onClose();
      }}
      onConfirm={() => ask.mutate()}
      title={t('ask.title')}
      confirm={t(year.coordinator ? 'ask.confirm.coordinator' : 'ask.confirm')}
      disabled={!until || late || chosen.length === 0 || year.dates.length === 0}
      busy={ask.isPending}
      error={ask.error ?? register.error}
      receivers={receivers}
    >
      <p>
        {t(year.coordinator ? 'ask.text.coordinator' : 'ask.text', { name: year.coordinator?.name ?? '' })}
      </p>
      <fieldset className={classes.part}>
        <legend>{t('ask.who', { count: chosen.length, dates: year.dates.length })}</legend>
        <div className={classes.checks}>
          {year.departments.map((one, place) => (
            <Checkbox
              key={one.id}
              label={one.name}
              description={t('wanted.by', { count: one.practices, place: place + 1 })}
              checked={chosen.includes(one.id)}
              disabled={!chosen.includes(one.id) && chosen.length >= MOST_INVITED}
              onChange={(event) =>
                setOwn(
                  event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id),
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <TextInput
        type="date"
        mt="md"
        maw={260}
        label={t('ask.until')}
        description={t('until.text')}
        min={dayAhead(0)}
        value={until}
        error={late ? t('until.late') : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {year.dates.length === 0 && <p>{t('ask.noDates')}</p>}
      {silent.length > 0 && (
        <p>
          {t('ask.unreachable', { names: format.list(silent.map(({ name }) => name)), count: silent.length })}
        </p>
      )}
    </ConfirmDialog>
  );
}
