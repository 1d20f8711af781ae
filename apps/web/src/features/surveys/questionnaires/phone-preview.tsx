import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers, Language, QuestionnaireContent, QuestionnaireItem, Words } from '#libs/contracts';
import { LANGUAGES, useLanguage } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { answersFor } from './preview-answers';
import classes from './questionnaires.module.css';

const EvaluationPlayer = later(
  async () => (await import('../../evaluation/player/evaluation-player')).EvaluationPlayer,
);

interface PhonePreviewProps {
  content: QuestionnaireContent;
  /** The item that is being edited; null: none. */
  at: string | null;
}

/** How it looks on a phone, one question per screen. Answers given here go nowhere. */
export function PhonePreview({ content, at }: PhonePreviewProps) {
  const { t } = useTranslation('surveys');
  const screen = useLanguage();
  const [language, setLanguage] = useState<Language>(screen);
  const [answers, setAnswers] = useState<Answers>({});
  const [place, setPlace] = useState<string | null>(null);
  const [shown, setShown] = useState(at);
  // Another item was opened beside it: go there, with the answers that lead to it.
  if (shown !== at) {
    setShown(at);
    if (at !== null) {
      setPlace(at);
      setAnswers((before) => answersFor(content.items, at, before));
    }
  }
  const drawable = { ...content, items: content.items.map(drawn) };
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <div className={classes.previewHead}>
        <b>{t('preview.short')}</b>
        <span className={classes.languages} role="group" aria-label={t('preview.language')}>
          {LANGUAGES.map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant={one === language ? 'light' : 'subtle'}
              aria-pressed={one === language}
              onClick={() => setLanguage(one)}
            >
              {t(`language.${one}`)}
            </Button>
          ))}
        </span>
      </div>
      <div className={classes.frame} tabIndex={0} role="region" aria-label={t('preview')}>
        {drawable.items.length === 0 ? (
          <p className="lk-muted">{t('preview.empty')}</p>
        ) : (
          <EvaluationPlayer
            content={drawable}
            answers={answers}
            onAnswer={(item, answer) =>
              setAnswers(({ [item]: _before, ...rest }) => (answer ? { ...rest, [item]: answer } : rest))
            }
            at={place}
            onGo={setPlace}
            onSend={() => {
              setAnswers({});
              setPlace(null);
            }}
            sendLabel={t('preview.again', { lng: language })}
            language={language}
            preview
          />
        )}
      </div>
    </section>
  );
}

const orDots = (words: Words): Words => ({ nl: words.nl.trim() || '…', en: words.en.trim() || '…' });

/** An item that is still being written, as something that can be drawn. */
function drawn(item: QuestionnaireItem): QuestionnaireItem {
  const text = orDots(item.text);
  if (item.type === 'scale') {
    const min = Number.isInteger(item.min) && item.min >= 0 ? item.min : 1;
    const max = Number.isInteger(item.max) ? Math.min(Math.max(item.max, min + 1), min + 10) : min + 4;
    return { ...item, text, min, max, lowLabel: orDots(item.lowLabel), highLabel: orDots(item.highLabel) };
  }
  if (item.type === 'choice')
    return {
      ...item,
      text,
      options: item.options.map((option) => ({ ...option, text: orDots(option.text) })),
    };
  return { ...item, text, maxLength: Number.isFinite(item.maxLength) ? item.maxLength : 500 };
}
