import { useTranslation } from 'react-i18next';
import type { MeetingPackView, MethodReason, MethodView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { useWords } from '../../../lib/i18n';
import { Fold } from './fold';
import classes from './preparation.module.css';

/** More to choose from takes longer than it helps; all of them stand at the start of the meeting. */
const MOST_ADVICE = 4;

interface MethodPartProps {
  pack: MeetingPackView;
  value: string | null;
  onChange: (methodId: string) => void;
}

/** Which way to work, with the reason, and the script of the one that is looked at. */
export function MethodPart({ pack, value, onChange }: MethodPartProps) {
  const { t } = useTranslation('meeting-preparation');
  const words = useWords();
  const say = useReason();
  const offered = pack.advice.filter(({ allowed }) => allowed).slice(0, MOST_ADVICE);
  const chosen = pack.methods.find(({ id }) => id === value) ?? null;
  return (
    <Fold
      title={t('method')}
      state={chosen && `${words(chosen.name)}, ${t('method.minutes', { count: chosen.minutes })}`}
      opened
    >
      <div data-print="hide">
        <p className={classes.hint}>{t('method.later')}</p>
        <ChoiceCards
          legend={t('method.choose')}
          columns={2}
          value={value}
          onChange={onChange}
          choices={offered.map(({ methodId, name, minutes, when, reasons }) => ({
            value: methodId,
            label: `${words(name)} · ${t('method.minutes', { count: minutes })}`,
            text: [words(when), ...reasons.map(say)].join(' '),
          }))}
        />
      </div>
      {chosen && <Script method={chosen} />}
    </Fold>
  );
}

function Script({ method }: { method: MethodView }) {
  const { t } = useTranslation('meeting-preparation');
  const words = useWords();
  return (
    <>
      <h3 className={classes.scriptTitle}>{t('method.script', { method: words(method.name) })}</h3>
      <ol className={classes.script}>
        {method.steps.map(({ id, name, minutes, instruction, tip }) => (
          <li key={id}>
            <span className={classes.minutes}>{t('method.short', { count: minutes })}</span>
            <div>
              <b>{words(name)}</b>
              <p>{words(instruction)}</p>
              {words(tip) && <p className={classes.tip}>{t('method.tip', { tip: words(tip) })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function useReason(): (reason: MethodReason) => string {
  const { t } = useTranslation('meeting-live');
  return (reason) => {
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
}
