import { IconBan } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionProps } from './question';
import classes from './themes-question.module.css';

/** `titled` is false where the question stands above already. Themes that a practice would rather not do: checkboxes, of what it did not choose. */
export function ExcludedThemes({ page, answer, give, titled }: QuestionProps & { titled: boolean }) {
  const { t } = useTranslation('answer');
  const why = useId();
  const { excluded, ranked } = answer;
  const themes = page.round.themes.filter((theme) => !theme.archived && !ranked.includes(theme.id));
  const toggle = (id: string) =>
    give({ excluded: excluded.includes(id) ? excluded.filter((one) => one !== id) : [...excluded, id] });
  return (
    <fieldset className={classes.excluded} aria-describedby={why}>
      <legend data-hidden={!titled || undefined}>{t('excluded.title')}</legend>
      <p id={why}>{t('excluded.why')}</p>
      <div className={classes.boxes}>
        {themes.map((theme) => (
          <label key={theme.id} className={classes.box}>
            <input type="checkbox" checked={excluded.includes(theme.id)} onChange={() => toggle(theme.id)} />
            <IconBan size={16} stroke={2} className="lk-icon" aria-hidden />
            <span>{theme.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
