import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FormingView, RoundView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { api, view } from '../../../lib/api';
import { PracticePicker } from '../practice-picker';
import { formingQuery, proposalQuery, roundKey } from '../round-data';
import classes from './groups.module.css';

interface RepairDialogProps {
  round: RoundView;
  onClose: () => void;
}

/**
 * A practice that comes, goes, or goes on in another one. The computer looks for the smallest change; nothing changes
 * before that proposal is published (GRP-16).
 */
export function RepairDialog({ round, onClose }: RepairDialogProps) {
  const { t } = useTranslation(['intervision', 'components']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [join, setJoin] = useState<string | null>(null);
  const [leave, setLeave] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const published = round.publishedProposalId ?? '';
  const proposal = useQuery({ ...proposalQuery(round.id, published), enabled: published !== '' });
  // The published proposal knows who sits where; after a repair it is that repair.
  const members = new Set(
    proposal.data?.board.flatMap((group) => group.members.map((member) => member.practiceId)) ?? [],
  );
  const known = members.size > 0 ? members : undefined;
  const merging = from !== null || into !== null;
  const complete =
    (join !== null || leave !== null || merging) && (!merging || (from !== null && into !== null));
  const repair = useMutation({
    mutationFn: () =>
      view<FormingView>(
        api.POST('/api/rounds/{id}/repairs', {
          params: { path: { id: round.id } },
          body: {
            join: join ? [join] : [],
            leave: leave ? [leave] : [],
            merge: from && into ? [{ from, into }] : [],
          },
        }),
      ),
    onSuccess: async (forming) => {
      client.setQueryData(formingQuery(round.id).queryKey, forming);
      await navigate(`/intervisie/rondes/${round.id}/indeling`);
      await client.invalidateQueries({ queryKey: roundKey(round.id) });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('repair.title')}
      classNames={{ title: classes.modalTitle }}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      <div className={classes.parts}>
        <p>{t('repair.lead')}</p>
        <fieldset className={classes.part}>
          <legend>{t('repair.join')}</legend>
          <p>{t('repair.join.text')}</p>
          <PracticePicker label={t('repair.practice')} value={join} onChange={setJoin} without={known} />
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{t('repair.leave')}</legend>
          <p>{t('repair.leave.text')}</p>
          <PracticePicker label={t('repair.practice')} value={leave} onChange={setLeave} among={known} />
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{t('repair.merge')}</legend>
          <p>{t('repair.merge.text')}</p>
          <div className={classes.pair}>
            <PracticePicker
              label={t('repair.merge.from')}
              value={from}
              onChange={setFrom}
              among={known}
              without={new Set(into ? [into] : [])}
            />
            <PracticePicker
              label={t('repair.merge.into')}
              value={into}
              onChange={setInto}
              without={new Set(from ? [from] : [])}
            />
          </div>
        </fieldset>
        {repair.error && <ErrorState error={repair.error} />}
      </div>
      <Group justify="flex-end" gap={10} mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('components:confirm.cancel')}
        </Button>
        <Button disabled={!complete} loading={repair.isPending} onClick={() => repair.mutate()}>
          {t('repair.submit')}
        </Button>
      </Group>
    </Modal>
  );
}
