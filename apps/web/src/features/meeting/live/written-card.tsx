import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { SaveState } from '../../../components/save-state';
import { Verdict } from '../../../components/verdict';
import { findingsOf } from '../../../lib/guard';
import { asProblem } from '../../../lib/problem';
import classes from './live.module.css';
import type { WrittenText } from './written-text';

/** As the server takes it. */
const LONGEST = 2000;

interface WrittenCardProps {
  written: WrittenText;
  title: string;
  hint?: ReactNode;
  placeholder?: string;
  /** Ends with "klaar": the others see that it is. Without it the text is just kept. */
  finishes: boolean;
  onFocus?: () => void;
  onBlur?: () => void;
}

/** A text of one's own, or of the group: saved while it is typed, kept in the tab while the server is out of reach. */
export function WrittenCard({
  written,
  title,
  hint,
  placeholder,
  finishes,
  onFocus,
  onBlur,
}: WrittenCardProps) {
  const { t } = useTranslation('meeting-live');
  const state = useSyncExternalStore(written.subscribe, written.snapshot);
  const box = useRef<HTMLTextAreaElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const { text, done, refused, theirs, fixed } = state;
  const [found] = findingsOf(refused);
  const closed = finishes && done && !theirs && refused === null;
  const left = useEffectEvent(() => onBlur?.());
  useEffect(() => {
    // a field that goes away with the focus in it says nothing
    if (closed) left();
  }, [closed]);
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.cardHead}>
        <h3>{title}</h3>
        {closed ? (
          <Verdict kind="ok" icon={IconCheck}>
            {t('tile.done')}
          </Verdict>
        ) : (
          <SaveState
            savedAt={state.savedAt}
            saving={state.sending}
            failed={refused !== null || theirs !== null}
          />
        )}
      </div>
      {closed ? (
        <>
          <p className={classes.said}>{text === '' ? t('own.nothing') : text}</p>
          <div className={classes.cardFoot}>
            {fixed ? (
              <p className={classes.small}>{t('own.fixed')}</p>
            ) : (
              <Button
                ref={change}
                variant="default"
                size="sm"
                leftSection={<IconPencil size={17} aria-hidden />}
                onClick={() => {
                  written.reopen();
                  requestAnimationFrame(() => box.current?.focus());
                }}
              >
                {t('own.change')}
              </Button>
            )}
            {state.waiting && <p className={classes.small}>{t('own.waiting')}</p>}
          </div>
        </>
      ) : (
        <>
          <GuardedField
            ref={box}
            size="md"
            minRows={3}
            aria-label={title}
            placeholder={placeholder}
            value={text}
            maxLength={LONGEST}
            found={found}
            kept={state.confirmed === text}
            onKeep={() => written.confirm()}
            onChange={(next) => written.type(next)}
            onFocus={onFocus}
            onBlur={() => {
              written.flush();
              onBlur?.();
            }}
          />
          {theirs && (
            <div className={classes.clash} role="alert">
              <p>{t('clash')}</p>
              <p className={classes.said}>{theirs.text}</p>
              <div className={classes.cardFoot}>
                <Button size="sm" variant="default" onClick={() => written.takeTheirs()}>
                  {t('clash.theirs')}
                </Button>
                <Button size="sm" variant="default" onClick={() => written.keepMine()}>
                  {t('clash.mine')}
                </Button>
              </div>
            </div>
          )}
          {refused !== null && !found && (
            <>
              <ErrorState error={refused} />
              {asProblem(refused).code === 'meeting.input-shown' && (
                <Button size="sm" variant="default" onClick={() => written.giveUp()}>
                  {t('own.giveUp')}
                </Button>
              )}
            </>
          )}
          <div className={classes.cardFoot}>
            {finishes && (
              <Button
                leftSection={<IconCheck size={18} aria-hidden />}
                onClick={() => {
                  written.finish();
                  requestAnimationFrame(() => change.current?.focus());
                }}
              >
                {t('own.done')}
              </Button>
            )}
            <p className={classes.small} role="status">
              {state.waiting ? t('own.waiting') : hint}
            </p>
          </div>
          <p className={classes.guard}>
            <IconShieldCheck size={18} stroke={1.8} className="lk-icon" aria-hidden />
            {t('own.guard')}
          </p>
        </>
      )}
    </section>
  );
}
