import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GuardedField, type GuardedFieldProps } from '../../../components/guarded-field';
import classes from './remarks.module.css';

/** Free text at a figure, with what better stays out of it under it. */
export function GuardedText(props: GuardedFieldProps) {
  const { t } = useTranslation('figures');
  return (
    <div className={classes.guarded}>
      <GuardedField {...props} />
      <p className={classes.hint}>
        <IconShieldCheck size={16} stroke={1.7} className="lk-icon" aria-hidden />
        <span>{t('guard.hint')}</span>
      </p>
    </div>
  );
}
