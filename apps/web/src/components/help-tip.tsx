import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ComponentType, lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermKey } from '../lib/terms';
import { Deferred, type DeferredProps } from './deferred';
import classes from './help-tip.module.css';

const Bubble = lazy(() => import('./help-tip-bubble').then((module) => ({ default: module.HelpTipBubble })));

interface HelpTipProps {
  /** A word of the glossary (namespace `terms`). */
  term: TermKey;
  /** The word as it stands beside the "?"; the button is named after it. */
  label: string;
}

/** The "?" beside a term of the profession: opens its explanation, closes with Escape. */
export function HelpTip({ term, label }: HelpTipProps) {
  const { t } = useTranslation('components');
  const component = useMemo<ComponentType<DeferredProps>>(() => {
    const OfTerm = (props: DeferredProps) => <Bubble {...props} term={term} />;
    return OfTerm;
  }, [term]);
  return (
    <Deferred
      component={component}
      target={
        <UnstyledButton className={classes.button} aria-label={t('help.about', { term: label })}>
          <IconHelpCircle size={16} stroke={1.8} />
        </UnstyledButton>
      }
    />
  );
}
