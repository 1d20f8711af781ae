import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtractProfileView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import own from './data-set.module.css';

const FEW = 8;

/** What is counted, most first, so that a code without a name or a strange one is seen at once. */
export function ItemsPanel({ items }: { items: ExtractProfileView['items'] }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (items.length === 0 || (items.length === 1 && items[0]?.code === '')) return null;
  const sorted = items.toSorted((a, b) => b.count - a.count);
  const most = Math.max(sorted[0]?.count ?? 0, 1);
  return (
    <Panel
      title={t('items')}
      right={<span className="lk-muted">{t('items.count', { count: items.length })}</span>}
    >
      <ul className={own.items}>
        {(all ? sorted : sorted.slice(0, FEW)).map((item) => (
          <li key={item.code}>
            <span className={own.itemName}>
              {item.name || item.code}
              {item.name && item.name !== item.code && <span className="lk-muted"> {item.code}</span>}
            </span>
            <span className={own.track} aria-hidden>
              <span style={{ width: `${(item.count / most) * 100}%` }} />
            </span>
            <span className="lk-num">{format.number(item.count)}</span>
          </li>
        ))}
      </ul>
      {!all && sorted.length > FEW && (
        <Button variant="subtle" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('items.all', { count: sorted.length })}
        </Button>
      )}
    </Panel>
  );
}
