import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnPartView, TextFindingView } from '#libs/contracts';
import { NoteField } from '../../../components/note-field';
import type { Fields, Saver } from './saver';
import { OWN } from './specialist-data';
import classes from './specialist.module.css';

const TEXTS = ['tells', 'misses', 'process'] as const;
/** As the server takes them, in characters. */
const LONGEST = 6000;

interface OwnPartProps {
  ownPart: OwnPartView;
  local: Fields | undefined;
  findings: Readonly<Record<string, TextFindingView>>;
  saver: Saver;
  disabled: boolean;
}

/** What the department wants to tell, and what of it may go on from here (DIA-13, LOOP-04, BES-04). */
export function OwnPart({ ownPart, local, findings, saver, disabled }: OwnPartProps) {
  const { t } = useTranslation('dialogue-specialist');
  const shown = { ...ownPart, ...(local as Partial<OwnPartView> | undefined) };
  return (
    <section id="eigen" className={classes.part} aria-labelledby="eigen-titel">
      <Title order={2} id="eigen-titel" fz="1.1875rem">
        {t('own.title')}
      </Title>
      <p className={classes.lead}>{t('own.lead')}</p>
      <div className={classes.own}>
        {TEXTS.map((key) => (
          <NoteField
            key={key}
            id={`own-${key}`}
            label={t(`own.${key}`)}
            description={t(`own.${key}.help`)}
            minRows={3}
            maxLength={LONGEST}
            value={shown[key]}
            disabled={disabled}
            found={findings[`${OWN}/${key}`]}
            onChange={(text) => saver.give(OWN, { [key]: text })}
            onKeep={() => saver.confirm(OWN, key)}
          />
        ))}
        <fieldset className={classes.consents}>
          <legend>{t('own.consent')}</legend>
          <Checkbox
            checked={shown.offersAgreement}
            disabled={disabled}
            label={t('own.agreement')}
            description={t('own.agreement.help')}
            onChange={(event) => saver.give(OWN, { offersAgreement: event.currentTarget.checked })}
          />
          <Checkbox
            checked={shown.offersTips}
            disabled={disabled}
            label={t('own.tips')}
            description={t('own.tips.help')}
            onChange={(event) => saver.give(OWN, { offersTips: event.currentTarget.checked })}
          />
        </fieldset>
      </div>
    </section>
  );
}
