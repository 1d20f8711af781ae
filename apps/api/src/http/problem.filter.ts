import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS, type ProblemCode, type ProblemView } from '#libs/contracts';
import { DomainError, LOG, type Log } from '#libs/platform';

/** Nest's and Fastify's own errors (unknown route, body too large, unreadable JSON) in the words of our table. */
const BY_STATUS: Record<number, ProblemCode> = {
  400: 'validation.failed',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'not-found',
  413: 'upload.too-large',
  415: 'validation.failed',
  429: 'rate.limited',
  503: 'service.unavailable',
};

/** Errors of the connection to PostgreSQL: the service is away, nothing is wrong with the request. */
const UNREACHABLE = /ECONNREFUSED|ECONNRESET|Connection terminated|terminating connection|57P0[1-3]/;

/** Writes every error as `application/problem+json` (architecture §8). What is not a DomainError says nothing but its request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') return;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code, details } = this.read(error, request);
    const problem: ProblemView = {
      type: `urn:leerkring:problem:${code}`,
      title: code,
      status: PROBLEMS[code],
      code,
      details,
      requestId: request.id,
    };
    if (code === 'rate.limited' && typeof details.seconds === 'number')
      void reply.header('retry-after', String(details.seconds));
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(problem);
  }

  private read(
    error: unknown,
    request: FastifyRequest,
  ): { code: ProblemCode; details: Record<string, unknown> } {
    if (error instanceof DomainError) return { code: error.code, details: error.details };
    const status =
      error instanceof HttpException
        ? error.getStatus()
        : ((error as { statusCode?: number }).statusCode ?? 500);
    const known = BY_STATUS[status];
    if (known) return { code: known, details: {} };
    const text = `${(error as { code?: string }).code ?? ''} ${(error as Error).message ?? ''}`;
    this.log.error({ err: error, requestId: request.id, route: request.routeOptions?.url }, 'request failed');
    return UNREACHABLE.test(text)
      ? { code: 'service.unavailable', details: {} }
      : { code: 'internal', details: {} };
  }
}
