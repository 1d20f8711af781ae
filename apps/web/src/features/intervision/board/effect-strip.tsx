import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconArrowsExchange, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { useWords } from '../../../lib/i18n';
import { useChangeWords } from './change-words';
import { nameOf } from './picking';
import { DeltaList } from './score-deltas';
import type { PickingState } from './use-picking';
import classes from './effect.module.css';

interface EffectStripProps {
  proposal: ProposalView;
  state: PickingState;
  busy: boolean;
}

/** Above the board while a practice is picked up: what it would do to every score, before letting go. */
export function EffectStrip({ proposal, state, busy }: EffectStripProps) {
  const { t } = useTranslation('board');
  const say = useChangeWords(proposal);
  const words = useWords();
  const problemText = useProblemText();
  const { picking, change, effect, failed } = state;
  if (!picking) return null;
  const name = nameOf(proposal, picking.practiceId);
  const Icon = change?.kind === 'move' ? IconArrowRight : IconArrowsExchange;
  const blocked = effect !== null && !effect.allowed;
  const leaders = effect?.allowed ? say.leaders(effect) : [];
  return (
    <section className={classes.strip} data-blocked={blocked || undefined} aria-label={t('strip.label')}>
      <div className={classes.what}>
        <Icon size={22} stroke={1.9} className="lk-icon" aria-hidden />
        <div>
          <p className={classes.title}>{change ? say.change(change) : t('strip.picked', { name })}</p>
          <p className={classes.hint}>
            {t(change ? `strip.hint.${picking.how}` : `strip.choose.${picking.how}`)}
          </p>
        </div>
      </div>
      {change && !blocked && !failed && <DeltaList deltas={effect?.deltas ?? null} />}
      {blocked && (
        <div className={classes.blocked}>
          <IconAlertTriangle size={18} stroke={2} className="lk-icon" aria-hidden />
          <div>
            {effect.violations.map((sentence) => (
              <p key={sentence.nl}>{words(sentence)}</p>
            ))}
          </div>
        </div>
      )}
      {failed && <p className={classes.blocked}>{problemText(failed)}</p>}
      <div className={classes.acts}>
        {change && effect?.allowed && picking.how !== 'drag' && (
          <Button size="sm" loading={busy} onClick={() => void state.putDown()}>
            {t(change.kind === 'swap' ? 'strip.swap' : 'strip.move')}
          </Button>
        )}
        {picking.how !== 'drag' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('strip.cancel')}
            onClick={state.cancel}
          >
            <IconX size={18} />
          </ActionIcon>
        )}
      </div>
      {leaders.length > 0 && <p className={classes.leaders}>{leaders.join(' ')}</p>}
    </section>
  );
}
