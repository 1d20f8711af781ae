import { useTranslation } from 'react-i18next';
import type { ParticipantView, RoundView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import classes from './answers.module.css';

/** How often each theme was chosen, first choice and later ones: too few for a group is seen early. */
export function FirstChoices({
  round,
  participants,
}: {
  round: RoundView;
  participants: readonly ParticipantView[];
}) {
  const { t } = useTranslation('rounds');
  if (!round.asks.includes('themes')) return null;
  const taking = participants.filter((one) => one.state !== 'not-taking-part');
  const themes = round.themes
    .filter((theme) => !theme.archived)
    .map((theme) => ({
      id: theme.id,
      name: theme.shortName,
      first: taking.filter((one) => one.ranked[0] === theme.id).length,
      later: taking.filter((one) => one.ranked.slice(1).includes(theme.id)).length,
    }))
    .toSorted((a, b) => b.first - a.first || b.later - a.later);
  const most = Math.max(1, ...themes.map((theme) => theme.first + theme.later));
  return (
    <Panel title={t('choices')}>
      <ul className={classes.themes}>
        {themes.map((theme) => (
          <li key={theme.id}>
            <span>{theme.name}</span>
            <span className={classes.bar} aria-hidden>
              <span data-first style={{ width: `${(theme.first / most) * 100}%` }} />
              <span style={{ width: `${(theme.later / most) * 100}%` }} />
            </span>
            <span className={classes.numbers}>
              <b className="lk-num">{t('choices.first', { count: theme.first })}</b>{' '}
              <span className="lk-muted">{t('choices.later', { count: theme.later })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
