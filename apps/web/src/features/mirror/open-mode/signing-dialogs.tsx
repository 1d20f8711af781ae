import { Anchor, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenModeView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useMe } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import { figureDoors, figuresKey } from '../figures-data';
import { AgreedWords, markOf } from './agreed-words';
import classes from './open-mode.module.css';

interface SigningProps {
  mode: OpenModeView;
  /** For which practice; null: closed. */
  practiceId: string | null;
  onClose: () => void;
}

/** One change of a signature; afterwards, also after a refusal, the page shows what stands now. */
function useSigning<Given>(
  { mode, practiceId, onClose }: SigningProps,
  send: (mode: OpenModeView, practiceId: string, given: Given) => Promise<OpenModeView>,
  said: (changed: OpenModeView) => 'withdraw.done' | 'sign.active' | 'sign.done',
) {
  const { t } = useTranslation('group-figures');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => send(mode, practiceId ?? '', given),
    onSuccess: (changed) => {
      onClose();
      showToast(t(said(changed)));
    },
    onSettled: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
}

const practiceOf = ({ mode, practiceId }: SigningProps) =>
  mode.signatures.find((one) => one.practiceId === practiceId)?.practice ?? '';

/** Signing names everything that is agreed and who will see what; then the code from the mail says who signs. */
export function SignDialog(props: SigningProps) {
  const { t } = useTranslation('group-figures');
  const { mode, practiceId } = props;
  const [mailed, setMailed] = useState(false);
  const [code, setCode] = useState('');
  const close = () => {
    setMailed(false);
    setCode('');
    props.onClose();
  };
  const sign = useSigning({ ...props, onClose: close }, figureDoors.sign, ({ state }) =>
    state === 'active' ? 'sign.active' : 'sign.done',
  );
  const ask = useMutation({
    mutationFn: () => figureDoors.askCode(mode, practiceId ?? ''),
    onSuccess: () => {
      sign.reset();
      setCode('');
      setMailed(true);
    },
  });
  const digits = code.replace(/\D/g, '');
  const confirm = () => {
    if (!mailed) ask.mutate();
    else if (digits.length === 6 && !sign.isPending) sign.mutate(digits);
  };
  return (
    <ConfirmDialog
      opened={practiceId !== null}
      onClose={() => {
        sign.reset();
        ask.reset();
        close();
      }}
      onConfirm={confirm}
      title={t('sign.title', { practice: practiceOf(props) })}
      confirm={t(mailed ? 'sign.confirm' : 'sign.mail')}
      disabled={mailed && digits.length !== 6}
      busy={sign.isPending || ask.isPending}
      error={ask.error ?? sign.error}
    >
      {mailed ? (
        <TypedCode mode={mode} code={code} onCode={setCode} onEnter={confirm} onAgain={() => ask.mutate()} />
      ) : (
        <>
          <p>{t('sign.text')}</p>
          <AgreedWords mode={mode} />
          <ul className={classes.promises}>
            <li>{t('sign.all')}</li>
            <li>{t('sign.small')}</li>
            <li>{t('sign.outside')}</li>
            <li>{t('sign.back')}</li>
          </ul>
          <p>{t('sign.step')}</p>
        </>
      )}
    </ConfirmDialog>
  );
}

interface TypedCodeProps {
  mode: OpenModeView;
  code: string;
  onCode: (code: string) => void;
  onEnter: () => void;
  onAgain: () => void;
}

/** The six digits from the mail: one plain field that can be pasted into, and that a phone fills in. */
function TypedCode({ mode, code, onCode, onEnter, onAgain }: TypedCodeProps) {
  const { t } = useTranslation('group-figures');
  const { person } = useMe();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={classes.code}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <p role="status">{t('sign.mailed', { email: person.email })}</p>
      <TextInput
        label={t('sign.code')}
        description={t('sign.code.help', { mark: markOf(mode) })}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={(event) => onCode(event.currentTarget.value)}
        ref={field}
      />
      <Anchor component="button" type="button" onClick={onAgain}>
        {t('sign.again')}
      </Anchor>
    </form>
  );
}

/** Taking a signature back works at once, for everybody who has the page open. */
export function WithdrawDialog(props: SigningProps) {
  const { t } = useTranslation('group-figures');
  const withdraw = useSigning(
    props,
    (mode, practiceId) => figureDoors.withdraw(mode, practiceId),
    () => 'withdraw.done',
  );
  return (
    <ConfirmDialog
      opened={props.practiceId !== null}
      onClose={() => {
        withdraw.reset();
        props.onClose();
      }}
      onConfirm={() => withdraw.mutate(undefined)}
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
