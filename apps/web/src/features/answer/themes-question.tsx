import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RankedList } from '../../components/ranked-list';
import { announce } from '../../lib/announce';
import { ExcludedThemes } from './excluded-themes';
import type { QuestionProps } from './question';
import classes from './themes-question.module.css';

const PLACES = 3;

/** Up to three themes in order, the others below to choose from; what they are about opens on demand. */
export function ThemesQuestion({ page, answer, give }: QuestionProps) {
  const { t } = useTranslation('answer');
  const { t: c } = useTranslation('components');
  const box = useRef<HTMLDivElement>(null);
  /** Which button has the focus once the chosen theme has left the list below. */
  const focus = useRef<{ index: number; added: string } | null>(null);
  const restLabel = useId();
  const themes = page.round.themes.filter((theme) => !theme.archived);
  const named = new Map(themes.map((theme) => [theme.id, theme.name]));
  const chosen = answer.ranked
    .flatMap((id) => ({ id, label: named.get(id) ?? '' }))
    .filter(({ label }) => label);
  const rest = themes.filter((theme) => !answer.ranked.includes(theme.id));
  const full = chosen.length >= PLACES;
  const described = themes.filter((theme) => theme.description);

  useLayoutEffect(() => {
    const target = focus.current;
    if (!target) return;
    focus.current = null;
    const chips = box.current?.querySelectorAll<HTMLButtonElement>('[data-theme]:not(:disabled)') ?? [];
    const row = box.current?.querySelector(`[data-id="${CSS.escape(target.added)}"]`);
    const next = chips[Math.min(target.index, chips.length - 1)];
    (next ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
  }, [answer.ranked]);

  const add = (id: string, label: string, index: number) => {
    focus.current = { index, added: id };
    announce(c('rank.added', { label, place: chosen.length + 1 }));
    const ranked = [...answer.ranked, id];
    // What somebody chooses, that person does not "rather not" do.
    if (answer.excluded.includes(id)) give({ ranked, excluded: answer.excluded.filter((one) => one !== id) });
    else give({ ranked });
  };

  return (
    <div ref={box}>
      <RankedList
        label={t('themes.chosen')}
        items={chosen}
        places={Math.min(PLACES, themes.length)}
        onChange={(items) => give({ ranked: items.map(({ id }) => id) })}
      />
      {full && rest.length > 0 && <p className={classes.full}>{t('themes.full')}</p>}
      <ul className={classes.rest} aria-label={t('themes.rest')} id={restLabel}>
        {rest.map((theme, i) => (
          <li key={theme.id}>
            <UnstyledButton
              className={classes.chip}
              data-theme={theme.id}
              disabled={full}
              onClick={() => add(theme.id, theme.name, i)}
            >
              <IconPlus size={16} stroke={2.2} className="lk-icon" aria-hidden />
              {theme.name}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {described.length > 0 && (
        <details className={classes.more}>
          <summary>
            <span>{t('themes.about')}</span>
          </summary>
          <dl className={classes.about}>
            {described.map((theme) => (
              <div key={theme.id}>
                <dt>{theme.name}</dt>
                <dd>{theme.description}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {page.round.asks.includes('excluded-themes') && rest.length > 0 && (
        <details className={classes.more} open={answer.excluded.length > 0 || undefined}>
          <summary>
            <span>
              {t('excluded.open')}
              {answer.excluded.length > 0 && (
                <span className={classes.count}>
                  {t('excluded.count', { count: answer.excluded.length })}
                </span>
              )}
            </span>
          </summary>
          <ExcludedThemes page={page} answer={answer} give={give} titled={false} />
        </details>
      )}
    </div>
  );
}
