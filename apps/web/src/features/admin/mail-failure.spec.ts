import { describe, expect, it } from '@jest/globals';
import { failureKind } from './mail-failure';

describe('why a mail failed', () => {
  it.each([
    ['550 5.1.1 <a@b.example>: Recipient address rejected: User unknown', 'address'],
    ['552 5.2.2 Mailbox full', 'full'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'connection'],
    ['Invalid login: 535 Authentication failed', 'signIn'],
    ['554 Message refused', 'other'],
  ] as const)('is told in words a coordinator can act on: %s', (text, kind) => {
    expect(failureKind(text)).toBe(kind);
  });
});
