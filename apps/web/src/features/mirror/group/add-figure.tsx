import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { announce } from '../../../lib/announce';
import { useWords } from '../../../lib/i18n';
import type { Kept } from '../../../lib/use-kept';
import { type PreparationDraft, choicesQuery } from '../figures-data';
import { itemsOf } from '../items';
import { useOwnPractices } from '../own-practices';
import { FEWEST_FIGURES, takenAlong } from './preparation';
import classes from './group.module.css';

/** Puts one more figure on the table. */
export function AddFigure({ kept }: { kept: Kept<PreparationDraft> }) {
  const { t } = useTranslation(['group-figures', 'figures']);
  const words = useWords();
  const practice = useOwnPractices()[0]?.id ?? null;
  const choices = useQuery({ ...choicesQuery(practice), enabled: practice !== null }).data;
  const [measure, setMeasure] = useState('');
  const [item, setItem] = useState('');
  const chosen = choices?.measures.find((one) => one.code === measure);
  const items = choices && chosen ? itemsOf(choices, chosen.code, t('figures:item.all')) : [];
  const { draft } = kept;
  const taken = (code: string) => draft.figures.some((one) => one.measure === measure && one.item === code);
  const add = () => {
    const next = takenAlong(
      { ...draft, figures: draft.figures.map((one) => ({ ...one, view: null })) },
      { measure, item },
    );
    if (next === 'there' || next === 'full') return;
    kept.set({ ...draft, figures: next.figures });
    announce(t('added'));
    setItem('');
  };
  if (!choices) return null;
  return (
    <Panel title={t('add')} className={classes.add}>
      <div className={classes.adder} data-print="hide">
        <NativeSelect
          size="sm"
          label={t('add.measure')}
          value={measure}
          onChange={(event) => {
            setMeasure(event.currentTarget.value);
            setItem('');
          }}
          data={[
            { value: '', label: t('add.pick') },
            ...choices.measures.map((one) => ({ value: one.code, label: words(one.title) })),
          ]}
        />
        <NativeSelect
          size="sm"
          label={t('add.item')}
          value={item}
          disabled={!chosen}
          onChange={(event) => setItem(event.currentTarget.value)}
          data={[
            { value: '', label: t('add.pick') },
            ...items.map((one) => ({ value: one.code, label: one.name, disabled: taken(one.code) })),
          ]}
        />
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={17} />}
          disabled={item === ''}
          onClick={add}
        >
          {t('add.action')}
        </Button>
      </div>
      <p className={classes.hint}>{t(draft.figures.length < FEWEST_FIGURES ? 'add.few' : 'add.enough')}</p>
    </Panel>
  );
}
