import { Button } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf, IconMail, IconPrinter, IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { showToast } from '../../../lib/toast';
import { fileHref, readPath } from './handout-data';
import classes from './handout.module.css';

/** Passing it on in one click (journey D1), and taking it along. */
export function ShareActions({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const { sessionId, content } = handout;
  const url = `${window.location.origin}${readPath(sessionId)}`;
  const text = t('share.text', { title: content.title });
  const share = async () => {
    if (typeof navigator.share === 'function' && navigator.maxTouchPoints > 0) {
      try {
        await navigator.share({ title: content.title, text, url });
        return;
      } catch (error) {
        // closing the sheet is an answer too
        if (error instanceof DOMException && error.name === 'AbortError') return;
      }
    }
    try {
      await navigator.clipboard.writeText(`${text}\n${url}`);
      showToast(t('share.copied'));
    } catch {
      showToast(t('share.failed', { url }), { kind: 'failed' });
    }
  };
  const mail = `mailto:?subject=${encodeURIComponent(content.title)}&body=${encodeURIComponent(`${text}\n\n${url}\n\n${t('share.attach')}`)}`;
  return (
    <div className={classes.actions} data-print="hide">
      <Button leftSection={<IconShare size={18} />} onClick={() => void share()}>
        {t('share')}
      </Button>
      <Button component="a" href={mail} variant="default" leftSection={<IconMail size={18} />}>
        {t('share.mail')}
      </Button>
      <Button
        component="a"
        href={fileHref(sessionId, 'pdf')}
        download
        variant="default"
        leftSection={<IconFileTypePdf size={18} />}
      >
        {t('file.pdf')}
      </Button>
      <Button
        component="a"
        href={fileHref(sessionId, 'docx')}
        download
        variant="default"
        leftSection={<IconFileTypeDocx size={18} />}
      >
        {t('file.docx')}
      </Button>
      <Button variant="subtle" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
