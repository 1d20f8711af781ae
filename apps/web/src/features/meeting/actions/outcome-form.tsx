import { NativeSelect } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OUTCOME_KINDS, type InsightView, type OutcomeKind } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { GuardedForm } from '../../../components/guarded-form';
import { useFormat } from '../../../lib/i18n';
import type { NewOutcome } from './actions-data';
import classes from './actions.module.css';

/** As the server takes it. */
const LONGEST = 600;
/** Of an insight in the list, in characters. */
const SHOWN = 80;

interface OutcomeFormProps {
  id: string;
  start?: { kind: OutcomeKind; text: string };
  /** To choose from; nothing to choose when left out. */
  insights?: readonly InsightView[];
  practices: readonly string[];
  submit: string;
  help: string;
  send: (outcome: NewOutcome) => Promise<unknown>;
  onClose: () => void;
}

/** Which insight, where it goes, and the sentence that leaves. Who is asked stands under it, by name. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  const { insights = [], start } = props;
  const [insightId, setInsightId] = useState('');
  const [kind, setKind] = useState<OutcomeKind>(start?.kind ?? 'tip');
  const [text, setText] = useState(start?.text ?? '');
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed made room for this form.
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input:checked')?.focus(), []);
  const choose = (id: string) => {
    const before = insights.find((one) => one.id === insightId)?.text ?? '';
    const insight = insights.find((one) => one.id === id);
    setInsightId(id);
    // what was written here stays; only an insight that was taken over makes room for another
    if (text.trim() === before) setText(insight?.text ?? '');
  };
  return (
    <div ref={box} className={classes.form}>
      {insights.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('form.insight')}
          value={insightId}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('form.insight.none') },
            ...insights.map(({ id, text: said }) => ({
              value: id,
              label: said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said,
            })),
          ]}
        />
      )}
      <ChoiceCards
        legend={t('form.kind')}
        value={kind}
        onChange={setKind}
        choices={OUTCOME_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          text: t(`kind.${value}.help`),
        }))}
      />
      <GuardedForm
        id={`outcome-${props.id}`}
        label={t('form.text')}
        description={t('form.text.help')}
        maxLength={LONGEST}
        value={text}
        onChange={setText}
        submit={props.submit}
        icon={<IconSend size={18} stroke={1.8} aria-hidden />}
        onCancel={props.onClose}
        send={async (said, confirmed) => {
          await props.send({ kind, text: said, insightId: insightId || null, confirmed });
          props.onClose();
        }}
      >
        <p className={classes.hint}>
          {t('form.asked', { names: format.list(props.practices) })} {props.help}
        </p>
      </GuardedForm>
    </div>
  );
}
