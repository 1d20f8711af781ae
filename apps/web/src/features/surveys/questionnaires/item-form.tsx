import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireItem, QuestionnaireProblem } from '#libs/contracts';
import { ChoiceFields } from './choice-fields';
import { CodeFields } from './code-fields';
import { ConditionFields } from './condition-fields';
import {
  type Draft,
  ITEM_KINDS,
  type ItemKind,
  type Row,
  asKind,
  conditionOn,
  kindOf,
  lookable,
  withRow,
} from './draft';
import type { Edit } from './editor';
import { ScaleFields, TextFields } from './scale-fields';
import { TwoTexts } from '../../../components/two-texts';
import classes from './questionnaires.module.css';

interface ItemFormProps {
  row: Row;
  draft: Draft;
  problems: readonly QuestionnaireProblem[];
  edit: Edit;
}

type Extra = 'help' | 'section' | 'condition';

/** Everything about one question. */
export function ItemForm({ row, draft, problems, edit }: ItemFormProps) {
  const { t } = useTranslation('surveys');
  const { item, id } = row;
  const set = (next: QuestionnaireItem, field?: string) =>
    edit((before) => withRow(before, id, next), field && `${id} ${field}`);
  const drop = (extra: Extra | 'optional' | 'notApplicable') => {
    const next = { ...item };
    delete next[extra];
    set(next);
  };
  const before = lookable(draft, id);
  const empty = { nl: '', en: '' };
  const extras: { extra: Extra; add: () => void }[] = [
    { extra: 'help', add: () => set({ ...item, help: empty }) },
    { extra: 'section', add: () => set({ ...item, section: empty }) },
    {
      extra: 'condition',
      add: () => {
        const last = before.at(-1);
        if (last) set({ ...item, condition: conditionOn(last) });
      },
    },
  ];
  const missing = extras.filter(({ extra }) => !item[extra] && (extra !== 'condition' || before.length > 0));
  return (
    <div className={classes.form}>
      {problems.length > 0 && (
        <ul className={classes.itemProblems}>
          {problems.map((code) => (
            <li key={code}>{t(`problem.${code}`)}</li>
          ))}
        </ul>
      )}
      {item.section && (
        <Removable label={t('editor.section')} onRemove={() => drop('section')}>
          <TwoTexts
            label={t('editor.section')}
            value={item.section}
            maxLength={200}
            onChange={(section) => set({ ...item, section }, 'section')}
          />
        </Removable>
      )}
      <TwoTexts
        label={t('editor.question')}
        long
        value={item.text}
        onChange={(text) => set({ ...item, text }, 'text')}
      />
      {item.help && (
        <Removable label={t('editor.help')} onRemove={() => drop('help')}>
          <TwoTexts
            label={t('editor.help')}
            value={item.help}
            onChange={(help) => set({ ...item, help }, 'help')}
          />
        </Removable>
      )}
      <NativeSelect
        className={classes.number}
        size="sm"
        label={t('editor.kind')}
        value={kindOf(item)}
        onChange={(event) => set(asKind(item, event.currentTarget.value as ItemKind))}
        data={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      {item.type === 'scale' && <ScaleFields item={item} set={set} />}
      {item.type === 'choice' && <ChoiceFields item={item} set={set} />}
      {item.type === 'text' && <TextFields item={item} set={set} />}
      {item.condition && (
        <Removable label={t('editor.condition')} onRemove={() => drop('condition')}>
          <ConditionFields
            condition={item.condition}
            before={before}
            set={(condition) => set({ ...item, condition })}
          />
        </Removable>
      )}
      {item.type !== 'text' && (
        <div className={classes.flags}>
          <Checkbox
            label={t('editor.notApplicable')}
            checked={item.notApplicable !== false}
            onChange={(event) =>
              event.currentTarget.checked ? drop('notApplicable') : set({ ...item, notApplicable: false })
            }
          />
          <Checkbox
            label={t('editor.optional')}
            checked={item.optional === true}
            onChange={(event) =>
              event.currentTarget.checked ? set({ ...item, optional: true }) : drop('optional')
            }
          />
        </div>
      )}
      {missing.length > 0 && (
        <div className={classes.extras}>
          {missing.map(({ extra, add }) => (
            <Button
              key={extra}
              variant="subtle"
              size="compact-md"
              leftSection={<IconPlus size={16} />}
              onClick={add}
            >
              {t(`editor.${extra}.add`)}
            </Button>
          ))}
        </div>
      )}
      <CodeFields row={row} draft={draft} edit={edit} set={set} />
    </div>
  );
}

/** A part that may be left out. */
function Removable({
  label,
  onRemove,
  children,
}: {
  label: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('surveys');
  return (
    <div className={classes.removable}>
      <div>{children}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('editor.extra.remove', { label })}
        onClick={onRemove}
      >
        <IconX size={18} />
      </ActionIcon>
    </div>
  );
}
