import {
  type ComponentPropsWithRef,
  type ComponentType,
  type ReactElement,
  Suspense,
  cloneElement,
  useState,
} from 'react';
import { useQuiet } from '../lib/quiet';

export interface DeferredProps {
  /** The control that opens it. */
  target: ReactElement<ComponentPropsWithRef<'button'>>;
  /** True when the control was pressed before the code was there. */
  openAtOnce: boolean;
}
interface Props {
  /** The control, as it looks before and after. */
  target: DeferredProps['target'];
  /** A `lazy` component that draws the target and what it opens; not one of `later`: the target stands there while it waits. */
  component: ComponentType<DeferredProps>;
}

/** A control whose menu or bubble is fetched after the first paint, or at once when it is pressed earlier. */
export function Deferred({ target, component: Component }: Props) {
  const quiet = useQuiet();
  const [pressed, setPressed] = useState(false);
  const plain = cloneElement(target, { onClick: () => setPressed(true) });
  if (!quiet && !pressed) return plain;
  return (
    <Suspense fallback={plain}>
      <Component target={target} openAtOnce={pressed} />
    </Suspense>
  );
}
