import { IconChevronDown, IconEyeOff, IconLock, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvaluationView, Words } from '#libs/contracts';
import { useFormat, useWords } from '../../lib/i18n';
import classes from './evaluation.module.css';

type Promised = Pick<
  EvaluationView,
  'anonymity' | 'region' | 'minimumResponses' | 'minimumTextResponses' | 'closesAt'
>;
const ICONS = { anonymous: IconEyeOff, confidential: IconLock, named: IconUser };
/** What is true for each level, in the order of the questions that people have. */
const FACTS = {
  anonymous: ['sealed', 'until', 'results', 'texts', 'once', 'device'],
  confidential: ['kept', 'until', 'unlinked', 'results', 'texts'],
  named: ['named', 'kept', 'results', 'texts'],
} as const;

interface EvaluationPromiseProps {
  view: Promised;
  introduction?: Words;
  /** False: this device keeps nothing, so closing the page loses what was given. */
  kept?: boolean;
}

/** Who sees what, before anything is given: one sentence, and the whole of it under "Meer hierover". */
export function EvaluationPromise({ view, introduction, kept = true }: EvaluationPromiseProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const words = useWords();
  const { anonymity } = view;
  const Icon = ICONS[anonymity];
  const values = {
    region: view.region,
    count: view.minimumResponses,
    texts: view.minimumTextResponses,
    until: view.closesAt ? `${format.day(view.closesAt)}, ${format.time(view.closesAt)}` : t('closing'),
  };
  return (
    <div className={classes.promise}>
      <Icon size={19} stroke={1.7} className="lk-icon" aria-hidden />
      <div>
        <p>{t(`${anonymity}.short`, values)}</p>
        {!kept && anonymity === 'anonymous' && <p>{t('device.nothing')}</p>}
        <details>
          <summary>
            {t('more')}
            <IconChevronDown size={16} stroke={1.8} className="lk-icon" aria-hidden />
          </summary>
          {introduction && <p>{words(introduction)}</p>}
          <ul>
            {FACTS[anonymity].map((fact) =>
              fact === 'device' && !kept ? null : (
                <li key={fact}>{t(`fact.${anonymity}.${fact}` as 'fact.named.kept', values)}</li>
              ),
            )}
          </ul>
        </details>
      </div>
    </div>
  );
}

/** Under each text: what becomes of it, in one sentence. */
export function TextNote({ view }: { view: Promised }) {
  const { t } = useTranslation('evaluation');
  const key = view.anonymity === 'named' ? 'text.note.named' : 'text.note';
  return t(key, { count: view.minimumTextResponses });
}
