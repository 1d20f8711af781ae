/**
 * The page to go to after signing in. Only a path inside this site is followed: anything that a browser could read as
 * another host (`//x`, `/\x`, `https:`) leads home, so that a link to the sign-in page cannot lead people astray.
 */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path || !path.startsWith('/') || /^\/[/\\]/.test(path) || /[\u0000-\u001f\\]/.test(path)) return '/';
  return path.startsWith('/aanmelden') ? '/' : path;
}

/** The sign-in page that comes back to `from` afterwards. */
export function signInPath(from: string): string {
  const back = safeReturnPath(from);
  return back === '/' ? '/aanmelden' : `/aanmelden?terug=${encodeURIComponent(back)}`;
}

/** Pages that people see without a session: a 401 there is part of the page, not a reason to leave it. */
export function isOpenPage(path: string): boolean {
  // `/taak/<token>` is the link of a mail; what lies deeper is the task itself and needs the session of that link.
  return /^\/(aanmelden|instellen|mailbox|evaluatie)(\/|$)/.test(path) || /^\/taak(\/[^/]*)?$/.test(path);
}
