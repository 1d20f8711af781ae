import { IconCheck, IconCloudOff, IconEye, IconEyeOff, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen, ShownTextView } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import shared from './live.module.css';
import classes from './answers.module.css';
import { type StepNow, talkedAbout, textsState, tilesOf } from './step-state';

const TILE = { done: IconCheck, writing: IconPencil, away: IconCloudOff } as const;

interface AnswersProps {
  view: MeetingScreen;
  now: StepNow;
  /** The step whose text is under the hands: it is not shown twice. */
  typing?: string | null;
}

/** The texts of the step that is on, and those of the step before that the group talks about in it. */
export function Answers({ view, now, typing = null }: AnswersProps) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const earlier = talkedAbout(view, now);
  return (
    <>
      <StepAnswers view={view} now={now} />
      {earlier?.inputs && !(earlier.step.writes === 'notes' && earlier.step.id === typing) && (
        <section className={shared.section} aria-labelledby="earlier">
          <h3 id="earlier">
            {t('own.earlier', {
              title: t(earlier.step.writes === 'notes' ? 'notes.title' : 'answers.title'),
              step: words(earlier.step.name),
            })}
          </h3>
          <Texts texts={earlier.inputs.texts} plain={earlier.step.writes === 'notes'} />
        </section>
      )}
    </>
  );
}

/** Who is done, whether the texts are to be seen and why not, and the texts themselves. */
function StepAnswers({ view, now }: Omit<AnswersProps, 'typing'>) {
  const { t } = useTranslation('meeting-live');
  const { step, inputs, writesForGroup } = now;
  if (!inputs) return null;
  // who writes the notes has them under the hands
  if (step.writes === 'notes')
    return writesForGroup || inputs.texts.length === 0 ? null : (
      <section className={shared.section} aria-labelledby="answers">
        <h3 id="answers">{t('notes.title')}</h3>
        <Texts texts={inputs.texts} plain />
      </section>
    );
  const tiles = tilesOf(view, inputs);
  const state = textsState(now);
  const Eye = state === 'hidden' || state === 'owner-later' ? IconEyeOff : IconEye;
  return (
    <section className={shared.section} aria-labelledby="answers">
      <div className={shared.answersHead}>
        <h3 id="answers">{t('answers.title')}</h3>
        <span>
          {t('answers.done', {
            done: tiles.filter((tile) => tile.state === 'done').length,
            count: tiles.length,
          })}
        </span>
      </div>
      <ul className={classes.tiles}>
        {tiles.map((tile) => {
          const Icon = TILE[tile.state];
          return (
            <li key={tile.practiceId} data-state={tile.state}>
              <Icon size={20} stroke={1.8} aria-hidden />
              <b>{tile.practice}</b>
              <span>{t(`tile.${tile.state}`)}</span>
            </li>
          );
        })}
      </ul>
      <p className={classes.hidden}>
        <Eye size={20} stroke={1.8} className="lk-icon" aria-hidden />
        {t(`texts.${state}`)}
      </p>
      <Texts texts={inputs.texts} />
    </section>
  );
}

/** Texts as they may be read: with the practice where the method says so. `plain`: there is only the group's. */
export function Texts({ texts, plain = false }: { texts: readonly ShownTextView[]; plain?: boolean }) {
  const { t } = useTranslation('meeting-live');
  if (texts.length === 0) return null;
  return (
    <ul className={shared.texts}>
      {texts.map((one) => (
        <li key={one.id}>
          <p className={shared.said}>{one.text}</p>
          {one.by === 'practice' && <p className={shared.small}>{one.practice}</p>}
          {one.by === 'group' && !plain && <p className={shared.small}>{t('texts.group')}</p>}
        </li>
      ))}
    </ul>
  );
}
