import { Anchor } from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FigureChoicesView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import { ALL_ITEMS, itemsOf } from '../items';
import classes from './practice.module.css';

/** Somewhere to start: where this practice differs most, in words that judge nothing; else each measure as a whole. */
export function Suggestions({ choices }: { choices: FigureChoicesView }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const title = (code: string) => {
    const measure = choices.measures.find((one) => one.code === code);
    return measure ? words(measure.title) : code;
  };
  const name = (measure: string, item: string) => {
    const found = itemsOf(choices, measure, '').find((one) => one.code === item);
    return found && found.code !== ALL_ITEMS
      ? t('figure.title', { measure: title(measure), item: found.name })
      : title(measure);
  };
  const starts =
    choices.suggestions.length > 0
      ? choices.suggestions
      : choices.measures.map(({ code }) => ({ measure: code, item: ALL_ITEMS, sentence: null }));
  const practice = new URLSearchParams({ praktijk: choices.practice.id });
  return (
    <Panel title={t(choices.suggestions.length > 0 ? 'start.title' : 'start.any')} padding="none">
      <ul className={classes.starts}>
        {starts.map((start) => {
          const at = new URLSearchParams(practice);
          at.set('maat', start.measure);
          at.set('onderdeel', start.item);
          return (
            <li key={`${start.measure} ${start.item}`}>
              <div>
                <Anchor component={Link} to={`/spiegel?${at}`} className={classes.startLink}>
                  {name(start.measure, start.item)}
                </Anchor>
                {start.sentence && <p>{words(start.sentence)}</p>}
              </div>
              <IconArrowRight size={18} stroke={1.8} className="lk-icon" aria-hidden />
            </li>
          );
        })}
      </ul>
      <p className={classes.startNote}>
        <IconInfoCircle size={17} stroke={1.8} className="lk-icon" aria-hidden />
        <span>{t('start.note')}</span>
      </p>
    </Panel>
  );
}
