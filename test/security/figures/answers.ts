import { dataSetRoom, figuresRoom } from '#libs/contracts';
import { contentOf, leavesOf, stringsOf } from './bytes.js';
import type { Collected, Frame, Reading, Twin } from './collected.js';
import { json } from './read-back.js';
import type { FigureRegion, Reader } from './region.js';
import { PRACTICES } from './truth.js';

type World = Pick<FigureRegion, 'groups' | 'delivered' | 'practices'>;

const at = ({ door, by, phase }: Reading): string => `${door} to ${by.name} (${phase})`;

/** Answers that a cache could give to somebody else, or that tell by a tag that they are the same (models/security #19). */
export function cachesKeep({ readings }: Pick<Collected, 'readings'>): string[] {
  const found: string[] = [];
  const tags = new Map<string, Reading>();
  for (const reading of readings) {
    const { headers, status } = reading;
    const control = headers['cache-control'] ?? '';
    if (!/\bno-store\b/.test(control)) found.push(`${at(reading)}: cache-control "${control}"`);
    if (/\bpublic\b|s-maxage|max-age=[1-9]/.test(control))
      found.push(`${at(reading)}: may be kept: "${control}"`);
    if (status === 304) found.push(`${at(reading)}: "not modified" to somebody who never had it`);
    for (const name of ['expires', 'age', 'last-modified'])
      if (headers[name] !== undefined) found.push(`${at(reading)}: ${name}`);
    const tag = headers.etag;
    if (tag === undefined || !reading.door.includes('figures')) continue;
    const known = tags.get(tag);
    if (known && (known.by.name !== reading.by.name || known.phase !== reading.phase))
      found.push(`${at(reading)}: the tag of ${at(known)}`);
    tags.set(tag, known ?? reading);
  }
  return found;
}

const PROBLEM_KEYS = ['type', 'title', 'status', 'code', 'details', 'requestId'];
/** Numbers that a refusal may give: how many practices it takes, how long to wait. */
const DETAIL_NUMBERS = /^details\.(needed|practices|members|seconds|minutes|limit)$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Refusals that say a count, a name, an id that was not in the question, or which of two things it was (models/security #20). */
export function errorsTell(
  world: World,
  { readings, twins }: Pick<Collected, 'readings' | 'twins'>,
): string[] {
  const found: string[] = [];
  for (const reading of readings) {
    if (reading.status < 400) continue;
    const body = json<Record<string, unknown>>(reading);
    const more = Object.keys(body).filter((key) => !PROBLEM_KEYS.includes(key));
    if (more.length > 0) found.push(`${at(reading)}: ${more.join()} in a refusal`);
    for (const { place, value } of leavesOf(body)) {
      if (place === 'status' || place === 'requestId') continue;
      if (typeof value === 'number' && !DETAIL_NUMBERS.test(place))
        found.push(`${at(reading)}: ${value} at ${place}`);
      if (typeof value !== 'string') continue;
      const echoed = value !== '' && decodeURIComponent(reading.url).includes(value);
      if (!echoed && /\d/.test(value.replace(/urn:leerkring:problem:/, '')))
        found.push(`${at(reading)}: "${value}" at ${place}`);
      for (const id of value.match(UUID) ?? [])
        if (!reading.url.includes(id)) found.push(`${at(reading)}: the id ${id}`);
      for (const { name, agb } of PRACTICES)
        if (value.includes(name) || value.includes(agb)) found.push(`${at(reading)}: ${name}`);
    }
  }
  for (const twin of twins) found.push(...toldApart(twin));
  return found;
}

/** What is left of a refusal without the question and the number of the request. */
function bareAnswer({ bytes, url, headers }: Reading): string {
  const ids = url.match(/[0-9a-f-]{32,}/g) ?? [];
  let text = bytes.toString('utf8').replace(/"requestId":"[^"]*"/, '');
  for (const id of ids) text = text.replaceAll(id, '…');
  return `${headers['content-type']} ${text}`;
}
function toldApart({ what, one, other }: Twin): string[] {
  return one.status === other.status && bareAnswer(one) === bareAnswer(other)
    ? []
    : [`${what}: ${one.status} ${bareAnswer(one)} and ${other.status} ${bareAnswer(other)}`];
}

const KEYS: Record<string, readonly string[]> = {
  fact: ['room', 'type', 'version'],
  progress: ['fraction', 'phase', 'room'],
};
/** Rooms in which a reader may be: of the groups of its practices; of deliveries only who keeps figures. */
function mayHear(world: World, { practices, role }: Reader, room: string): boolean {
  const own = world.groups.filter(({ members }) => members.some((n) => practices.includes(n)));
  const colleague = ['practice-holder', 'practice-contact', 'practice-employee'].includes(role ?? '');
  if (colleague && own.some(({ id }) => figuresRoom(id) === room)) return true;
  if (role === 'discussion-leader' && room === figuresRoom(world.groups[0]!.id)) return true;
  const keeps = role === 'data-steward' || role === 'region-coordinator';
  return keeps && world.delivered.some(({ dataSetId }) => dataSetRoom(dataSetId) === room);
}

/** Frames that say more than that something changed, or say it to who is not of the room (models/security #15). */
export function framesTell(world: World, { frames }: Pick<Collected, 'frames'>): string[] {
  const found: string[] = [];
  const refusals = new Set<string>();
  const where = ({ by, phase, event }: Frame): string => `${event} to ${by.name} (${phase})`;
  for (const frame of frames) {
    if (frame.event === 'join') {
      const { room, reply } = frame.body as { room: string; reply: Record<string, unknown> };
      if (mayHear(world, frame.by, room)) {
        // and the server's clock, from which screens measure their own
        const { version, now, ...more } = reply;
        const plain = Number.isInteger(version) && Math.abs(Date.now() - Number(now)) < 3_600_000;
        if (!plain || Object.keys(more).length > 0) found.push(`${where(frame)}: ${JSON.stringify(reply)}`);
      } else refusals.add(JSON.stringify(reply));
      if (!mayHear(world, frame.by, room) && !('problem' in reply))
        found.push(`${where(frame)}: let into ${room}`);
      continue;
    }
    if (frame.event === 'connect_error') continue;
    const [body, ...rest] = frame.body as Record<string, unknown>[];
    const keys = Object.keys(body ?? {}).sort();
    if (rest.length > 0 || keys.join() !== (KEYS[frame.event] ?? []).join())
      found.push(`${where(frame)}: ${JSON.stringify(frame.body)}`);
    if (!mayHear(world, frame.by, String(body?.room)))
      found.push(`${where(frame)}: of ${String(body?.room)}`);
    for (const { place, value } of leavesOf(body ?? {}))
      if (typeof value === 'number' && !['version', 'fraction'].includes(place))
        found.push(`${where(frame)}: ${value} at ${place}`);
  }
  if (refusals.size > 1) found.push(`rooms that are refused in different words: ${[...refusals].join(' ')}`);
  return found;
}

/** Readers who get any answer with figures though they are nobody, or somebody without them. */
export async function outsidersRead({ readings }: Pick<Collected, 'readings'>): Promise<string[]> {
  const found: string[] = [];
  for (const reading of readings) {
    if (!reading.door.includes('figures') || reading.status !== 200) continue;
    const { role } = reading.by;
    const nobody =
      role === null || ['auditor', 'operator', 'specialist', 'coordinating-specialist'].includes(role);
    const content = await contentOf(reading);
    if (nobody && (content.leaves.length > 0 || stringsOf(content).length > 0)) found.push(at(reading));
  }
  return found;
}
