import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconEye, IconEyeOff, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralTiming } from '#libs/contracts';
import choice from '../../../components/segmented-choice.module.css';
import { Verdict } from '../../../components/verdict';
import { EditField } from './edit-field';
import { type Item, idOf, isUnanswered } from './items';
import { TIMINGS } from './timing';
import type { Saving } from './use-saving';
import classes from './handout.module.css';

const SHORT = 600;
const NOTES = ['tooEarly', 'onTime', 'tooLate'] as const;

/** One question with everything that can be written at it; what is seldom changed is folded. */
export function EditQuestion({ item, saving }: { item: Item; saving: Saving }) {
  const { t } = useTranslation('dialogue-handout');
  const id = idOf(item);
  const { saver, state } = saving;
  const local = state.local[id] ?? {};
  const hidden = (local['hidden'] as boolean | undefined) ?? item.hidden;
  const timing = (local['timing'] as ReferralTiming | null | undefined) ?? item.timing;
  const empty = isUnanswered({ ...item, ...local } as Item);
  const noted = NOTES.some((field) => item[field] !== '');
  const [more, setMore] = useState(noted || timing !== null);
  const heading = `${id}-heading`;
  return (
    <article
      className={classes.edit}
      id={`vraag-${id}`}
      data-hidden={hidden || undefined}
      aria-labelledby={heading}
    >
      <div className={classes.editHead}>
        <h3 id={heading} dir="auto">
          {item.question}
        </h3>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-pressed={hidden}
          leftSection={hidden ? <IconEye size={16} /> : <IconEyeOff size={16} />}
          onClick={() => saver.give(id, { hidden: !hidden })}
        >
          {t(hidden ? 'item.show' : 'item.hide')}
        </Button>
      </div>
      <p className={classes.meta}>
        {hidden && (
          <Verdict kind="same" icon={IconEyeOff}>
            {t('item.hidden')}
          </Verdict>
        )}
        {!hidden && empty && (
          <Verdict kind="warn" icon={IconHourglass}>
            {t('item.empty')}
          </Verdict>
        )}
        {item.followUpId ? (
          <span>{t('followUp')}</span>
        ) : (
          item.practices > 0 && <span>{t('practices', { count: item.practices })}</span>
        )}
      </p>
      {!hidden && (
        <>
          <EditField
            saving={saving}
            thing={id}
            field="answer"
            label={t('field.answer')}
            value={item.answer}
            maxLength={3000}
            minRows={2}
          />
          {more ? (
            <>
              <EditField
                saving={saving}
                thing={id}
                field="question"
                label={t('field.question')}
                value={item.question}
                maxLength={1000}
                required
              />
              <div className={classes.timing}>
                <SegmentedControl
                  aria-label={t('field.timing')}
                  value={timing ?? ''}
                  onChange={(next) => saver.give(id, { timing: next as ReferralTiming })}
                  classNames={choice}
                  data={TIMINGS.map((one) => ({ value: one as string, label: t(`timing.${one}`) }))}
                />
                {timing && (
                  <Button size="compact-sm" variant="subtle" onClick={() => saver.give(id, { timing: null })}>
                    {t('field.timing.none')}
                  </Button>
                )}
              </div>
              <div className={classes.three}>
                {NOTES.map((field) => (
                  <EditField
                    key={field}
                    saving={saving}
                    thing={id}
                    field={field}
                    label={t(`field.${field}`)}
                    value={item[field]}
                    maxLength={SHORT}
                  />
                ))}
              </div>
            </>
          ) : (
            <Button size="compact-sm" variant="subtle" className={classes.more} onClick={() => setMore(true)}>
              {t('item.more')}
            </Button>
          )}
        </>
      )}
    </article>
  );
}
