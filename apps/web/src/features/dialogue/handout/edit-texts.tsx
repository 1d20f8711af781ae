import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { EditField } from './edit-field';
import { CONTACT, TEXTS } from './fields';
import type { Saving } from './use-saving';
import classes from './handout.module.css';

const TEXT = 6000;

/** Tips and what the department wants to tell (DIA-12, DIA-13). */
export function EditTexts({ handout, saving }: { handout: HandoutView; saving: Saving }) {
  const { t } = useTranslation('dialogue-handout');
  const { content } = handout;
  return (
    <section className={classes.edit} aria-labelledby="teksten">
      <h2 id="teksten">{t('part.texts')}</h2>
      <EditField
        saving={saving}
        thing={TEXTS}
        field="tips"
        label={t('part.tips')}
        description={t('field.tips.why')}
        value={content.tips.join('\n')}
        maxLength={TEXT}
        minRows={2}
      />
      {(['tells', 'misses', 'process'] as const).map((field) => (
        <EditField
          key={field}
          saving={saving}
          thing={TEXTS}
          field={field}
          label={t(`part.${field}`)}
          value={content[field]}
          maxLength={TEXT}
          minRows={2}
        />
      ))}
    </section>
  );
}

/** Title, first lines, and where readers turn to: the organiser's part. */
export function EditFrame({ handout, saving }: { handout: HandoutView; saving: Saving }) {
  const { t } = useTranslation('dialogue-handout');
  const { content } = handout;
  return (
    <section className={classes.edit} aria-labelledby="omslag">
      <h2 id="omslag">{t('part.frame')}</h2>
      <EditField
        saving={saving}
        thing={TEXTS}
        field="title"
        label={t('field.title')}
        value={content.title}
        maxLength={200}
        required
      />
      <EditField
        saving={saving}
        thing={TEXTS}
        field="introduction"
        label={t('field.introduction')}
        value={content.introduction}
        maxLength={TEXT}
      />
      <h3>{t('part.contact')}</h3>
      <div className={classes.two}>
        {(
          [
            ['phone', 60],
            ['phoneHours', 200],
            ['adviceConsult', 600],
            ['agreementUrl', 600],
          ] as const
        ).map(([field, most]) => (
          <EditField
            key={field}
            saving={saving}
            thing={CONTACT}
            field={field}
            label={t(`field.${field}`)}
            value={content.contact[field]}
            maxLength={most}
            unguarded={field === 'phone' || field === 'agreementUrl'}
          />
        ))}
      </div>
    </section>
  );
}
