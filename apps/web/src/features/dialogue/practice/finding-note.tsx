import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TextFindingView } from '#libs/contracts';
import { markedPieces } from '../../../lib/marked';
import { asProblem } from '../../../lib/problem';
import classes from './practice.module.css';

/** What the server found in the texts of a refused call; empty for every other failure. */
export function findingsOf(error: unknown): TextFindingView[] {
  if (!error) return [];
  const { code, details } = asProblem(error);
  return code === 'text.identifiers' && Array.isArray(details['findings'])
    ? (details['findings'] as TextFindingView[])
    : [];
}

interface FindingNoteProps {
  text: string;
  finding: TextFindingView;
  busy: boolean;
  onTake: (rewrite: string) => void;
  /** Only for what is a warning. */
  onConfirm: () => void;
}

/** What could point to a patient: where it stands, how it can be said without, and the way to keep it where that is allowed. */
export function FindingNote({ text, finding, busy, onTake, onConfirm }: FindingNoteProps) {
  const { t } = useTranslation('dialogue-practice');
  const blocked = finding.verdict === 'block';
  return (
    <div className={classes.finding} data-verdict={finding.verdict}>
      <p className={classes.findingTitle}>
        <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
        {t(blocked ? 'guard.block' : 'guard.warn')}
      </p>
      <p>
        {markedPieces(text, finding.spans).map((piece, at) =>
          piece.type ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
        )}
      </p>
      <p className="lk-muted">{t('guard.instead')}</p>
      <p className={classes.rewrite}>{finding.rewrite}</p>
      <div className={classes.buttons}>
        <Button size="sm" variant="light" onClick={() => onTake(finding.rewrite)}>
          {t('guard.take')}
        </Button>
        {!blocked && (
          <Button size="sm" variant="default" loading={busy} onClick={onConfirm}>
            {t('guard.keep')}
          </Button>
        )}
      </div>
    </div>
  );
}
