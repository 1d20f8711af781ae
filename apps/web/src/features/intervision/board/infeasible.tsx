import { Anchor, Button, Title } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormingView, RelaxationView, RoundView, ScoreDeltas } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat, useWords } from '../../../lib/i18n';
import { BoardHead } from './board-head';
import { RelaxationCard } from './relaxation-card';
import { useForming } from './use-forming';
import classes from './infeasible.module.css';

interface InfeasibleProps {
  round: RoundView;
  forming: FormingView;
  canLook: boolean;
  onLook: () => void;
  /** Told the title of the relaxation that was accepted. */
  onAccept: (title: string) => void;
}

const loss = (cost: ScoreDeltas) => Object.values(cost).reduce((sum, value) => sum + Math.min(0, value), 0);
/** Whoever leaves nobody out and takes least from the scores comes first; the order of the cards stays the server's. */
function cheapest(relaxations: readonly RelaxationView[]): string | null {
  const [first] = relaxations.toSorted(
    (a, b) => a.unassignedAfter - b.unassignedAfter || loss(b.cost) - loss(a.cost),
  );
  return first?.id ?? null;
}

/** The rules clash: the clash in one sentence, how many fit already, and two or three ways out with what each costs. */
export function Infeasible({ round, forming, canLook, onLook, onAccept }: InfeasibleProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const format = useFormat();
  const { accept, start } = useForming(round.id);
  const { conflicts, relaxations, unassigned, practices } = forming;
  const [first, ...more] = conflicts;
  const placed = practices - unassigned.length;
  const best = cheapest(relaxations);
  // This screen gives way to the progress as soon as the answer is there: a promise still tells what was done.
  const take = async (relaxation: RelaxationView) => {
    try {
      await accept.mutateAsync(relaxation.id);
    } catch {
      return;
    }
    onAccept(words(relaxation.title));
  };
  return (
    <div className={classes.page}>
      <BoardHead
        round={round}
        lead={t('clash.lead', { count: practices, ...round.rules.groupSize })}
        action={
          <Button
            component={Link}
            to={`/intervisie/rondes/${round.id}#regels`}
            variant="default"
            leftSection={<IconSettings size={18} />}
          >
            {t('clash.rules')}
          </Button>
        }
      />
      <section className={classes.clash} aria-labelledby="clash">
        <div className={classes.words}>
          <span className={classes.disc}>
            <IconAlertTriangle size={22} stroke={1.9} />
          </span>
          <div>
            <Title order={2} id="clash" className={classes.sentence}>
              {first ? words(first.sentence) : t('clash.unknown', { count: unassigned.length })}
            </Title>
            {first && <p className={classes.more}>{t('clash.proven')}</p>}
            {more.length > 0 && (
              <details className={classes.more} open={more.length <= 2}>
                <summary>{t('clash.more', { count: more.length })}</summary>
                <ul>
                  {more.map((conflict) => (
                    <li key={conflict.sentence.nl}>{words(conflict.sentence)}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </div>
        <div className={classes.count}>
          <p className={classes.big}>
            {placed} <span>{t('clash.of', { count: practices })}</span>
          </p>
          <p className="lk-muted">{t('clash.fit')}</p>
          {unassigned.length > 0 && (
            <p>
              {t('clash.left', {
                names: format.list(unassigned.slice(0, 4).map((one) => one.name)),
                count: Math.max(0, unassigned.length - 4),
              })}
            </p>
          )}
        </div>
      </section>
      {accept.error && <ErrorState error={accept.error} />}
      {start.error && <ErrorState error={start.error} />}
      {relaxations.length > 0 ? (
        <>
          <div className={classes.head}>
            <Title order={2} fz="1.1875rem">
              {t('relax.title', { count: relaxations.length })}
            </Title>
            <p className="lk-muted">{t('relax.lead')}</p>
          </div>
          <div className={classes.cards}>
            {relaxations.map((relaxation) => (
              <RelaxationCard
                key={relaxation.id}
                relaxation={relaxation}
                practices={practices}
                best={relaxation.id === best}
                busy={accept.isPending && accept.variables === relaxation.id}
                disabled={accept.isPending}
                onAccept={() => void take(relaxation)}
              />
            ))}
          </div>
        </>
      ) : (
        <p className={classes.none}>{t('relax.none')}</p>
      )}
      <div className={classes.foot}>
        {canLook && placed > 0 && (
          <p>
            <IconClock size={18} stroke={1.7} className="lk-icon" aria-hidden />
            <span className="lk-muted">{t('clash.look')}</span>
            <Anchor component="button" type="button" onClick={onLook}>
              {t('clash.look.action', { count: placed })}
            </Anchor>
          </p>
        )}
        <Button
          variant="subtle"
          size="sm"
          loading={start.isPending}
          onClick={() => start.mutate(round.state === 'open')}
        >
          {t('clash.again')}
        </Button>
      </div>
    </div>
  );
}
