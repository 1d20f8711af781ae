import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProposalView, RoundView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { api, ifMatch } from '../../../lib/api';
import { useFormat, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { publishPreviewQuery, roundKey } from '../round-data';
import classes from './publish.module.css';

interface PublishDialogProps {
  round: RoundView;
  proposal: ProposalView;
  opened: boolean;
  onClose: () => void;
}

/** Names exactly who will receive what before anything leaves the building. */
export function PublishDialog({ round, proposal, opened, onClose }: PublishDialogProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [evenIfStale, setEvenIfStale] = useState(false);
  const [evenIfIncomplete, setEvenIfIncomplete] = useState(false);
  const preview = useQuery({ ...publishPreviewQuery(round.id, proposal), enabled: opened });
  const publish = useMutation({
    mutationFn: () =>
      api.POST('/api/proposals/{id}/publish', {
        params: { path: { id: proposal.id } },
        ...ifMatch(proposal.version),
        body: { evenIfStale, evenIfIncomplete },
      }),
    onSuccess: async () => {
      showToast(t('publish.done'));
      await navigate(`/intervisie/rondes/${round.id}/groepen`);
      await Promise.all([
        client.invalidateQueries({ queryKey: roundKey(round.id) }),
        client.invalidateQueries({ queryKey: ['rounds'] }),
        client.invalidateQueries({ queryKey: ['groups'] }),
        client.invalidateQueries({ queryKey: ['home'] }),
      ]);
    },
    onError: (error) => {
      if (asProblem(error).status === 409) void client.invalidateQueries({ queryKey: roundKey(round.id) });
    },
  });
  const stale = proposal.stale || (publish.error && asProblem(publish.error).code === 'proposal.stale');
  const { left } = proposal;
  const view = preview.data;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        publish.reset();
        onClose();
      }}
      onConfirm={() => publish.mutate()}
      title={t(round.state === 'published' ? 'publish.title.repair' : 'publish.title', { round: round.name })}
      confirm={view ? t('publish.confirm', { count: view.mails }) : t('publish.confirm.plain')}
      disabled={!view || (Boolean(stale) && !evenIfStale) || (left.length > 0 && !evenIfIncomplete)}
      busy={publish.isPending}
      error={publish.error ?? preview.error}
      receivers={view?.recipients.map((one, i) => ({
        id: `${one.practice}-${i}`,
        name: one.names.length > 0 ? `${one.practice}: ${format.list(one.names)}` : one.practice,
        detail: words(one.what),
      }))}
    >
      {!view && !preview.error && <p>{t('publish.wait')}</p>}
      {view && (
        <>
          <p>
            {t('publish.what', {
              groups: t('groups', { count: view.groups }),
              practices: t('practices', { count: view.practices }),
              mails: t('mails', { count: view.mails }),
            })}
          </p>
          {view.warnings.length > 0 && (
            <ul className={classes.warnings}>
              {view.warnings.map((warning) => (
                <li key={warning.nl}>{words(warning)}</li>
              ))}
            </ul>
          )}
          {view.unreachable.length > 0 && (
            <p className={classes.warn}>
              {t('publish.unreachable', {
                count: view.unreachable.length,
                names: format.list(view.unreachable.map((one) => one.name)),
              })}
            </p>
          )}
          {left.length > 0 && (
            <Checkbox
              mt="sm"
              checked={evenIfIncomplete}
              onChange={(event) => setEvenIfIncomplete(event.currentTarget.checked)}
              label={t('publish.incomplete', {
                count: left.length,
                names: format.list(left.map((one) => one.name)),
              })}
            />
          )}
          {stale && (
            <Checkbox
              mt="sm"
              checked={evenIfStale}
              onChange={(event) => setEvenIfStale(event.currentTarget.checked)}
              label={t('publish.stale')}
            />
          )}
        </>
      )}
    </ConfirmDialog>
  );
}
