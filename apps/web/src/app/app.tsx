import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Announcer } from '../components/announcer';
import { OfflineBanner } from '../components/offline-banner';
import { Toasts } from '../components/toasts';
import { onSignedOut } from '../lib/api';
import { createQueryClient } from '../lib/queries';
import { isOpenPage, signInPath } from '../lib/return-path';
import { router } from './router';
import { cssVariablesResolver, theme } from './theme';

const queryClient = createQueryClient();

/** The nonce of this page's content security policy; Vite puts it in a meta element, the server fills it in. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
// The library that holds the page still behind a dialog looks for the nonce under this name.
if (nonce) Object.assign(window, { __webpack_nonce__: nonce });

onSignedOut(() => {
  const { pathname, search } = router.state.location;
  if (isOpenPage(pathname)) return;
  void router.navigate(signInPath(pathname + search), { replace: true });
  // What one person saw must not flash by for the next one on this machine.
  queryClient.clear();
});

/** The whole client: theme, data, routes, and the three things that live outside any page. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <QueryClientProvider client={queryClient}>
        <Announcer />
        <OfflineBanner />
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
