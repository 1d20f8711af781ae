import { IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceQuality } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';

/** How far a source can be trusted, as icon and word (MIR-04). */
export function QualityBadge({ quality }: { quality: SourceQuality }) {
  const { t } = useTranslation('mirror-data');
  const words = t(`quality.${quality}`);
  if (quality === 'good') return <Verdict kind="ok">{words}</Verdict>;
  if (quality === 'unknown')
    return (
      <Verdict kind="same" icon={IconQuestionMark}>
        {words}
      </Verdict>
    );
  return <Verdict kind={quality === 'poor' ? 'bad' : 'warn'}>{words}</Verdict>;
}
