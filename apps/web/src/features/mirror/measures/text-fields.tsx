import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeasureContent } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { TwoTexts } from '../../../components/two-texts';
import shared from '../manage/manage.module.css';
import type { Edit } from './editor';

const MOST = 10;

/** How the figure is to be read, and what it does not say. */
export function TextFields({ content, edit }: { content: MeasureContent; edit: Edit }) {
  const { t } = useTranslation('measures');
  const { limitations } = content;
  return (
    <>
      <Panel title={t('reading')}>
        <div className={shared.stack}>
          <TwoTexts
            long
            label={t('why')}
            value={content.why}
            maxLength={1200}
            onChange={(why) => edit({ why })}
          />
          <TwoTexts
            long
            label={t('direction')}
            value={content.direction}
            maxLength={1200}
            onChange={(direction) => edit({ direction })}
          />
          <TwoTexts
            long
            label={t('caseMix')}
            value={content.caseMix}
            maxLength={1200}
            onChange={(caseMix) => edit({ caseMix })}
          />
        </div>
      </Panel>
      <Panel title={t('limitations')}>
        <div className={shared.stack}>
          {limitations.map((one, at) => (
            <div key={at}>
              <TwoTexts
                long
                label={t('limitation', { number: at + 1 })}
                value={one}
                maxLength={1200}
                onChange={(next) => edit({ limitations: limitations.with(at, next) })}
              />
              <Button
                mt={6}
                variant="subtle"
                size="compact-md"
                leftSection={<IconTrash size={16} />}
                aria-label={t('limitation.remove', { number: at + 1 })}
                onClick={() => edit({ limitations: limitations.toSpliced(at, 1) })}
              >
                {t('remove')}
              </Button>
            </div>
          ))}
          {limitations.length < MOST && (
            <div>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconPlus size={17} />}
                onClick={() => edit({ limitations: [...limitations, { nl: '', en: '' }] })}
              >
                {t('limitation.add')}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </>
  );
}
