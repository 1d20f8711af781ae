import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#libs/contracts';
import { addressOf, likePattern, readCursor, scopeOf, writeCursor } from './people.rules.js';

const PRACTICE = '0190a000-0000-7000-8000-000000000001';

describe('the scope of a role (ORG-03…09)', () => {
  it.each(ROLES.map((role) => [role]))('%s is held over exactly one kind of thing', (role) => {
    const over = [PRACTICE, null].map((scopeId) => {
      try {
        return scopeOf(role, scopeId).kind;
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(over.filter((one) => one === 'role.scope-missing')).toHaveLength(1);
  });

  it('holds a practice role over the practice and a region role over nothing else', () => {
    expect(scopeOf('practice-holder', PRACTICE)).toEqual({ kind: 'practice', id: PRACTICE });
    expect(scopeOf('auditor', undefined)).toEqual({ kind: 'region', id: null });
  });
});

describe('addresses, searches and cursors', () => {
  it('compares addresses without white space and case', () => {
    expect(addressOf('  An.Na@Voorbeeld.example ')).toBe('an.na@voorbeeld.example');
  });
  it('searches wildcards literally', () => {
    expect(likePattern(' 100%_\\ ')).toBe('%100\\%\\_\\\\%');
  });
  it('reads back its own cursor', () => {
    expect(readCursor(writeCursor({ name: 'Óscar, "de"', id: PRACTICE }))).toEqual({
      name: 'Óscar, "de"',
      id: PRACTICE,
    });
  });
  it.each(['', 'x', 'W10', 'WzEsMl0', Buffer.from('["a"]').toString('base64url')])(
    'refuses a cursor it did not write: %j',
    (text) => expect(() => readCursor(text)).toThrow('validation.failed'),
  );
});
