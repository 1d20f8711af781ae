import { describe, expect, it } from '@jest/globals';
import { isOpenPage, safeReturnPath, signInPath } from './return-path';

describe('the way back after signing in', () => {
  it.each(['/intervisie/rondes/1?tab=2', '/sessies', '/'])('follows the own path %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    undefined,
    '/a\\b',
    '/\n/x',
  ])('leads home instead of to %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });
  it('does not lead back to the sign-in page itself', () => {
    expect(safeReturnPath('/aanmelden?terug=/')).toBe('/');
  });
  it('keeps the page in the address of the sign-in page', () => {
    expect(signInPath('/intervisie?a=1&b=2')).toBe('/aanmelden?terug=%2Fintervisie%3Fa%3D1%26b%3D2');
    expect(signInPath('/')).toBe('/aanmelden');
  });
});

describe('pages without a session', () => {
  it.each(['/aanmelden', '/aanmelden/link/abc', '/instellen', '/mailbox/1', '/taak/abc', '/evaluatie/abc'])(
    '%s is one',
    (path) => {
      expect(isOpenPage(path)).toBe(true);
    },
  );
  it.each(['/', '/sessies', '/taak/ronde/1/2', '/mailboxen', '/intervisie', '/evaluaties/1'])(
    '%s is not',
    (path) => {
      expect(isOpenPage(path)).toBe(false);
    },
  );
});
