import 'reflect-metadata';

type Class<T = object> = new (...parts: never[]) => T;

/**
 * Makes services as Nest would, from the classes in their constructors, each once. What a test stands on (database, clock,
 * settings) is given; everything else is the real thing.
 */
export function injector(...given: object[]): <T extends object>(wanted: Class<T>) => T {
  const made = new Map<unknown, object>();
  const make = <T extends object>(wanted: Class<T>): T => {
    const known = made.get(wanted) ?? given.find((one) => one instanceof wanted);
    if (known) return known as T;
    const parts = (Reflect.getMetadata('design:paramtypes', wanted) ?? []) as Class[];
    const fresh = new wanted(...(parts.map((part) => make(part)) as never[]));
    made.set(wanted, fresh);
    return fresh;
  };
  return make;
}
