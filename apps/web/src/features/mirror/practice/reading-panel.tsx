import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconScale, IconStethoscope, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnFigureView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import classes from '../figures.module.css';

/** How to read it: why it matters, that there is no norm, what makes practices differ, and whether the measure is still fresh. */
export function ReadingPanel({ figure }: { figure: Pick<OwnFigureView, 'measure' | 'caseMix'> }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { code, version, content, overdue } = figure.measure;
  return (
    <Panel title={t('reading')}>
      <ul className={classes.notes}>
        {overdue && (
          <li data-kind="warn">
            <IconAlertTriangle size={20} stroke={1.7} className="lk-icon" aria-hidden />
            <div>
              <b>{t('reading.overdue')}</b>
              <p>{t('reading.overdue.text')}</p>
            </div>
          </li>
        )}
        <li>
          <IconScale size={20} stroke={1.7} className="lk-icon" aria-hidden />
          <div>
            <b>{t('reading.norm')}</b>
            <p>{words(content.direction)}</p>
          </div>
        </li>
        <li>
          <IconStethoscope size={20} stroke={1.7} className="lk-icon" aria-hidden />
          <div>
            <b>{t('reading.caseMix')}</b>
            <p>{words(figure.caseMix)}</p>
          </div>
        </li>
        <li>
          <IconQuestionMark size={20} stroke={1.7} className="lk-icon" aria-hidden />
          <div>
            <b>{t('reading.why')}</b>
            <p>{words(content.why)}</p>
          </div>
        </li>
      </ul>
      <p className={classes.more}>
        <Anchor component={Link} to={`/definities/${code}/${version}`}>
          {t('reading.definition')}
        </Anchor>
      </p>
    </Panel>
  );
}
