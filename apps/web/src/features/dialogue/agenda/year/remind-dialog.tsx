import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { showToast } from '../../../../lib/toast';
import { yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';

/** Once more to who has not answered, and to nobody else. */
export function RemindDialog(props: { year: DialogueYearView; opened: boolean; onClose: () => void }) {
  const { year, opened, onClose } = props;
  const { t } = useTranslation('dialogue-agenda');
  const voting = year.state === 'voting';
  const receivers = voting
    ? year.voters
        .filter(({ source, reachable }) => source === null && reachable)
        .map(({ practiceId, name }) => ({ id: practiceId, name }))
    : year.departments
        .filter((one) => one.invited && one.answeredAt === null && one.reachable)
        .map(({ id, name }) => ({ id, name }));
  const remind = useYearChange(
    year.id,
    (version) => (voting ? yearDoors.openVote(year.id, version) : yearDoors.ask(year.id, version, {})),
    () => {
      onClose();
      showToast(t('remind.done'));
    },
  );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        remind.reset();
        onClose();
      }}
      onConfirm={() => remind.mutate()}
      title={t('remind.title')}
      confirm={t('remind.confirm', { count: receivers.length })}
      disabled={receivers.length === 0}
      busy={remind.isPending}
      error={remind.error}
      receivers={receivers}
    >
      <p>{t(receivers.length === 0 ? 'remind.nobody' : 'remind.text')}</p>
    </ConfirmDialog>
  );
}
