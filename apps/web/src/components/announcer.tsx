import { VisuallyHidden } from '@mantine/core';
import { useAnnouncement } from '../lib/announce';

/** The live regions of the client: `announce` fills them. They must exist before their first text. */
export function Announcer() {
  const { text, politeness, turn } = useAnnouncement();
  // A no-break space makes the same sentence a new text every second time.
  const spoken = turn % 2 ? `${text}\u00a0` : text;
  return (
    <VisuallyHidden>
      <div role="status">{politeness === 'polite' ? spoken : ''}</div>
      <div role="alert">{politeness === 'assertive' ? spoken : ''}</div>
    </VisuallyHidden>
  );
}
