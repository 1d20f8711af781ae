import { IconArrowRight, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '#libs/contracts';
import classes from './import.module.css';

const FEW = 5;

/** The file, and which columns became which field. */
export function FileCard({ imported, gone }: { imported: ImportView; gone: number }) {
  const { t } = useTranslation('imports');
  const { counts, format, mapping } = imported;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, -gone);
  const mapped = Object.entries(mapping).flatMap(([heading, field]) => (field ? [{ heading, field }] : []));
  const left = imported.headings.length - mapped.length;
  return (
    <div className={classes.file}>
      <IconFileSpreadsheet size={24} stroke={1.5} color="var(--lk-accent)" className="lk-icon" aria-hidden />
      <div className={classes.fileName}>
        <b>{imported.fileName}</b>
        <p>
          {[
            t('file.rows', { count: rows }),
            format.sheet && t('file.sheet', { name: format.sheet }),
            imported.mappingRemembered && t('file.remembered'),
            left > 0 && t('file.left', { count: left }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ul className={classes.mapped}>
        {mapped.slice(0, FEW).map(({ heading, field }) => (
          <li key={heading}>
            <span>{heading}</span>
            <b>
              <IconArrowRight size={14} aria-hidden />
              {t(`field.${field}`)}
            </b>
          </li>
        ))}
        {mapped.length > FEW && <li>{t('file.more', { count: mapped.length - FEW })}</li>}
      </ul>
    </div>
  );
}
