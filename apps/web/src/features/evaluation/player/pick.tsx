import { type ReactNode, useRef } from 'react';
import classes from './evaluation-player.module.css';

interface PickProps {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  disabled: boolean;
  /** `step`: a square of a scale; `row`: a card over the whole width; `quiet`: a line without a frame. */
  look: 'step' | 'row' | 'quiet';
  onChange: () => void;
  /** Chosen with a finger or mouse, also when it was chosen already. */
  onPressed?: () => void;
  children: ReactNode;
}

/**
 * A real radio or checkbox that lies over its whole card: it takes the press and the focus, the card draws its state. A
 * press is told apart from a key, for only a press may lead on by itself.
 */
export function Pick(props: PickProps) {
  const { look, onChange, onPressed, children, ...input } = props;
  const pressed = useRef(false);
  return (
    <label className={classes.pick} data-look={look}>
      <input
        {...input}
        onChange={onChange}
        onPointerDown={() => {
          pressed.current = true;
        }}
        onKeyDown={() => {
          pressed.current = false;
        }}
        onClick={() => {
          if (pressed.current) onPressed?.();
          pressed.current = false;
        }}
      />
      {look !== 'step' && <span className={classes.dot} data-type={props.type} aria-hidden />}
      <span className={classes.words}>{children}</span>
    </label>
  );
}
