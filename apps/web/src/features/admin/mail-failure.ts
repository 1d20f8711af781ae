export type FailureKind = 'address' | 'full' | 'connection' | 'signIn' | 'other';

/** What a mail server's own words come down to, so that a person knows what to do. Codes: RFC 5321 and RFC 3463. */
export function failureKind(text: string): FailureKind {
  if (/\b5?\.?2\.2\b|mailbox (is )?full|over quota|\b552\b/i.test(text)) return 'full';
  if (/\b535\b|\b530\b|auth(entication)? (failed|required)|invalid login/i.test(text)) return 'signIn';
  if (/\b550\b|\b553\b|\b5\.1\.[0-9]\b|user unknown|no such user|recipient|does not exist/i.test(text))
    return 'address';
  if (/ECONN|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|timeout|timed out|getaddrinfo|greeting/i.test(text))
    return 'connection';
  return 'other';
}
