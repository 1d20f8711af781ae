import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModerationTextView } from '#libs/contracts';
import { Verdict } from '../../../../components/verdict';
import classes from './texts.module.css';

interface DecidedTextProps {
  text: ModerationTextView;
  /** True when its editor was closed: its button takes the focus. */
  called: boolean;
  onAgain: () => void;
}
/** A text that somebody decided about, on one line; it can be looked at again. */
export function DecidedText({ text, called, onAgain }: DecidedTextProps) {
  const { t } = useTranslation('results');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (called) button.current?.focus();
  }, [called]);
  const shown = text.state === 'shown';
  const said = text.shown ?? text.original;
  return (
    <div className={classes.decided}>
      {shown ? (
        <Verdict kind="ok" icon={IconEye}>
          {t('texts.state.shown')}
        </Verdict>
      ) : (
        <Verdict kind="same" icon={IconEyeOff}>
          {t('texts.state.withheld')}
        </Verdict>
      )}
      <p data-withheld={!shown || undefined}>{shown ? said : text.original}</p>
      <Button
        ref={button}
        size="compact-md"
        variant="subtle"
        data-print="hide"
        aria-label={t('texts.again.label', { text: said.slice(0, 40) })}
        onClick={onAgain}
      >
        {t('texts.again')}
      </Button>
    </div>
  );
}
