import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnFigureView } from '#libs/contracts';
import { cachesKeep, errorsTell, framesTell, outsidersRead } from './answers.js';
import type { Collected, Reading } from './collected.js';
import { hashesTell } from './hashes.js';
import { labelsTell, namesShown } from './names.js';
import { changed, only, pageBeside, withBody, type Ground } from './planted.js';
import { figuresSeen, json, linked } from './read-back.js';
import { PRACTICES } from './truth.js';

/** Labels, names, hashes, caches, refusals and frames that tell something, planted in what was read: each is found by the check that is there for it. */
export function plantedAnswers(ground: () => Ground): void {
  describe('an answer that is planted', () => {
    let { region, seen, agreed } = {} as Ground;
    beforeAll(() => void ({ region, seen, agreed } = ground()));

    it('in labels that mean the same practice in every figure, or follow an order, is named (MIR-06)', () => {
      const places = (by: (practice: number) => number): Collected => {
        const known = new Map<string, Map<string, string>>();
        return only(
          ...seen.readings.map((reading) => {
            if (
              reading.door !== 'GET /api/figures/own' ||
              reading.status !== 200 ||
              !json<OwnFigureView>(reading).group
            )
              return reading;
            const [one] = figuresSeen(region, only(reading)).filter(
              ({ audience }) => typeof audience === 'number',
            );
            if (!one || one.mode === 'open') return reading;
            if (!known.has(one.figureId)) {
              const names = new Map(
                linked(region, one).flatMap(({ bar, practice }): [string, string][] =>
                  practice === null
                    ? []
                    : [[bar.label, `Praktijk ${String.fromCharCode(65 + by(practice))}`]],
                ),
              );
              known.set(one.figureId, names);
            }
            return changed(reading, (group) => {
              for (const bar of group.bars)
                bar.label = known.get(one.figureId)!.get(bar.label) ?? `Praktijk X${bar.label}`;
            });
          }),
        );
      };
      const stable = labelsTell(
        region,
        places((practice) => (practice * 7) % 14),
      ).join();
      expect(stable).toContain('the same label means the same practice');
      expect(stable).toContain('are found again in');
      expect(
        labelsTell(
          region,
          places((practice) => practice),
        ).join(),
      ).toContain('order of the practices');
    });

    it('in a name where nobody agreed, to staff, in a file or after it was taken back, is named (MIR-06)', async () => {
      const named = seen.readings.find(
        (one) =>
          one.phase === 'named' &&
          one.door === 'GET /api/figures/own' &&
          one.by.name === 'holder of 1' &&
          json<OwnFigureView>(one).group?.mode === 'open',
      )!;
      const names = (reading: Reading) => namesShown(region, only(reading), agreed);
      expect(await names(named)).toEqual([]);
      for (const wrong of [
        { ...named, phase: 'taken back' },
        { ...named, phase: 'mended' },
        {
          ...named,
          by: { ...named.by, name: 'coordinator', role: 'region-coordinator' as const, practices: [] },
        },
        { ...named, by: { ...named.by, name: 'holder of 8', practices: [8] } },
        { ...named, by: { ...named.by, role: 'practice-employee' as const } },
        { ...named, door: 'GET /api/figures/own/export' },
        { ...named, asked: { ...named.asked!, measure: 'MEEDENK' } },
        changed(pageBeside(seen, 0), (group) => void (group.bars[0]!.label = region.practices[3]!)),
      ])
        expect((await names(wrong)).join()).toMatch(/Praktijk|by name|-/);
    });

    it('in a plain hash of what was delivered, or over what is hidden, is named (MIR-02)', async () => {
      const page = pageBeside(seen, 0);
      const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex');
      const row = region.files[1]!.toString('utf8').split('\r\n')[40]!;
      for (const [commitment, expected] of [
        [`sha256:${sha256(region.files[1]!)}`, 'plain hash'],
        [`hmac-sha256:${sha256(row)}`, 'plain hash'],
        [`hmac-sha256:${sha256(region.practices[2]!)}`, 'plain hash'],
        [`sha256:${sha256('anything')}`, 'is named by'],
      ] as const) {
        const wrong = changed(page, (group) => void (group.card.card.sources[0]!.commitment = commitment));
        expect((await hashesTell(region, only(wrong))).join()).toContain(expected);
      }
      const over = changed(page, (group) => {
        const body = group.bars.map(({ label, value }) => ({ label, value: value ?? 3 }));
        group.card.card.artefact.sha256 = sha256(JSON.stringify({ body, hidden: true }));
      });
      expect((await hashesTell(region, only(over))).join()).toContain('nothing on the page explains');
    });

    it('in a tag that two readers share, a page that may be kept, or an answer from a cache, is named (XCT-04)', () => {
      const page = pageBeside(seen, 0);
      const other = { ...page, by: { ...page.by, name: 'somebody else' } };
      const with_ = (more: Record<string, string>, of = page): Reading => ({
        ...of,
        headers: { ...of.headers, ...more },
      });
      const found = (...list: Reading[]) => cachesKeep({ readings: list }).join();
      expect(cachesKeep({ readings: [page, other] })).toEqual([]);
      expect(found(with_({ etag: '"1"' }), with_({ etag: '"1"' }, other))).toContain('the tag of');
      expect(
        found(with_({ etag: '"1"' }), with_({ etag: '"1"' }, { ...page, phase: 'taken back' })),
      ).toContain('the tag of');
      expect(found(with_({ 'cache-control': 'public, max-age=60' }))).toContain('may be kept');
      expect(found(with_({ 'cache-control': '' }))).toContain('cache-control');
      expect(found({ ...page, status: 304 })).toContain('not modified');
    });

    it('in a refusal, a count, a name, an id or another word for what is hidden, is named (MIR-06)', () => {
      const refusal = seen.twins[0]!.one;
      const problem = json<{ details: object }>(refusal);
      const found = (details: object) =>
        errorsTell(region, { readings: [withBody(refusal, { ...problem, details })], twins: [] }).join();
      expect(found(problem.details)).toBe('');
      expect(found({ count: 3 })).toContain('3 at details.count');
      expect(found({ practice: PRACTICES[3]!.name })).toContain(PRACTICES[3]!.name);
      expect(found({ id: region.practices[3] })).toContain(region.practices[3]);
      expect(found({ why: '3 van de 7' })).toContain('3 van de 7');
      const twin = {
        ...seen.twins[0]!,
        other: withBody(refusal, { ...problem, details: { what: 'hidden' } }),
      };
      expect(errorsTell(region, { readings: [], twins: [twin] })).toHaveLength(1);
    });

    it('in a frame with a figure, or to somebody of another group, is named (MIR-06)', () => {
      const frame = seen.frames.find(({ event, by }) => event === 'fact' && by.name === 'holder of 1')!;
      const [fact] = frame.body as [Record<string, unknown>];
      const found = (change: object) => framesTell(region, { frames: [{ ...frame, ...change }] }).join();
      expect(found({})).toBe('');
      expect(found({ body: [{ ...fact, value: 3.1 }] })).toContain('3.1');
      const other = seen.frames.find(({ by }) => by.name === 'holder of 12')!.by;
      expect(found({ by: other })).toContain(String(fact.room));
      const join = { event: 'join', by: other, body: { room: fact.room, reply: { version: 4 } } };
      expect(found(join)).toContain('let into');
    });

    it('in a page for somebody without figures is named (MIR-06)', async () => {
      const page = pageBeside(seen, 0);
      expect(
        await outsidersRead({ readings: [{ ...page, by: { ...page.by, role: 'auditor' } }] }),
      ).toHaveLength(1);
    });
  });
}
