import '@mantine/core/styles/Popover.css';
import { Popover } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermKey } from '../lib/terms';
import type { DeferredProps } from './deferred';
import classes from './help-tip.module.css';

/** The explanation of a word, in a bubble at its "?". */
export function HelpTipBubble({ term, target, openAtOnce }: DeferredProps & { term: TermKey }) {
  return (
    <Popover
      width={300}
      position="top"
      withArrow
      shadow="md"
      withinPortal
      trapFocus
      defaultOpened={openAtOnce}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        <Suspense fallback={null}>
          <Explanation term={term} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

function Explanation({ term }: { term: TermKey }) {
  const { t } = useTranslation('terms');
  return (
    <>
      <strong>{t(`${term}.term`)}</strong>
      <p className={classes.text}>{t(`${term}.text`)}</p>
    </>
  );
}
