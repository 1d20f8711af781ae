import { IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFindingView, TextItem as Item } from '#libs/contracts';
import type { FieldProps } from './field';
import { FindingPanel } from './finding-panel';
import { useGuard } from '../../../lib/guard';
import classes from './evaluation-player.module.css';

/** From here on it is said how many characters are left. */
const NEARLY_FULL = 100;

interface TextItemProps extends FieldProps {
  item: Item;
  note: ReactNode;
  /** What the server found in this very text. */
  found: TextFindingView | null;
  confirmed: boolean;
  /** Grows each time somebody wants to go on while something was found: it then takes the focus. */
  call: number;
  last: boolean;
  onConfirm: () => void;
}

/** Free text with the guard beside it: what could point to a person is shown before the text leaves the page. */
export function TextItem({ item, note, found, confirmed, call, last, onConfirm, ...field }: TextItemProps) {
  const { t } = useTranslation('evaluation', { lng: field.language });
  const id = useId();
  const { answer } = field;
  const text = answer && 'text' in answer ? answer.text : '';
  const plain = text.trim();
  const noticed = useGuard(plain, call > 0);
  const finding = found ?? noticed;
  const left = item.maxLength - text.length;
  return (
    <div>
      <textarea
        className={classes.text}
        rows={5}
        value={text}
        maxLength={item.maxLength}
        disabled={field.disabled}
        aria-labelledby={field.labelledBy}
        aria-describedby={[field.describedBy, `${id}note`].filter(Boolean).join(' ')}
        onChange={({ currentTarget: { value } }) => field.onAnswer(value === '' ? null : { text: value })}
      />
      <p className={classes.left} role="status">
        {left <= NEARLY_FULL ? t('text.left', { count: left }) : ''}
      </p>
      <div id={`${id}note`} className={classes.note}>
        <IconShieldCheck size={19} stroke={1.7} className="lk-icon" aria-hidden />
        <div>
          <p>{t('text.guard')}</p>
          {note && <p>{note}</p>}
        </div>
      </div>
      {finding && (
        <FindingPanel
          text={plain}
          finding={finding}
          confirmed={confirmed}
          call={call}
          last={last}
          language={field.language}
          onTake={(rewrite) => field.onAnswer({ text: rewrite.slice(0, item.maxLength) })}
          onConfirm={onConfirm}
        />
      )}
    </div>
  );
}
