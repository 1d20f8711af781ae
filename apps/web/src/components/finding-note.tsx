import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language, TextFindingView } from '#libs/contracts';
import type { Finding } from '../lib/guard';
import { aroundChange, aroundMarks, markedPieces } from '../lib/marked';
import classes from './finding-note.module.css';

interface FindingNoteProps {
  /** The text that the spans belong to. */
  text: string;
  finding: Finding | null | undefined;
  busy?: boolean;
  onTake: (rewrite: string) => void;
  /** What is refused cannot be kept: this is offered for a warning alone. */
  onKeep: () => void;
}

/**
 * What the guard of free texts found (DIA-20): where it stands, how it can be said without, and the way to keep it where that is allowed.
 * There without a finding too, so that it is read aloud when one comes.
 */
export function FindingNote({ text, finding, busy = false, onTake, onKeep }: FindingNoteProps) {
  const { t } = useTranslation('components');
  return (
    <div role="status" className={classes.status}>
      {finding && (
        <div className={classes.note} data-verdict={finding.verdict}>
          <p className={classes.title}>
            <IconAlertTriangle size={18} stroke={1.9} className="lk-icon" aria-hidden />
            {t(`guard.${finding.verdict}`)}
          </p>
          <p>
            <MarkedText text={text} spans={finding.spans} short />
          </p>
          <div>
            <p className="lk-muted">{t('guard.instead')}</p>
            <p>{aroundChange(text, finding.rewrite)}</p>
          </div>
          <div className={classes.buttons}>
            <Button size="sm" variant="light" onClick={() => onTake(finding.rewrite)}>
              {t('guard.take')}
            </Button>
            {finding.verdict === 'warn' && (
              <Button size="sm" variant="default" loading={busy} onClick={onKeep}>
                {t('guard.keep')}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

interface MarkedTextProps {
  text: string;
  spans: TextFindingView['spans'];
  /** Of a long text only what stands around the marks. */
  short?: boolean;
  /** Where it is not that of the screen. */
  language?: Language;
}

/** A text with what the guard found in it marked and named. */
export function MarkedText({ text, spans, short = false, language }: MarkedTextProps) {
  const { t, i18n } = useTranslation('components', language && { lng: language });
  const nameOf = (type: string) =>
    i18n.exists(`components:guard.type.${type}`)
      ? t(`guard.type.${type}` as 'guard.type.NAME')
      : t('guard.type.other');
  const pieces = markedPieces(text, spans);
  return (short ? aroundMarks(pieces) : pieces).map((piece, at) =>
    piece.type ? (
      <mark key={at} className={classes.mark}>
        {piece.text}
        <span className={classes.kind}> ({nameOf(piece.type)})</span>
      </mark>
    ) : (
      <span key={at}>{piece.text}</span>
    ),
  );
}
