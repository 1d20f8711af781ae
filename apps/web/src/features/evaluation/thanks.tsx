import { Button } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCircleCheck,
  IconLock,
  IconMessage,
  IconPencil,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvaluationView } from '#libs/contracts';
import { useFormat, useWords } from '../../lib/i18n';
import { Notice } from './notice';
import classes from './evaluation.module.css';

interface ThanksProps {
  view: EvaluationView;
  /** Sent a moment ago, on this page. */
  moved: boolean;
  /** Opens the answer again; left out where the promise forbids it. */
  onChange?: () => void;
}

/** It arrived: what happens with it, from how many answers, when, and whether it can still be changed. */
export function Thanks({ view, moved, onChange }: ThanksProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const words = useWords();
  const until = view.closesAt ? `${format.day(view.closesAt)}, ${format.time(view.closesAt)}` : null;
  const texts = view.content?.items.some((item) => item.type === 'text') ?? false;
  const count = view.minimumResponses;
  const steps = [
    {
      icon: IconCalendarEvent,
      title: until ?? t('thanks.closing'),
      text: t('thanks.closing.text'),
    },
    { icon: IconUsers, title: t('thanks.results', { count }), text: t(`thanks.results.${view.anonymity}`) },
    ...(texts
      ? [
          {
            icon: IconMessage,
            title: t('thanks.texts'),
            text: t('thanks.texts.text', { count: view.minimumTextResponses }),
          },
        ]
      : []),
    ...(view.anonymity === 'anonymous'
      ? [{ icon: IconLock, title: t('thanks.fixed'), text: t('thanks.fixed.text') }]
      : []),
  ];
  return (
    <Notice icon={IconCircleCheck} title={t('thanks.title')} moved={moved}>
      <p className={classes.lead}>{t('thanks.received')}</p>
      <h2>{t('thanks.next')}</h2>
      {view.content && <p>{words(view.content.thanks)}</p>}
      <ul className={classes.happens}>
        {steps.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <Icon size={22} stroke={1.6} className="lk-icon" aria-hidden />
            <div>
              <b>{title}</b>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className={classes.after}>
        {onChange && (
          <>
            <Button
              variant="default"
              size="lg"
              leftSection={<IconPencil size={18} stroke={1.8} />}
              onClick={onChange}
            >
              {t('thanks.change')}
            </Button>
            {until && <p>{t('thanks.change.until', { until })}</p>}
          </>
        )}
        {!onChange && <p>{t('thanks.close')}</p>}
      </div>
    </Notice>
  );
}
