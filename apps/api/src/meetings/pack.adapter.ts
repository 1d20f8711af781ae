import { Injectable } from '@nestjs/common';
import type { GroupPreparationView, MeetingPackView } from '#libs/contracts';
import { pdf, type PaperBlock } from '#libs/documents';
import { MeetingPacks, packFileName, packPaper } from '#libs/intervision';
import { FigureExports, PreparationsService } from '#libs/mirror';
import { Clock, DomainError, type Actor } from '#libs/platform';

const NOTHING: { story: string; question: string; figures: PaperBlock[] } = {
  story: '',
  question: '',
  figures: [],
};

/** The pack of a leader, put together at the door: intervision has the meeting, mirror the figures behind its own gate (SES-05). */
@Injectable()
export class PackAdapter {
  constructor(
    private readonly packs: MeetingPacks,
    private readonly preparations: PreparationsService,
    private readonly exports: FigureExports,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, meetingId: string): Promise<MeetingPackView> {
    const pack = await this.packs.get(actor, meetingId);
    const figures = await this.visible<GroupPreparationView | null>(pack.groupId, null, (groupId) =>
      this.preparations.get(actor, groupId),
    );
    return { ...pack, figures };
  }

  /** @param methodId whose script is printed: one that can be chosen now */
  async pdf(actor: Actor, meetingId: string, methodId?: string): Promise<{ name: string; body: Buffer }> {
    const pack = await this.packs.get(actor, meetingId);
    const told = await this.visible(pack.groupId, NOTHING, (groupId) =>
      this.exports.groupPaper(actor, groupId),
    );
    const { language } = actor;
    const method = pack.methods.find(({ id }) => id === (methodId ?? pack.advice[0]?.methodId)) ?? null;
    const paper = packPaper({ pack, ...told, method, language, madeAt: this.clock.now() });
    return { name: packFileName(pack, language), body: await pdf(paper) };
  }

  /** A group whose figures are not for this reader has none in the pack. */
  private async visible<Told>(
    groupId: string | null,
    nothing: Told,
    read: (groupId: string) => Promise<Told>,
  ): Promise<Told> {
    if (groupId === null) return nothing;
    try {
      return await read(groupId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return nothing;
      throw error;
    }
  }
}
