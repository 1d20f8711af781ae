import { describe, expect, it } from '@jest/globals';
import { inTurn } from './in-turn';

describe('changes of a round, in turn', () => {
  it('asks who gets mail only after the saves before it are done, also when one of them failed (D2)', async () => {
    const happened: string[] = [];
    let saved = (): void => {};
    const save = inTurn(async () => {
      await new Promise<void>((resolve) => (saved = resolve));
      happened.push('saved');
    });
    const refused = inTurn(() => Promise.reject(new Error('stale')));
    const asked = inTurn(async () => happened.push('asked'));
    await Promise.resolve();
    expect(happened).toEqual([]);
    saved();
    await expect(refused).rejects.toThrow('stale');
    await Promise.all([save, asked]);
    expect(happened).toEqual(['saved', 'asked']);
  });
});
