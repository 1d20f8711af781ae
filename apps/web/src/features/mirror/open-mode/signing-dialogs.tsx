import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenModeView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import { figureDoors, figuresKey } from '../figures-data';
import { AgreedWords } from './agreed-words';
import classes from './open-mode.module.css';

interface SigningProps {
  mode: OpenModeView;
  /** For which practice; null: closed. */
  practiceId: string | null;
  onClose: () => void;
}

function useSigning({ mode, practiceId, onClose }: SigningProps, act: 'sign' | 'withdraw') {
  const { t } = useTranslation('group-figures');
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => figureDoors[act](mode, practiceId ?? ''),
    onSuccess: (changed) => {
      onClose();
      showToast(
        t(act === 'withdraw' ? 'withdraw.done' : changed.state === 'active' ? 'sign.active' : 'sign.done'),
      );
    },
    // Also after a refusal: what was agreed may have changed, and the page must show what stands now.
    onSettled: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
}

const practiceOf = ({ mode, practiceId }: SigningProps) =>
  mode.signatures.find((one) => one.practiceId === practiceId)?.practice ?? '';

/** Signing names everything that is agreed, and who will see what. */
export function SignDialog(props: SigningProps) {
  const { t } = useTranslation('group-figures');
  const sign = useSigning(props, 'sign');
  return (
    <ConfirmDialog
      opened={props.practiceId !== null}
      onClose={() => {
        sign.reset();
        props.onClose();
      }}
      onConfirm={() => sign.mutate()}
      title={t('sign.title', { practice: practiceOf(props) })}
      confirm={t('sign.confirm')}
      busy={sign.isPending}
      error={sign.error}
    >
      <p>{t('sign.text')}</p>
      <AgreedWords mode={props.mode} />
      <ul className={classes.promises}>
        <li>{t('sign.all')}</li>
        <li>{t('sign.small')}</li>
        <li>{t('sign.outside')}</li>
        <li>{t('sign.back')}</li>
      </ul>
    </ConfirmDialog>
  );
}

/** Taking a signature back works at once, for everybody who has the page open. */
export function WithdrawDialog(props: SigningProps) {
  const { t } = useTranslation('group-figures');
  const withdraw = useSigning(props, 'withdraw');
  return (
    <ConfirmDialog
      opened={props.practiceId !== null}
      onClose={() => {
        withdraw.reset();
        props.onClose();
      }}
      onConfirm={() => withdraw.mutate()}
      title={t('withdraw.title', { practice: practiceOf(props) })}
      confirm={t('withdraw.confirm')}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
    >
      <p>{t('withdraw.text')}</p>
      <p>{t('withdraw.again')}</p>
    </ConfirmDialog>
  );
}
