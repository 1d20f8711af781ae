import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodAdviceView, MethodReason } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { Verdict } from '../../../components/verdict';
import { useWords } from '../../../lib/i18n';
import classes from './live.module.css';

/** As many are looked at before somebody asks for more. */
const FEW = 4;

interface MethodChoiceProps {
  methods: readonly MethodAdviceView[];
  value: string | null;
  onChange: (methodId: string) => void;
}

/** Which way to work: what it is for, how long, and why it does or does not fit this meeting. */
export function MethodChoice({ methods, value, onChange }: MethodChoiceProps) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const [all, setAll] = useState(false);
  const good = methods.filter(({ advice }) => advice === 'good').slice(0, FEW);
  const fits = methods.filter((one) => good.includes(one) || one.methodId === value);
  const rest = methods.length - fits.length;
  const best = good[0]?.methodId;
  return (
    <div className={classes.stack}>
      <ChoiceCards
        legend={t('method.title')}
        columns={2}
        value={value}
        onChange={onChange}
        choices={(all ? methods : fits).map((method) => ({
          value: method.methodId,
          disabled: !method.allowed,
          label: (
            <span className={classes.methodName}>
              {words(method.name)}
              <span>{t('minutes', { minutes: method.minutes })}</span>
            </span>
          ),
          text: (
            <>
              {words(method.when)}
              <Advice method={method} best={method.methodId === best} />
            </>
          ),
        }))}
      />
      {rest > 0 && !all && (
        <Button variant="subtle" className={classes.text} onClick={() => setAll(true)}>
          {t('method.rest', { count: rest })}
        </Button>
      )}
    </div>
  );
}

interface AdviceProps {
  method: MethodAdviceView;
  /** Nothing fits better: the others that fit say nothing, so that this says something. */
  best: boolean;
}

function Advice({ method: { reasons, allowed }, best }: AdviceProps) {
  const { t } = useTranslation('meeting-live');
  const say = (reason: MethodReason): string => {
    switch (reason.code) {
      case 'knows-each-other':
        return t('reason.knows-each-other', { met: reason.met, needed: reason.needed });
      case 'size':
        return t('reason.size', { practices: reason.practices, min: reason.min, max: reason.max });
      case 'too-long':
        return t('reason.too-long', { minutes: reason.minutes, available: reason.available });
      case 'done-before':
        return t('reason.done-before', { count: reason.times });
      default:
        return t(`reason.${reason.code}`);
    }
  };
  return (
    <span className={classes.advice}>
      {best && <Verdict kind="ok">{t('advice.good')}</Verdict>}
      {!allowed && <Verdict kind="warn">{t('advice.not-yet')}</Verdict>}
      {reasons
        .filter(({ code }) => code !== 'fits')
        .map((reason) => (
          <span key={reason.code}>{say(reason)}</span>
        ))}
    </span>
  );
}
