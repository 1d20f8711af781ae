import { Button } from '@mantine/core';
import { IconFlag, IconMessageCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureRemarkView, OwnFigureView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { findingsOf } from '../../../lib/guard';
import { showToast } from '../../../lib/toast';
import { figureDoors, figuresKey } from '../figures-data';
import { GuardedText } from './guarded-text';
import classes from './remarks.module.css';

type Kind = FigureRemarkView['kind'];
/** As the server takes it. */
const LONGEST = 2000;

/** "Dit klopt niet" and "Opmerking bij dit cijfer": said where the figure is, kept with the figure (MIR-03). */
export function RemarkActions({ figure, practiceId }: { figure: OwnFigureView; practiceId: string }) {
  const { t } = useTranslation('figures');
  const [kind, setKind] = useState<Kind | null>(null);
  const buttons = useRef<Partial<Record<Kind, HTMLButtonElement | null>>>({});
  const close = (was: Kind) => {
    setKind(null);
    requestAnimationFrame(() => buttons.current[was]?.focus());
  };
  return (
    <div className={classes.actions} data-print="hide">
      {kind ? (
        <RemarkForm
          key={kind}
          kind={kind}
          figure={figure}
          practiceId={practiceId}
          onDone={() => close(kind)}
        />
      ) : (
        <>
          <Button
            ref={(node) => void (buttons.current.dispute = node)}
            variant="default"
            size="sm"
            fullWidth
            leftSection={<IconFlag size={17} />}
            onClick={() => setKind('dispute')}
          >
            {t('remark.dispute')}
          </Button>
          <Button
            ref={(node) => void (buttons.current.comment = node)}
            variant="subtle"
            size="sm"
            fullWidth
            leftSection={<IconMessageCircle size={17} />}
            onClick={() => setKind('comment')}
          >
            {t('remark.comment')}
          </Button>
          <p className={classes.who}>{t('remark.who')}</p>
        </>
      )}
    </div>
  );
}

interface RemarkFormProps {
  kind: Kind;
  figure: OwnFigureView;
  practiceId: string;
  onDone: () => void;
}
function RemarkForm({ kind, figure, practiceId, onDone }: RemarkFormProps) {
  const { t } = useTranslation(['figures', 'components']);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const id = useId();
  const send = useMutation({
    mutationFn: () =>
      figureDoors.remark({
        practiceId,
        measure: figure.measure.code,
        item: figure.item.code,
        from: figure.period.from,
        kind,
        text: text.trim(),
        confirmed: kept === text,
      }),
    onSuccess: () => {
      showToast(t(`remark.sent.${kind}`));
      onDone();
      return client.invalidateQueries({ queryKey: figuresKey });
    },
  });
  const [found] = findingsOf(send.error);
  const empty = text.trim() === '';
  return (
    <form
      className={classes.form}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!empty) send.mutate();
      }}
    >
      <h3 id={id}>{t(`remark.${kind}`)}</h3>
      <GuardedText
        label={t(`remark.${kind}.label`)}
        description={t(`remark.${kind}.help`)}
        value={text}
        onChange={(value) => {
          setText(value);
          send.reset();
        }}
        maxLength={LONGEST}
        minRows={4}
        error={asked && empty ? t('remark.empty') : null}
        found={found}
        asked={asked}
        kept={kept === text}
        onKeep={() => {
          setKept(text);
          send.reset();
        }}
        takeFocus
      />
      {send.error && !found ? <ErrorState error={send.error} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={send.isPending}>
          {t('remark.send')}
        </Button>
        <Button variant="default" size="sm" onClick={onDone} disabled={send.isPending}>
          {t('components:confirm.cancel')}
        </Button>
      </div>
      <p className={classes.who}>{t(`remark.who.${kind}`)}</p>
    </form>
  );
}
