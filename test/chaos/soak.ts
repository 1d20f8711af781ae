/** What a chaos spec takes in `npm test`, and in `npm run soak`, which takes its time. */
export const inShort = <T>(short: T, soak: T): T => ('SOAK' in globalThis ? soak : short);
