import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { wordsOf } from './desk-data';
import classes from './desk.module.css';

/** Shown at once; more would push the questions out of sight. */
const SHOWN = 1;

interface AlikePanelProps {
  pairs: { a: DeskQuestionView; b: DeskQuestionView; key: string }[];
  onMerge: (question: DeskQuestionView, into: DeskQuestionView) => void;
  onDifferent: (key: string) => void;
}

/** Questions that look alike: one click puts them together, another says that they are not the same (DIA-17). */
export function AlikePanel({ pairs, onMerge, onDifferent }: AlikePanelProps) {
  const { t } = useTranslation('dialogue-desk');
  const [all, setAll] = useState(false);
  if (pairs.length === 0) return null;
  const shown = all ? pairs : pairs.slice(0, SHOWN);
  return (
    <Panel title={t('alike', { count: pairs.length })} padding="none">
      <ul className={classes.pairs}>
        {shown.map(({ a, b, key }) => (
          <li key={key} className={classes.pair}>
            <p>
              {wordsOf(a)} <Asking question={a} />
            </p>
            <p>
              {wordsOf(b)} <Asking question={b} />
            </p>
            <div className={classes.pairActions}>
              <Button
                size="compact-md"
                variant="light"
                leftSection={<IconArrowMerge size={16} stroke={1.8} />}
                aria-label={t('alike.merge.label', { text: wordsOf(b), into: wordsOf(a) })}
                onClick={() => onMerge(b, a)}
              >
                {t('merge')}
              </Button>
              <Button
                size="compact-md"
                variant="subtle"
                aria-label={t('alike.different.label', { text: wordsOf(b), into: wordsOf(a) })}
                onClick={() => onDifferent(key)}
              >
                {t('alike.different')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN && (
        <div className={classes.morePairs}>
          <Button variant="subtle" size="compact-md" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('alike.less') : t('alike.more', { count: pairs.length - SHOWN })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Asking({ question }: { question: DeskQuestionView }) {
  const { t } = useTranslation('dialogue-desk');
  const { practices } = question;
  return practices > 0 ? <span className="lk-muted">({t('practices', { count: practices })})</span> : null;
}
