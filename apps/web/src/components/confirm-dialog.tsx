import { type ReactNode, useState } from 'react';
import { later } from '../lib/later';

const Body = later(async () => (await import('./confirm-dialog-body')).ConfirmDialogBody);

export interface Receiver {
  id: string;
  name: string;
  /** What this receiver gets, or the address. */
  detail?: string;
}
export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** A question or an announcement: "60 praktijken hun groep sturen?". */
  title: string;
  /** What happens, and what cannot be taken back. */
  children: ReactNode;
  /** Who gets what; all of them are named. */
  receivers?: readonly Receiver[];
  /** The act itself: "Publiceren", never "OK". */
  confirm: string;
  /** For what cannot be taken back and takes something away. */
  danger?: boolean;
  busy?: boolean;
  /** The act is not possible yet: the text says what is missing. */
  disabled?: boolean;
  error?: unknown;
}

/** For what leaves the building (publish, send, delete): names exactly who will receive what. Else prefer an undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened } = props;
  const [needed, setNeeded] = useState(opened);
  if (opened && !needed) setNeeded(true);
  // The dialog is fetched when it opens for the first time; afterwards it stays, for its way of closing.
  return needed ? <Body {...props} /> : null;
}
