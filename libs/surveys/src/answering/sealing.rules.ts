import { createHmac, randomInt } from 'node:crypto';
import sodium from 'libsodium-wrappers';

await sodium.ready;

export interface KeyPair {
  publicKey: Uint8Array;
  privateKey: Uint8Array;
}

/** Curve25519 keys, 32 bytes each. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, privateKey };
}

export const publicKeyOf = (privateKey: Uint8Array): Uint8Array => sodium.crypto_scalarmult_base(privateKey);

/** Seals with a public key (libsodium sealed box: 48 bytes longer than what is in it); whoever sealed it cannot open it either. */
export const seal = (packed: Uint8Array, publicKey: Uint8Array): Buffer =>
  Buffer.from(sodium.crypto_box_seal(packed, publicKey));

/** @throws when it was not sealed for this pair, or was changed since. */
export const unseal = (sealed: Uint8Array, keys: KeyPair): Uint8Array =>
  sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.privateKey);

/**
 * Key for what somebody's link keeps on the server. Comes from the link itself, so that the database, which knows the link by its
 * hash only, cannot read what it keeps.
 */
export const keyOfLink = (token: string): Buffer =>
  createHmac('sha256', token).update('leerkring kept answers').digest();

/** Locks with a shared key (XSalsa20-Poly1305, fresh nonce in front: 40 bytes longer than what is in it). */
export function lock(packed: Uint8Array, key: Uint8Array): Buffer {
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  return Buffer.concat([nonce, sodium.crypto_secretbox_easy(packed, nonce, key)]);
}

/** @throws when it was locked with another key, or was changed since. */
export function unlock(locked: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = locked.subarray(0, sodium.crypto_secretbox_NONCEBYTES);
  return sodium.crypto_secretbox_open_easy(locked.subarray(nonce.length), nonce, key);
}

/** Overwrites a secret in memory. */
export const wipe = (secret: Uint8Array): void => sodium.memzero(secret);

/** The same things in an order that nobody can foretell (Fisher–Yates over the system's generator). */
export function shuffled<T>(things: readonly T[], below: (limit: number) => number = randomInt): T[] {
  const next = [...things];
  for (let k = next.length - 1; k > 0; k--) {
    const other = below(k + 1);
    [next[k], next[other]] = [next[other] as T, next[k] as T];
  }
  return next;
}
