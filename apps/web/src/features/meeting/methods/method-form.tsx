import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, LedMethodStepView, MethodContent, MethodView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { Panel } from '../../../components/panel';
import { Panels } from '../../../components/panels';
import { findingsOf } from '../../../lib/guard';
import { useLanguage } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { useMethodChanges } from './method-data';
import { contentOf, LIMITS, minutesIn, missingIn, moved, newStep, toSend, withChange } from './method-draft';
import classes from './methods.module.css';
import { StepRow } from './step-row';

interface MethodFormProps {
  method: MethodView;
  onReread: () => void;
}

const SIZES = Array.from({ length: 19 }, (_, n) => String(n + 2));
const MET = ['0', '1', '2', '3', '4', '6'];

/** A method of the region's own: its words in one language at a time, and its steps in their order. Saved with a button. */
export function MethodForm({ method, onReread }: MethodFormProps) {
  const { t } = useTranslation('meeting-methods');
  const changes = useMethodChanges();
  const mine = useLanguage();
  const [language, setLanguage] = useState<Language>(mine);
  const [draft, setDraft] = useState<MethodContent>(() => contentOf(method));
  const [opened, setOpened] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const { name, when, fit, steps } = draft;
  const missing = asked ? missingIn(draft) : [];
  const crossed = fit.practices.min > fit.practices.max;

  const save = useMutation({
    mutationFn: () => changes.save(method, toSend(draft), kept.size > 0),
    onSuccess: (saved) => {
      setDraft(contentOf(saved));
      setAsked(false);
      showToast(t('saved'));
    },
    onError: (error) => show(findingsOf(error)[0]?.item),
  });
  const findings = findingsOf(save.error);
  const stale = save.error !== null && asProblem(save.error).code === 'conflict.stale';

  /** Brings a text into sight, by where the server names it: `steps.vragen.tip.nl`. */
  const show = (item: string | undefined) => {
    const [part, stepId, ...rest] = (item ?? '').split('.');
    if (part === 'steps' && stepId) setOpened(stepId);
    const said = rest.at(-1) ?? stepId;
    if (said === 'nl' || said === 'en') setLanguage(said);
  };
  const change = (part: Partial<MethodContent>) => {
    setDraft((now) => ({ ...now, ...part }));
    if (save.error && !stale) save.reset();
  };
  const changeStep = (id: string, part: Partial<LedMethodStepView>) =>
    change({ steps: steps.map((step) => (step.id === id ? withChange(step, part) : step)) });
  const submit = () => {
    setAsked(true);
    const [first] = missingIn(draft);
    if (first) show(first);
    else if (!crossed && steps.length > 0) save.mutate();
  };
  /** What a text box needs beside its value. */
  const text = (at: string, value: string) => ({
    maxLength: LIMITS.text,
    value,
    minRows: 2,
    asked,
    error: missing.includes(at) ? t('missing') : null,
    found: findings.find(({ item }) => item === `${at}.${language}`),
    kept: kept.has(value),
    onKeep: () => setKept(new Set([...kept, value])),
  });
  const size = (end: 'min' | 'max') => ({
    label: t(`fit.${end}`),
    value: String(fit.practices[end]),
    data: SIZES,
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ fit: { ...fit, practices: { ...fit.practices, [end]: Number(event.currentTarget.value) } } }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Panels>
        <Panel title={t('form.method')}>
          <div className={classes.fields}>
            <SegmentedControl
              className={classes.language}
              aria-label={t('form.language')}
              value={language}
              onChange={(value) => setLanguage(value as Language)}
              data={[
                { value: 'nl', label: t('form.nl') },
                { value: 'en', label: t('form.en') },
              ]}
            />
            <p className={classes.hint}>{t('form.language.hint')}</p>
            <TextInput
              size="sm"
              label={t('name')}
              value={name[language]}
              maxLength={LIMITS.name}
              error={missing.includes('name') ? t('missing') : null}
              onChange={(event) => change({ name: { ...name, [language]: event.currentTarget.value } })}
            />
            <GuardedField
              label={t('when')}
              {...text('when', when[language])}
              onChange={(value) => change({ when: { ...when, [language]: value } })}
            />
            <div className={classes.selects}>
              <NativeSelect {...size('min')} error={crossed ? t('fit.crossed') : null} />
              <NativeSelect {...size('max')} />
              <NativeSelect
                label={t('fit.metBefore')}
                value={String(fit.metBefore)}
                data={[...new Set([...MET, String(fit.metBefore)])]}
                onChange={(event) =>
                  change({ fit: { ...fit, metBefore: Number(event.currentTarget.value) } })
                }
              />
            </div>
          </div>
        </Panel>
        <Panel title={t('about', { count: steps.length, minutes: minutesIn(steps) })} padding="none">
          <ol className={classes.steps}>
            {steps.map((step, at) => (
              <StepRow
                key={step.id}
                step={step}
                number={at + 1}
                last={at === steps.length - 1}
                language={language}
                opened={opened === step.id}
                incomplete={missing.some((one) => one.startsWith(`steps.${step.id}.`))}
                text={text}
                onToggle={() => setOpened(opened === step.id ? null : step.id)}
                onChange={(part) => changeStep(step.id, part)}
                onMove={(by) => change({ steps: moved(steps, at, by) })}
                onRemove={() => {
                  const before = steps;
                  change({ steps: steps.filter((one) => one !== step) });
                  showToast(t('removed'), { undo: () => change({ steps: before }) });
                }}
              />
            ))}
          </ol>
          {steps.length < LIMITS.steps && (
            <div className={classes.add}>
              <Button
                size="sm"
                variant="subtle"
                leftSection={<IconPlus size={17} aria-hidden />}
                onClick={() => {
                  const step = newStep(steps);
                  change({ steps: [...steps, step] });
                  setOpened(step.id);
                }}
              >
                {t('add')}
              </Button>
            </div>
          )}
        </Panel>
        {save.error && findings.length === 0 ? (
          <ErrorState error={save.error} {...(stale && { onRetry: onReread })} />
        ) : null}
        {missing.length > 0 && (
          <p role="alert" className={classes.wrong}>
            {t('missing.some', { count: missing.length })}
          </p>
        )}
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </Panels>
    </form>
  );
}
