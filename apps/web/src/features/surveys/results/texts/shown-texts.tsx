import { useTranslation } from 'react-i18next';
import type { ResultsView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useWords } from '../../../../lib/i18n';
import { NotShown } from '../not-shown';
import classes from './texts.module.css';

/** Per question what was said on, in no order, without anything beside it. */
export function ShownTexts({ texts }: { texts: ResultsView['texts'] }) {
  const { t } = useTranslation('results');
  const words = useWords();
  return (
    <div className={classes.questions}>
      {texts.map((text) => (
        <Panel key={text.item} title={words(text.text)}>
          {text.hidden ? (
            <NotShown>{t(`hidden.${text.hidden}`)}</NotShown>
          ) : text.shown.length > 0 ? (
            <ul className={classes.quotes}>
              {text.shown.map((said, at) => (
                <li key={at}>{said}</li>
              ))}
            </ul>
          ) : (
            <p className={classes.nothing}>{t(text.waiting > 0 ? 'texts.notYet' : 'texts.none')}</p>
          )}
        </Panel>
      ))}
    </div>
  );
}
