import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { MethodContent, MethodView, Words } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  isId,
  newId,
  type Actor,
} from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { BUILT_IN_METHODS } from './built-in.rules.js';
import { Method } from './method.entity.js';
import { faultsOf, minutesOf } from './methods.rules.js';

/**
 * Methods for meetings: those that come with the platform, and a region's own (SES-03). A method is versioned by copy: a meeting keeps the
 * steps that it started with.
 */
@Injectable()
export class MethodsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** All that can be chosen, built-in ones first; with those that were put away where `archived` is asked for. */
  async list(actor: Actor, { archived = false }: { archived?: boolean } = {}): Promise<MethodView[]> {
    const own = await this.database.transaction(actor, () =>
      this.database.repository(Method).find({
        where: archived ? {} : { archivedAt: IsNull() },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
    return [...BUILT_IN_METHODS, ...own.map(viewOf)];
  }

  /** @throws not-found */
  async get(actor: Actor, id: string): Promise<MethodView> {
    const builtIn = BUILT_IN_METHODS.find((method) => method.id === id);
    if (builtIn) return builtIn;
    return this.database.transaction(actor, async () => viewOf(await this.own(id)));
  }

  /** A method of the region's own, with everything of the one that it starts from. @throws not-found · auth.forbidden */
  async copy(actor: Actor, from: string, name: Words): Promise<MethodView> {
    return this.database.transaction(actor, async () => {
      allow(canManageRounds(actor));
      const { when, fit, steps } = await this.get(actor, from);
      const names = guardedTexts({ nl: name.nl, en: name.en }, true);
      const method = this.database.repository(Method).create({
        id: newId(),
        regionId: actor.regionId,
        content: { name: names, when, fit, steps },
        copiedFrom: from,
        archivedAt: null,
        createdBy: actor.personId,
        createdAt: this.clock.now(),
        version: 1,
      });
      await this.database.repository(Method).insert(method);
      this.note(actor, 'method.copied', 'C', method, { from });
      return viewOf(method);
    });
  }

  /**
   * Keeps what a method of the region's own says.
   * @param confirmed the writer has read the guard's warnings
   * @throws method.built-in · method.archived · method.invalid {faults} · text.identifiers · conflict.stale · not-found · auth.forbidden
   */
  async save(
    actor: Actor,
    id: string,
    content: MethodContent,
    confirmed: boolean,
    version?: number,
  ): Promise<MethodView> {
    return this.database.transaction(actor, async () => {
      const method = await this.changeable(actor, id);
      fresh(method, version);
      if (method.archivedAt !== null) throw new DomainError('method.archived');
      const faults = faultsOf(content);
      if (faults.length > 0) throw new DomainError('method.invalid', { faults });
      method.content = guardedContent(content, confirmed);
      await this.keep(method);
      this.note(actor, 'method.changed', 'U', method, { steps: content.steps.length });
      return viewOf(method);
    });
  }

  /** Puts a method away, or takes it back: it is offered no more, and stays readable. */
  async archive(actor: Actor, id: string, archived: boolean): Promise<MethodView> {
    return this.database.transaction(actor, async () => {
      const method = await this.changeable(actor, id);
      if ((method.archivedAt !== null) !== archived) {
        method.archivedAt = archived ? this.clock.now() : null;
        await this.keep(method);
        this.note(actor, archived ? 'method.archived' : 'method.restored', 'U', method);
      }
      return viewOf(method);
    });
  }

  private async changeable(actor: Actor, id: string): Promise<Method> {
    if (BUILT_IN_METHODS.some((method) => method.id === id)) {
      allow(canManageRounds(actor));
      throw new DomainError('method.built-in');
    }
    const method = await this.own(id, true);
    allow(canManageRounds(actor));
    return method;
  }

  private async own(id: string, lock = false): Promise<Method> {
    const method = isId(id)
      ? await this.database
          .repository(Method)
          .findOne({ where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) })
      : null;
    return found(method, 'method');
  }

  private async keep(method: Method): Promise<void> {
    method.version += 1;
    await this.database.repository(Method).save(method);
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    { id }: Method,
    detail: Record<string, unknown> = {},
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'method', subjectId: id, detail });
  }
}

function viewOf({ id, content, copiedFrom, archivedAt, version }: Method): MethodView {
  return {
    id,
    origin: 'own',
    copiedFrom,
    ...content,
    minutes: minutesOf(content),
    archived: archivedAt !== null,
    version,
  };
}

/** Its words as they may be kept: findings name the field, e.g. `steps.vragen.tip.nl`. */
function guardedContent(content: MethodContent, confirmed: boolean): MethodContent {
  const texts: Record<string, string> = {};
  const collect = (at: string, words: Words | null): void => {
    if (words) Object.assign(texts, { [`${at}.nl`]: words.nl, [`${at}.en`]: words.en });
  };
  collect('name', content.name);
  collect('when', content.when);
  for (const { id, name, instruction, ownerInstruction, tip } of content.steps)
    for (const [field, words] of Object.entries({ name, instruction, ownerInstruction, tip }))
      collect(`steps.${id}.${field}`, words);
  const kept = guardedTexts(texts, confirmed);
  const words = (at: string): Words => ({ nl: kept[`${at}.nl`] as string, en: kept[`${at}.en`] as string });
  return {
    name: words('name'),
    when: words('when'),
    fit: content.fit,
    steps: content.steps.map((step) => ({
      ...step,
      name: words(`steps.${step.id}.name`),
      instruction: words(`steps.${step.id}.instruction`),
      ownerInstruction: step.ownerInstruction && words(`steps.${step.id}.ownerInstruction`),
      tip: words(`steps.${step.id}.tip`),
    })),
  };
}
