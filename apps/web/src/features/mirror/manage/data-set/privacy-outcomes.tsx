import { IconClock, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PrivacyTestAudienceView } from '#libs/contracts';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useWords } from '../../../../lib/i18n';
import own from './data-set.module.css';

type Outcome = PrivacyTestAudienceView['outcome'];
const KIND = {
  safe: 'ok',
  coarsened: 'warn',
  refused: 'bad',
  unfinished: 'decide',
  looking: 'new',
  waiting: 'same',
  unseen: 'same',
} as const satisfies Record<Outcome, string>;
const ICON: Partial<Record<Outcome, typeof IconClock>> = {
  looking: IconSearch,
  waiting: IconClock,
  unseen: IconClock,
};
/** Outcomes that have numbers. */
const COUNTED: readonly Outcome[] = ['safe', 'coarsened', 'refused'];

/** For whom what would be shown, as far as it was looked at. */
export function PrivacyOutcomes({ audiences }: { audiences: readonly PrivacyTestAudienceView[] }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const words = useWords();
  return (
    <div className={own.scroll} role="region" tabIndex={0} aria-label={t('privacy.outcomes')}>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">{t('privacy.audience')}</th>
            <th scope="col">{t('privacy.outcome')}</th>
            <th scope="col" data-number>
              {t('privacy.shown')}
            </th>
            <th scope="col" data-number>
              {t('privacy.hidden')}
            </th>
          </tr>
        </thead>
        <tbody>
          {audiences.map((one) => (
            <tr key={one.group?.id ?? one.audience}>
              <td>
                {one.group?.name ?? t(`audience.${one.audience}`)}
                {one.reason && <span className={own.cellNote}>{words(one.reason)}</span>}
              </td>
              <td>
                <Verdict kind={KIND[one.outcome]} icon={ICON[one.outcome]}>
                  {t(`outcome.${one.outcome}`)}
                </Verdict>
              </td>
              <td data-number>{COUNTED.includes(one.outcome) ? format.number(one.shown) : '–'}</td>
              <td data-number>{COUNTED.includes(one.outcome) ? format.number(one.hidden) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
