import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FACTORS, type FactorKey, type FactorProperty, type QuestionnaireItem } from '#libs/contracts';
import { type Draft, type Row, renameKey } from './draft';
import type { Edit } from './editor';
import classes from './questionnaires.module.css';

const PROPERTIES = ['condition', 'relation', 'contribution'] as const satisfies readonly FactorProperty[];

interface CodeFieldsProps {
  row: Row;
  draft: Draft;
  edit: Edit;
  set: (item: QuestionnaireItem, field?: string) => void;
}

/** What makes answers comparable over years: the code of the question, and what it measures (SUR-05). */
export function CodeFields({ row, edit, set }: CodeFieldsProps) {
  const { t } = useTranslation('surveys');
  const { item, id } = row;
  const { factor } = item;
  return (
    <details className={classes.code}>
      <summary>{t('editor.code.more')}</summary>
      <div className={classes.fields}>
        <TextInput
          className={classes.key}
          size="sm"
          label={t('editor.code')}
          description={t('editor.code.text')}
          spellCheck={false}
          autoCapitalize="none"
          data-problem="key-invalid key-taken"
          value={item.key}
          maxLength={60}
          onChange={(event) => {
            const key = event.currentTarget.value;
            edit((before) => renameKey(before, id, key), `${id} key`);
          }}
        />
        {item.type === 'choice' && (
          <div className={classes.numbers}>
            <NativeSelect
              size="sm"
              label={t('editor.factor')}
              value={factor?.factor ?? ''}
              onChange={(event) => {
                const key = event.currentTarget.value;
                const { factor: before, ...rest } = item;
                set(
                  key === ''
                    ? rest
                    : {
                        ...rest,
                        factor: { factor: key as FactorKey, property: before?.property ?? 'condition' },
                      },
                );
              }}
              data={[
                { value: '', label: t('editor.factor.none') },
                ...FACTORS.map((key) => ({ value: key, label: t(`factor.${key}`) })),
              ]}
            />
            {factor && (
              <NativeSelect
                size="sm"
                label={t('editor.property')}
                value={factor.property}
                onChange={(event) =>
                  set({
                    ...item,
                    factor: { ...factor, property: event.currentTarget.value as FactorProperty },
                  })
                }
                data={PROPERTIES.map((key) => ({ value: key, label: t(`property.${key}`) }))}
              />
            )}
          </div>
        )}
      </div>
    </details>
  );
}
