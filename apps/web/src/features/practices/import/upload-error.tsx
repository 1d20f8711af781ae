import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Words } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import classes from './import.module.css';

/** Why the file could not be read, in the sentence of who tried to read it, and what to do. */
export function UploadError({ error }: { error: unknown }) {
  const { t } = useTranslation('imports');
  const say = useWords();
  const problemText = useProblemText();
  const words = asProblem(error).details['words'] as Words | undefined;
  return (
    <div role="alert" className={classes.alert} data-tone="bad">
      <IconAlertTriangle size={22} stroke={1.8} className="lk-icon" aria-hidden />
      <div>
        <b>{t('upload.failed')}</b>
        <p>{words ? say(words) : problemText(error)}</p>
      </div>
    </div>
  );
}
