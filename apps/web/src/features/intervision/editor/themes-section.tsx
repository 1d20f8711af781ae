import '@mantine/core/styles/NumberInput.css';
import { ActionIcon, Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../lib/announce';
import { moved } from '../../../lib/order';
import {
  type ThemeDraft,
  type ThemeFault,
  newTheme,
  themeDrafts,
  themeFaults,
  themeWishes,
  withThemeIds,
} from './drafts';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

/** What practices choose from. A theme that is taken off leaves the answer page; answers that name it are kept. */
export function ThemesSection({ round, changes, manual }: SectionProps) {
  const { t } = useTranslation('rounds');
  const section = useSection<ThemeDraft[]>({
    server: themeDrafts(round.themes),
    essence: themeWishes,
    valid: (draft) => themeFaults(draft).size === 0,
    save: (draft) => changes.setThemes(themeWishes(draft)),
    settle: withThemeIds,
    auto: !manual,
  });
  const { draft, set } = section;
  const faults = themeFaults(draft);
  const gone = round.themes.filter((theme) => theme.archived);
  return (
    <EditorSection
      title={t('themes')}
      lead={t('themes.lead')}
      section={section}
      manual={manual}
      blocked={faults.size > 0 ? t('blocked', { count: faults.size }) : null}
    >
      <ol className={classes.list}>
        {draft.map((theme, i) => (
          <ThemeRow
            key={theme.key}
            theme={theme}
            place={i + 1}
            last={i === draft.length - 1}
            fault={faults.get(theme.key)}
            onChange={(next) => set(draft.map((one) => (one.key === theme.key ? next : one)))}
            onMove={(step) => {
              set([...moved(draft, i, i + step)]);
              announce(t('themes.moved', { name: theme.shortName, place: i + 1 + step }));
            }}
            onRemove={() => set(draft.filter((one) => one.key !== theme.key))}
          />
        ))}
      </ol>
      {draft.length === 0 && <p className={classes.none}>{t('themes.none')}</p>}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPlus size={17} />}
        onClick={() => set([...draft, newTheme()])}
      >
        {t('themes.add')}
      </Button>
      {gone.length > 0 && (
        <p className={classes.gone}>{t('themes.gone', { names: gone.map((one) => one.name).join(', ') })}</p>
      )}
    </EditorSection>
  );
}

interface ThemeRowProps {
  theme: ThemeDraft;
  place: number;
  last: boolean;
  fault: ThemeFault | undefined;
  onChange: (theme: ThemeDraft) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

function ThemeRow({ theme, place, last, fault, onChange, onMove, onRemove }: ThemeRowProps) {
  const { t } = useTranslation('rounds');
  const name = theme.name || t('themes.unnamed', { place });
  const nameFault = fault === 'name' || fault === 'twice' ? t(`themes.fault.${fault}`) : null;
  const shortFault = fault === 'shortName' || fault === 'tooLong' ? t(`themes.fault.${fault}`) : null;
  return (
    <li className={classes.item}>
      <div className={classes.itemFields}>
        <TextInput
          size="sm"
          label={t('themes.name')}
          value={theme.name}
          maxLength={120}
          error={nameFault}
          onChange={(event) => {
            const next = event.currentTarget.value;
            // The short name follows until somebody gives it a form of its own.
            const follows = theme.shortName === '' || theme.shortName === theme.name.slice(0, 24).trim();
            onChange({
              ...theme,
              name: next,
              shortName: follows ? next.slice(0, 24).trim() : theme.shortName,
            });
          }}
        />
        <TextInput
          size="sm"
          label={t('themes.shortName')}
          value={theme.shortName}
          maxLength={24}
          error={shortFault}
          onChange={(event) => onChange({ ...theme, shortName: event.currentTarget.value })}
        />
        <Textarea
          size="sm"
          className={classes.wide}
          label={t('themes.description')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          value={theme.description}
          onChange={(event) => onChange({ ...theme, description: event.currentTarget.value })}
        />
        <NumberInput
          size="sm"
          label={t('maxGroups')}
          placeholder={t('noLimit')}
          min={1}
          max={99}
          allowDecimal={false}
          hideControls
          value={theme.maxGroups ?? ''}
          onChange={(value) => onChange({ ...theme, maxGroups: typeof value === 'number' ? value : null })}
        />
      </div>
      <div className={classes.itemActs}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('themes.up', { name })}
          disabled={place === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('themes.down', { name })}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('themes.remove', { name })}
          onClick={onRemove}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
    </li>
  );
}
