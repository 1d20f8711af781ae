import { useEffect, useRef } from 'react';
import type { DataSourceView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { PutAway } from './put-away';
import { SourceForm } from './source-form';

interface SourceEditorProps {
  title: string;
  /** The one to change; without it a new one is made. */
  source?: DataSourceView;
  onDone: (source: DataSourceView) => void;
  onCancel: () => void;
}

/** A source to fill in, in a panel that opened on demand: it takes the focus. */
export function SourceEditor({ title, source, onDone, onCancel }: SourceEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  return (
    <div ref={box}>
      <Panel title={title}>
        <SourceForm source={source} onDone={onDone} onCancel={onCancel} />
        {source && <PutAway source={source} />}
      </Panel>
    </div>
  );
}
