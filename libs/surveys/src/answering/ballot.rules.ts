import type { Answers, QuestionnaireContent, QuestionnaireItem } from '#libs/contracts';

/** What one person puts in the box: the answers, and the two things that results may be cut by. */
export interface Ballot {
  answers: Answers;
  role: string;
  theme: string | null;
}

/** UTF-8 bytes of one UTF-16 unit at most; JSON's own escapes of what may be stored take fewer. */
const BYTES_PER_UNIT = 3;
/** Longest name of a theme and of a role that fits, in UTF-16 units. */
const LONGEST_THEME = 200;
const LONGEST_ROLE = 60;
/** Before the contents: how many bytes they are. */
const PREFIX = 4;
/** Sizes are rounded up, so that they tell little about the questionnaire either. */
const STEP = 256;

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function largest(item: QuestionnaireItem): number {
  const answers: unknown[] = [{ notApplicable: true }];
  if (item.type === 'scale') answers.push({ value: item.min }, { value: item.max });
  if (item.type === 'choice') answers.push({ options: item.options.map((option) => option.key) });
  const most = Math.max(...answers.map(bytes));
  return item.type === 'text' ? Math.max(most, bytes({ text: '' }) + item.maxLength * BYTES_PER_UNIT) : most;
}

/**
 * Bytes that every ballot of a questionnaire is padded to before it is sealed: as many as its longest answers can take, so that
 * the size of a sealed ballot tells nothing about what is in it.
 */
export function ballotSize(content: QuestionnaireContent): number {
  const answers = content.items.reduce((sum, item) => sum + bytes(item.key) + 2 + largest(item), 2);
  const labels = (LONGEST_ROLE + LONGEST_THEME) * BYTES_PER_UNIT;
  const frame = bytes({ answers: {}, role: '', theme: '' } satisfies Ballot);
  return Math.ceil((PREFIX + frame + answers + labels) / STEP) * STEP;
}

/** The ballot as exactly `size` bytes: length, JSON, zeros. @throws when it does not fit: never cut short, never longer. */
export function packBallot(ballot: Ballot, size: number): Buffer {
  const role = ballot.role.slice(0, LONGEST_ROLE);
  const theme = ballot.theme?.slice(0, LONGEST_THEME) ?? null;
  const json = Buffer.from(JSON.stringify({ answers: ballot.answers, role, theme } satisfies Ballot));
  if (json.length + PREFIX > size) throw new Error('A ballot is longer than its campaign allows.');
  const packed = Buffer.alloc(size);
  packed.writeUInt32BE(json.length, 0);
  json.copy(packed, PREFIX);
  return packed;
}

/** @throws when this is no packed ballot. */
export function unpackBallot(packed: Uint8Array): Ballot {
  const all = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = all.length < PREFIX ? Infinity : all.readUInt32BE(0);
  if (length + PREFIX > all.length) throw new Error('This is no ballot.');
  return JSON.parse(all.toString('utf8', PREFIX, PREFIX + length)) as Ballot;
}
