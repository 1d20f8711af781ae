import { Injectable } from '@nestjs/common';
import type { Answers, EvaluationReceiptView, EvaluationView } from '#libs/contracts';
import { Database, DomainError } from '#libs/platform';
import { MINIMUM_RESPONSES, MINIMUM_TEXTS } from '../results/display.rules.js';
import { readAnswer, readAnswers } from './answers.rules.js';
import { packBallot, unpackBallot } from './ballot.rules.js';
import { EvaluationsQueries, type Evaluation, type OpenedLink } from './evaluations.queries.js';
import { keyOfLink, lock, seal, unlock } from './sealing.rules.js';
import { findingIn, refusedTexts } from './texts.rules.js';

/**
 * Answering by link: no account, no session, no cookie (decisions: Evaluation links). Whoever has the link may answer; that
 * it was used is noted without a time, and neither the audit log nor any other log hears of it (docs/adr/0009).
 *
 * An evaluation takes answers until it is really closed, also when the moment that was announced has passed: the row is the truth.
 */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly evaluations: EvaluationsQueries,
  ) {}

  /**
   * What the page shows. Changes nothing, however often it is asked.
   * @throws auth.link-invalid for every link that is not one, without saying why.
   */
  async open(token: string): Promise<EvaluationView> {
    const link = await this.link(token);
    return this.database.transaction(link, async () => {
      const evaluation = await this.evaluation(link);
      const anonymous = evaluation.anonymity === 'anonymous';
      const running = evaluation.state === 'running';
      const row = running && !anonymous ? await this.evaluations.kept(link.invitationId) : null;
      return {
        state: !running ? 'closed' : anonymous && evaluation.used ? 'answered' : 'open',
        region: evaluation.region,
        language: evaluation.language,
        title: evaluation.title,
        anonymity: evaluation.anonymity,
        minimumResponses: MINIMUM_RESPONSES,
        minimumTextResponses: MINIMUM_TEXTS,
        closesAt: evaluation.closesAt?.toISOString() ?? null,
        content: running ? evaluation.content : null,
        kept: row ? { answers: read(row.kept, token), sent: row.sent } : null,
      };
    });
  }

  /**
   * Keeps one answer as it is given, to go on with on another device; null takes it back. What was sent already is changed by it,
   * until the campaign closes. Anonymous answers are not kept: whoever could show them again knew whose they are.
   *
   * A text that may hold patient data (warn) is kept while it is a draft, and asked about when it is sent; one that does (block),
   * or that would be counted without having been asked about, is refused.
   * @throws auth.link-invalid · evaluation.closed · evaluation.answer-invalid · text.identifiers
   */
  async keep(token: string, item: string, given: unknown): Promise<void> {
    const link = await this.link(token);
    await this.database.transaction(link, async () => {
      const evaluation = await this.evaluation(link);
      await this.holdOpen(evaluation);
      if (evaluation.anonymity === 'anonymous') throw invalid([{ item: null, reason: 'not-kept' }]);
      const asked = evaluation.content.items.find(({ key }) => key === item);
      if (!asked) throw invalid([{ item, reason: 'unknown-item' }]);
      await this.evaluations.holdLink(link.invitationId);
      const row = await this.evaluations.kept(link.invitationId);
      const answers = row ? read(row.kept, token) : {};
      const answer = given === null ? null : readAnswer(asked, given);
      if (typeof answer === 'string') throw invalid([{ item, reason: answer }]);
      if (answer && 'text' in answer) {
        const finding = findingIn(item, (given as { text: string }).text);
        if (finding && (finding.verdict === 'block' || row?.sent))
          throw new DomainError('text.identifiers', { findings: [finding] });
      }
      if (answer) answers[item] = answer;
      else delete answers[item];
      await this.keepAll(link, evaluation, token, answers, row?.sent ?? false);
    });
  }

  /**
   * Sends all answers. Anonymous ones go into the box, sealed, once per link: of many attempts at the same moment one is `received`,
   * the others are `already`. Other answers can be sent again until the campaign closes; the last ones count.
   * @param confirmed items whose warning the writer has read and stands by.
   * @throws auth.link-invalid · evaluation.closed · evaluation.answer-invalid {wrong} · text.identifiers {findings}
   */
  async send(token: string, given: unknown, confirmed: string[]): Promise<EvaluationReceiptView> {
    const link = await this.link(token);
    const evaluation = await this.database.transaction(link, () => this.evaluation(link));
    assertRunning(evaluation.state);
    const anonymous = evaluation.anonymity === 'anonymous';
    if (anonymous && evaluation.used) return { outcome: 'already' };
    const findings = refusedTexts(evaluation.content, given, confirmed);
    if (findings.length > 0) throw new DomainError('text.identifiers', { findings });
    const { answers, wrong } = readAnswers(evaluation.content, given);
    if (wrong.length > 0) throw invalid(wrong);
    return this.database.transaction(link, async () => {
      await this.holdOpen(evaluation);
      if (!anonymous) {
        await this.evaluations.holdLink(link.invitationId);
        await this.keepAll(link, evaluation, token, answers, true);
        await this.evaluations.use(link.invitationId);
        return { outcome: 'received' };
      }
      if (!(await this.evaluations.use(link.invitationId))) return { outcome: 'already' };
      const { publicKey, role, theme } = evaluation;
      if (!publicKey) throw new Error('This campaign was never made ready to receive answers.');
      const packed = packBallot({ answers, role, theme }, sizeOf(evaluation));
      await this.evaluations.putInBox(link.regionId, evaluation.campaignId, seal(packed, publicKey));
      return { outcome: 'received' };
    });
  }

  private async link(token: string): Promise<OpenedLink> {
    const link = await this.evaluations.link(token);
    if (!link) throw new DomainError('auth.link-invalid');
    return link;
  }

  /** Nothing is told of a campaign that did not begin. */
  private async evaluation(link: OpenedLink): Promise<Evaluation> {
    const evaluation = await this.evaluations.evaluation(link.invitationId);
    if (!evaluation || evaluation.state === 'draft' || evaluation.state === 'planned')
      throw new DomainError('auth.link-invalid');
    return evaluation;
  }

  private async holdOpen(evaluation: Evaluation): Promise<void> {
    assertRunning(await this.evaluations.hold(evaluation.campaignId));
  }

  private keepAll(
    link: OpenedLink,
    evaluation: Evaluation,
    token: string,
    answers: Answers,
    sent: boolean,
  ): Promise<void> {
    const packed = packBallot({ answers, role: '', theme: null }, sizeOf(evaluation));
    const kept = lock(packed, keyOfLink(token));
    return this.evaluations.keep(link.regionId, evaluation.campaignId, link.invitationId, kept, sent);
  }
}

const read = (kept: Buffer, token: string): Answers => unpackBallot(unlock(kept, keyOfLink(token))).answers;

const invalid = (wrong: { item: string | null; reason: string }[]): DomainError =>
  new DomainError('evaluation.answer-invalid', { wrong });

function assertRunning(state: string | null): void {
  if (state !== 'running') throw new DomainError('evaluation.closed');
}

function sizeOf(evaluation: Evaluation): number {
  if (evaluation.ballotSize === null)
    throw new Error('This campaign was never made ready to receive answers.');
  return evaluation.ballotSize;
}
