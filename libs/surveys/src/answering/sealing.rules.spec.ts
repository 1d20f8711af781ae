import { describe, expect, it } from '@jest/globals';
import {
  keyOfLink,
  lock,
  newKeyPair,
  publicKeyOf,
  seal,
  shuffled,
  unlock,
  unseal,
  wipe,
} from './sealing.rules.js';

const packed = Buffer.alloc(512, 'antwoord');

describe('sealing', () => {
  it('opens with the pair it was sealed for and with no other, and not when a bit was changed', () => {
    const [pair, other] = [newKeyPair(), newKeyPair()];
    const sealed = seal(packed, pair.publicKey);
    expect(Buffer.from(unseal(sealed, pair))).toEqual(packed);
    expect(() => unseal(sealed, other)).toThrow();
    sealed[100] = (sealed[100] as number) ^ 1;
    expect(() => unseal(sealed, pair)).toThrow();
  });

  it('seals the same ballot differently each time, in the same number of bytes', () => {
    const { publicKey } = newKeyPair();
    const [one, other] = [seal(packed, publicKey), seal(packed, publicKey)];
    expect([one.length, other.length]).toEqual([560, 560]);
    expect(one.equals(other)).toBe(false);
    expect(one.includes('antwoord')).toBe(false);
  });

  it('finds the public half of a private key, and wipes the private one', () => {
    const { publicKey, privateKey } = newKeyPair();
    expect(publicKeyOf(privateKey)).toEqual(publicKey);
    wipe(privateKey);
    expect(privateKey).toEqual(new Uint8Array(32));
  });

  it('locks what a link keeps with a key of that link alone', () => {
    const locked = lock(packed, keyOfLink('link'));
    expect(Buffer.from(unlock(locked, keyOfLink('link')))).toEqual(packed);
    expect(() => unlock(locked, keyOfLink('other'))).toThrow();
    expect([locked.length, lock(packed, keyOfLink('link')).equals(locked)]).toEqual([552, false]);
  });
});

describe('the shuffle', () => {
  it('reaches every order equally often when every draw is equally likely', () => {
    const orders = new Map<string, number>();
    for (let draw = 0; draw < 24; draw++) {
      // 4 × 3 × 2 draws: each combination once
      const draws = [draw % 4, Math.floor(draw / 4) % 3, Math.floor(draw / 12)];
      const limits: number[] = [];
      const order = shuffled(['a', 'b', 'c', 'd'], (limit) => {
        limits.push(limit);
        return draws[limits.length - 1] as number;
      }).join('');
      expect(limits).toEqual([4, 3, 2]);
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([orders.size, Math.max(...orders.values())]).toEqual([24, 1]);
  });

  it('keeps all things and leaves the list alone', () => {
    const list = Array.from({ length: 500 }, (_, k) => k);
    const mixed = shuffled(list);
    expect(list[499]).toBe(499);
    expect([...mixed].sort((a, b) => a - b)).toEqual(list);
    expect(mixed).not.toEqual(list);
  });
});
