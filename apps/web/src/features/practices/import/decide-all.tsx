import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRowView } from '#libs/contracts';
import type { QuestionKind } from './import-data';
import classes from './import.module.css';

const KINDS: readonly QuestionKind[] = ['list-size-jump', 'same-practice', 'gone'];

interface DecideAllProps {
  rows: readonly ImportRowView[];
  /** All practices that are not in the file; the rows that are loaded may be fewer. */
  gone: number;
  busy: boolean;
  onAll: (kind: QuestionKind, decision: 'yes' | 'no') => void;
}

/** The same answer to every question of one kind, where there are several. */
export function DecideAll({ rows, gone, busy, onAll }: DecideAllProps) {
  const { t } = useTranslation('imports');
  const kinds = KINDS.map((kind) => {
    const open = rows.filter((row) => row.question?.kind === kind && row.decision === null).length;
    return { kind, count: kind === 'gone' && open > 0 ? gone : open };
  }).filter(({ count }) => count > 1);
  if (kinds.length === 0) return null;
  return (
    <ul className={classes.decideAll}>
      {kinds.map(({ kind, count }) => (
        <li key={kind}>
          <span>{t(`all.${kind}`, { count })}</span>
          {(['yes', 'no'] as const).map((answer) => (
            <Button
              key={answer}
              variant="default"
              size="xs"
              disabled={busy}
              onClick={() => onAll(kind, answer)}
            >
              {t(`all.${kind}.${answer}`)}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}
