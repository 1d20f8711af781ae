/** Something small that outlives the page in this tab, not the tab: a phone that throws the page away brings it back. */
export function keptInTab<Value>(name: string) {
  const key = `leerkring.${name}`;
  return {
    read(): Value | null {
      try {
        const kept = sessionStorage.getItem(key);
        return kept === null ? null : (JSON.parse(kept) as Value);
      } catch {
        return null;
      }
    },
    write(value: Value | null): void {
      try {
        if (value === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // a browser that keeps nothing still has it as long as the page stays
      }
    },
  };
}
