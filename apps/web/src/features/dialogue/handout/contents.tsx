import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { partsOf } from './parts';
import classes from './handout.module.css';

/** The table of contents: beside the text, on a phone above it and folded. */
export function Contents({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const parts = partsOf(handout.content, handout.files.length);
  if (parts.length < 2) return null;
  const list = (
    <ol>
      {parts.map(({ id, kind, title, questions }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {kind === 'section' ? title : t(`part.${kind}`)}
            {questions > 0 && (
              <span className="lk-muted" aria-label={t('contents.questions', { count: questions })}>
                {questions}
              </span>
            )}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className={classes.contents} aria-label={t('contents')} data-print="hide">
      <h2>{t('contents')}</h2>
      {list}
      <details className={classes.folded}>
        <summary>{t('contents')}</summary>
        {list}
      </details>
    </nav>
  );
}
