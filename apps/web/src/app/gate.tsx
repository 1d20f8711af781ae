import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { Bare } from '../components/bare';
import { ErrorState } from '../components/error-state';
import { switchLanguage } from '../lib/i18n';
import { MeContext } from '../lib/me';
import { asProblem } from '../lib/problem';
import { meQuery } from '../lib/queries';

/** Lets through who is signed in; the api client leads everybody else to the sign-in page. */
export function SignedIn() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const language = me?.person.language;
  useEffect(() => {
    if (language) void switchLanguage(language);
  }, [language]);

  if (me) {
    return (
      <MeContext value={me}>
        <Outlet />
      </MeContext>
    );
  }
  if (!error || asProblem(error).status === 401) return null;
  return (
    <Bare>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Bare>
  );
}
