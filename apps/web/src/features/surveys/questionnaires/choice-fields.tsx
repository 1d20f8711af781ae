import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ChoiceItem, QuestionnaireItem } from '#libs/contracts';
import { announce } from '../../../lib/announce';
import { moved } from '../../../lib/order';
import { withOption } from './draft';
import classes from './questionnaires.module.css';

interface ChoiceFieldsProps {
  item: ChoiceItem;
  set: (item: QuestionnaireItem, field?: string) => void;
}

/** The answers to choose from, in both languages. */
export function ChoiceFields({ item, set }: ChoiceFieldsProps) {
  const { t } = useTranslation('surveys');
  const { t: both } = useTranslation('components');
  const list = useRef<HTMLOListElement>(null);
  const { options } = item;
  const focusOn = (place: number, selector: string) =>
    list.current?.children[place]?.querySelector<HTMLElement>(selector)?.focus();
  const move = (from: number, step: 1 | -1) => {
    const to = from + step;
    flushSync(() => set({ ...item, options: [...moved(options, from, to)] }));
    const same = step < 0 ? 'up' : 'down';
    const atEnd = to === 0 || to === options.length - 1;
    focusOn(to, `[data-act="${atEnd ? (step < 0 ? 'down' : 'up') : same}"]`);
    announce(t('editor.option.moved', { from: from + 1, to: to + 1 }));
  };
  return (
    <fieldset className={classes.options}>
      <legend>{t('editor.options')}</legend>
      <ol ref={list}>
        {options.map((option, i) => (
          <li key={`${i} ${option.key}`}>
            {(['nl', 'en'] as const).map((language) => {
              const other = option.text[language === 'nl' ? 'en' : 'nl'];
              const empty = option.text[language].trim() === '';
              return (
                <TextInput
                  key={language}
                  size="sm"
                  lang={language}
                  aria-label={t(`editor.option.${language}`, { place: i + 1 })}
                  placeholder={t(`language.${language}`)}
                  value={option.text[language]}
                  maxLength={200}
                  data-problem="text-missing translation-missing options-too-few option-taken"
                  error={empty && other.trim() !== '' ? both('two.translate') : null}
                  onChange={(event) => {
                    const text = { ...option.text, [language]: event.currentTarget.value };
                    set(
                      { ...item, options: options.with(i, { ...option, text }) },
                      `option ${i} ${language}`,
                    );
                  }}
                />
              );
            })}
            <span className={classes.acts}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                data-act="up"
                aria-label={t('editor.option.up', { place: i + 1 })}
                disabled={i === 0}
                onClick={() => move(i, -1)}
              >
                <IconArrowUp size={17} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                data-act="down"
                aria-label={t('editor.option.down', { place: i + 1 })}
                disabled={i === options.length - 1}
                onClick={() => move(i, 1)}
              >
                <IconArrowDown size={17} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={t('editor.option.remove', { place: i + 1 })}
                onClick={() => {
                  flushSync(() => set({ ...item, options: options.toSpliced(i, 1) }));
                  focusOn(Math.min(i, options.length - 2), 'input');
                }}
              >
                <IconX size={17} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} />}
        data-problem="options-too-few"
        onClick={() => {
          flushSync(() => set(withOption(item)));
          focusOn(options.length, 'input');
        }}
      >
        {t('editor.option.add')}
      </Button>
    </fieldset>
  );
}
