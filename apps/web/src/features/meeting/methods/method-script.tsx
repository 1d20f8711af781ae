import { useTranslation } from 'react-i18next';
import type { LedMethodStepView, MethodView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import classes from './methods.module.css';

/** The steps of a method, to read. */
export function MethodScript({ method }: { method: MethodView }) {
  const { t } = useTranslation('meeting-methods');
  const { fit, minutes, steps } = method;
  const { min, max } = fit.practices;
  return (
    <Panel title={t('about', { count: steps.length, minutes })}>
      <p className={classes.hint}>
        {t('fit.practices', { min, max })}
        {fit.metBefore > 0 && ` ${t('fit.met', { count: fit.metBefore })}`}
      </p>
      <ol className={classes.script}>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ step }: { step: LedMethodStepView }) {
  const { t } = useTranslation('meeting-methods');
  const words = useWords();
  const { name, minutes, instruction, ownerInstruction, speaks, writes, together, named, tip } = step;
  const written = writes !== 'nothing';
  return (
    <li>
      <h3>
        {words(name)} <span className={classes.about}>{t('minutes', { minutes })}</span>
      </h3>
      <p>{words(instruction)}</p>
      {ownerInstruction && <p>{t('owner.reads', { text: words(ownerInstruction) })}</p>}
      <p className={classes.hint}>
        {[
          t(`speaks.${speaks}`),
          written && t(`writes.${writes}`),
          together && t(named ? 'together.named' : 'together.anonymous'),
          step.hiddenFromOwner && t('hidden.owner'),
          step.ownerOutside && t('outside'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {words(tip) && <p className={classes.tip}>{t('tip.reads', { text: words(tip) })}</p>}
    </li>
  );
}
