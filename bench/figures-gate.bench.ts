import { attackTable, protectTable, readTable } from '#libs/disclosure';

/** A seeded stream of numbers in [0, 1). */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** An invented table of practices and specialisms with margins, every member an attacker. */
function table(practices: number, specialisms: number, small: number, seed: number) {
  const random = stream(seed);
  const rows = [...Array(practices).keys()].map((at) => `P${at + 1}`);
  const columns = [...Array(specialisms).keys()].map((at) => `S${at + 1}`);
  const count = () => {
    const kind = random();
    if (kind < small) return 1 + Math.floor(random() * 4);
    return kind > 0.97 ? 0 : 5 + Math.floor(-Math.log(1 - random()) * 18);
  };
  return {
    schema: 'sdc-table/1',
    dims: [
      { name: 'practice', tree: { T: rows } },
      { name: 'specialism', tree: { T: columns } },
    ],
    truth: Object.fromEntries(rows.flatMap((row) => columns.map((column) => [`${row}|${column}`, count()]))),
    attackers: [
      { name: 'outsider', knows: [] },
      ...rows.map((name) => ({ name, knows: [...columns, 'T'].map((column) => `${name}|${column}`) })),
    ],
  };
}

/** practices, specialisms, share of small counts, seconds that the whole may take */
const SIZES = [
  [6, 12, 0.1, 5],
  [6, 30, 0.13, 20],
  [100, 17, 0.15, 60],
  [100, 17, 0.03, 60],
] as const;

const cell = (text: string | number, width: number) => String(text).padStart(width);

/**
 * Protects and attacks tables of three sizes: complements, whether they are proven fewest, and seconds beside the target.
 * Fails on an unsafe table only; `--full` adds two more tables per size, `--short` leaves the last one out.
 */
export async function run(args: readonly string[]): Promise<number> {
  let failures = 0;
  process.stdout.write(
    `${'table'.padEnd(12)}${['sensitive', 'hidden too', 'proven', 'protect', 'target', 'attack', 'intervals'].map((title) => cell(title, 12)).join('')}\n`,
  );
  for (const [practices, specialisms, small, target] of args.includes('--short') ? SIZES.slice(0, 3) : SIZES)
    for (const seed of args.includes('--full') ? [1, 2, 3] : [1]) {
      const json = table(practices, specialisms, small, seed);
      const began = performance.now();
      // The search may use two thirds of the target; checking before and after comes on top.
      const answer = await protectTable(readTable(json), { seconds: (2 * target) / 3, seed });
      const between = performance.now();
      const attacked = await attackTable(readTable({ ...json, published: answer.published }));
      const ended = performance.now();
      const sensitive = Object.values(json.truth).filter((value) => value > 0 && value < 5).length;
      const good = answer.verdict === 'safe' && attacked.verdict === 'safe';
      if (!good) failures += 1;
      process.stdout.write(
        [
          `${practices} x ${specialisms}`.padEnd(12),
          cell(sensitive, 12),
          cell(answer.secondary, 12),
          cell(answer.proven ? 'yes' : 'no', 12),
          cell(`${((between - began) / 1000).toFixed(2)} s`, 12),
          cell(`${target} s`, 12),
          cell(`${((ended - between) / 1000).toFixed(2)} s`, 12),
          cell(attacked.findings.length, 12),
          good ? '' : `  ${answer.reason ?? 'UNSAFE'}`,
          '\n',
        ].join(''),
      );
    }
  return failures > 0 ? 1 : 0;
}
