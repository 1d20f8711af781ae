import { IconCalendarOff, IconCircleCheck, IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvaluationView } from '#libs/contracts';
import { useFormat } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import type { VisitPhase } from './delivery';
import { Notice } from './notice';

type EndPhase = Extract<VisitPhase, 'used-before' | 'closed' | 'closed-unsure' | 'unknown'>;
const ICONS = {
  'used-before': IconCircleCheck,
  closed: IconCalendarOff,
  'closed-unsure': IconCalendarOff,
  unknown: IconLinkOff,
};

interface EndedProps {
  phase: Exclude<VisitPhase, 'answering' | 'received'>;
  view?: EvaluationView;
  /** Something was filled in here that goes nowhere now. */
  typed?: boolean;
}

/** There is nothing to answer here (any more): why, and what somebody can do. */
export function Ended({ phase, view, typed = false }: EndedProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const now = useNow();
  const end: EndPhase = phase === 'sending' ? 'closed' : phase;
  const closed = end === 'closed' || end === 'closed-unsure';
  // A coordinator may close earlier than was announced.
  const until = closed && view?.closesAt && new Date(view.closesAt).getTime() < now ? view.closesAt : null;
  return (
    <Notice icon={ICONS[end]} title={t(`end.${end}.title`)} moved={typed}>
      {until && <p>{t('end.closed.when', { until: `${format.day(until)}, ${format.time(until)}` })}</p>}
      <p>{t(`end.${end}.text`)}</p>
      {end === 'closed' && view?.kept?.sent && <p>{t('end.closed.sent')}</p>}
      {typed && !(end === 'closed' && view?.kept?.sent) && end !== 'closed-unsure' && <p>{t('end.typed')}</p>}
      {end !== 'closed' && <p>{t(end === 'unknown' ? 'end.unknown.help' : 'end.help')}</p>}
    </Notice>
  );
}
