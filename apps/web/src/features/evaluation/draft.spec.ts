import { beforeEach, describe, expect, it } from '@jest/globals';
import { DraftShelf, EMPTY_DRAFT } from './draft';

/** The part of a browser's store that is used, in memory. */
class MemoryStore {
  private readonly map = new Map<string, string>();
  full = false;
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.map.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.map.set(name, value);
  }
  removeItem(name: string): void {
    this.map.delete(name);
  }
  get all(): string {
    return JSON.stringify([...this.map]);
  }
}

const TOKEN = 'Zq3x9WmK2LrT7vB5nC8dF1gH4jP6sA0yUeIoQwXzRtY';
const DRAFT = { ...EMPTY_DRAFT, given: { grade: { value: 8 } }, at: 'grade' };

describe('the draft on a device', () => {
  let store: MemoryStore;
  let now: number;
  const shelf = (token = TOKEN, until = 1_000) => new DraftShelf(store, token, until, () => now);
  beforeEach(() => {
    store = new MemoryStore();
    now = 0;
  });

  it('survives a reload', () => {
    shelf().write(DRAFT);
    expect(shelf().read()).toEqual(DRAFT);
  });
  it('belongs to its own link', () => {
    shelf().write(DRAFT);
    expect(shelf('another-link-altogether').read()).toBeNull();
  });
  it('does not hold the link: who reads the store cannot open the evaluation', () => {
    shelf().write(DRAFT);
    expect(store.all).not.toContain(TOKEN.slice(0, 20));
    expect(store.all).not.toContain(TOKEN.slice(-20));
  });
  it('is gone after clearing', () => {
    shelf().write(DRAFT);
    shelf().clear();
    expect(store.length).toBe(0);
  });
  it('is thrown away by a visit to any evaluation once its own is over', () => {
    shelf().write(DRAFT);
    now = 1_001;
    expect(shelf().read()).toBeNull();
    shelf('another-link-altogether', 2_000);
    expect(store.length).toBe(0);
  });
  it('leaves alone what other pages keep', () => {
    store.setItem('leerkring.language', 'en');
    now = 5_000;
    shelf();
    expect(store.getItem('leerkring.language')).toBe('en');
  });
  it('says so when the device keeps nothing', () => {
    expect(new DraftShelf(null, TOKEN, 1_000).write(DRAFT)).toBe(false);
    expect(new DraftShelf(null, TOKEN, 1_000).works).toBe(false);
    store.full = true;
    expect(shelf().write(DRAFT)).toBe(false);
  });
  it('reads damaged words as nothing', () => {
    shelf().write(DRAFT);
    store.setItem(store.key(0) ?? '', '{"version":1');
    expect(shelf().read()).toBeNull();
  });
});
