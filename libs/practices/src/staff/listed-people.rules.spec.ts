import { describe, expect, it } from '@jest/globals';
import {
  incumbentFor,
  knownPerson,
  LISTED_PEOPLE,
  namesByAddress,
  type Incumbent,
} from './listed-people.rules.js';

const [HOLDER] = LISTED_PEOPLE;
const AAFKE: Incumbent = { roleId: 'r1', personId: 'p1', name: 'Aafke', email: 'a@een.example' };
const BRAM: Incumbent = { roleId: 'r2', personId: 'p2', name: 'Bram', email: 'b@een.example' };
const row = (holder: string | null, email: string | null) => ({
  holder,
  email,
  contact: null,
  contactEmail: null,
});
const never = () => false;
const always = () => true;

describe('who hands over (ORG-03, ORG-05)', () => {
  it.each([
    ['the address', row('Iemand', 'B@een.example'), 'p2'],
    ['the name when there is no address', row('bram', null), 'p2'],
    ['nobody known: the first', row('Bram', 'nieuw@een.example'), 'p1'],
    ['nothing: the first', row(null, null), 'p1'],
    ['no row at all: the first', undefined, 'p1'],
  ])('is found by %s', (_by, given, personId) => {
    expect(incumbentFor(given, HOLDER, [AAFKE, BRAM])?.personId).toBe(personId);
  });

  it('is nobody at a practice without one', () => {
    expect(incumbentFor(row('Aafke', null), HOLDER, [])).toBeNull();
  });
});

describe('what the register says of a person', () => {
  it.each([
    [
      'a name without an address replaces nobody',
      row('Carla', null),
      AAFKE,
      always,
      'Carla',
      'a@een.example',
    ],
    [
      'another spelling of somebody else’s name is no change',
      row('A. B.', 'a@een.example'),
      AAFKE,
      never,
      'A. B.',
      'a@een.example',
    ],
    [
      'a new name is a change where it may be one',
      row('A. B.', 'A@een.example'),
      AAFKE,
      always,
      'Aafke',
      'a@een.example',
    ],
    [
      'another address is another person',
      row('Carla', 'c@een.example'),
      AAFKE,
      always,
      'Aafke',
      'a@een.example',
    ],
    ['a name from an earlier list is still there', row('Carla', null), null, always, 'Dirk', null],
  ])('%s', (_rule, given, incumbent, mayRename, name, email) => {
    expect(knownPerson(given, HOLDER, incumbent, 'Dirk', mayRename)).toEqual({ name, email });
  });
});

describe('the name a list gives to an address', () => {
  it('is there when all rows agree and null when they do not', () => {
    const names = namesByAddress([
      { holder: 'Aafke', email: 'A@een.example', contact: 'Aafke', contactEmail: 'a@een.example' },
      { holder: 'Bram', email: 'mtvp@een.example', contact: 'Carla', contactEmail: 'mtvp@een.example' },
      { holder: 'Bram', email: 'mtvp@een.example', contact: null, contactEmail: null },
    ]);
    expect([...names]).toEqual([
      ['a@een.example', 'Aafke'],
      ['mtvp@een.example', null],
    ]);
  });
});
