import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { CONFIG, DomainError, type Config } from '#libs/platform';
import type { LeerkringRequest } from './session.guard.js';

/** Points per window of seconds, per person when signed in and per network address otherwise. */
const LIMITS = {
  /** Everything: far above what people do. */
  general: { points: 600, duration: 60 },
  /** Asking for and trying sign-in links and codes; a practice of ten people sits behind one address. */
  'sign-in': { points: 30, duration: 600 },
  /** Exports and uploads. */
  heavy: { points: 60, duration: 300 },
  /** Answering by link: a practice of sixty people behind one address answers within a minute, item by item. */
  evaluation: { points: 6000, duration: 60 },
} as const;
export type RateClass = keyof typeof LIMITS;

/** Counted in memory alone: which address answered when is written down nowhere (docs/adr/0009). */
const UNWRITTEN: RateClass = 'evaluation';

const RATE = 'rate';
/** Puts a route in a stricter class than `general`. */
export const Rate = (kind: RateClass): MethodDecorator & ClassDecorator => SetMetadata(RATE, kind);

/** Anti-automation (models/security.md #12). Runs after the session is known, so that one person cannot use up another's share. */
@Injectable()
export class RateLimitGuard implements CanActivate, OnApplicationShutdown {
  private readonly limiters = new Map<RateClass, RateLimiterAbstract>();
  private readonly redis: Redis | null;

  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) config: Config,
  ) {
    this.redis = config.redisUrl
      ? new Redis(config.redisUrl, { enableOfflineQueue: false, lazyConnect: false })
      : null;
    this.redis?.on('error', () => undefined); // the insurance limiter takes over
    for (const [kind, limit] of Object.entries(LIMITS) as [
      RateClass,
      { points: number; duration: number },
    ][]) {
      const memory = new RateLimiterMemory({ keyPrefix: kind, ...limit });
      this.limiters.set(
        kind,
        this.redis && kind !== UNWRITTEN
          ? new RateLimiterRedis({
              storeClient: this.redis,
              keyPrefix: `rate:${kind}`,
              ...limit,
              insuranceLimiter: memory,
            })
          : memory,
      );
    }
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<LeerkringRequest>();
    const kind =
      this.reflector.getAllAndOverride<RateClass | undefined>(RATE, [
        context.getHandler(),
        context.getClass(),
      ]) ?? 'general';
    const byAddress = kind === 'sign-in' || kind === UNWRITTEN;
    const key = !byAddress && request.actor?.personId ? request.actor.personId : request.ip;
    try {
      await this.limiters.get(kind)?.consume(key);
      return true;
    } catch (spent) {
      const seconds = Math.ceil(((spent as RateLimiterRes).msBeforeNext ?? 60_000) / 1000);
      throw new DomainError('rate.limited', { seconds });
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
