import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DataSetView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import classes from '../manage.module.css';
import own from './data-set.module.css';

/** The file and how it was read: which column became which field. */
export function AboutPanel({ set }: { set: DataSetView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const mapped = Object.entries(set.mapping);
  return (
    <Panel title={t('file')}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('file.name')}</dt>
          <dd>{set.fileName}</dd>
        </div>
        {set.bytes > 0 && (
          <div>
            <dt>{t('file.size')}</dt>
            <dd>
              {[format.bytes(set.bytes), set.format.kind?.toUpperCase(), set.format.encoding]
                .filter(Boolean)
                .join(', ')}
            </dd>
          </div>
        )}
        {mapped.length > 0 && (
          <div>
            <dt>{t('file.columns')}</dt>
            <dd>
              <ul className={own.mapped}>
                {mapped.map(([heading, field]) => (
                  <li key={heading}>
                    {heading} <IconArrowRight size={14} aria-hidden /> <b>{t(`field.${field}`)}</b>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <p className={own.note}>{t('file.notKept')}</p>
    </Panel>
  );
}
