import { useLocation, useParams } from 'react-router';

/** The token of a mail link: from the path, or from behind the #. */
export function useLinkToken(): string {
  const { token } = useParams();
  const { hash } = useLocation();
  return token ?? hash.slice(1);
}
