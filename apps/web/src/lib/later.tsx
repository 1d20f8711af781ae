import { type ComponentType, type FunctionComponent, type ReactNode, Suspense, lazy } from 'react';

/**
 * A part of which the code is fetched when it is first drawn, with what stands in its place until then. It waits by itself: nobody who
 * draws it has to know that it comes later, and what is beside it stays.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): FunctionComponent<P> {
  const Part: ComponentType<P> = lazy(async () => ({ default: await load() }));
  return function Later(props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  };
}
