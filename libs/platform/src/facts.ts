import { Injectable } from '@nestjs/common';
import type { FactName, Facts as FactPayloads } from '#libs/contracts';
import type { Actor } from './actor.js';

type Reaction<F extends FactName> = (actor: Actor, payload: FactPayloads[F]) => Promise<void>;

/** How contexts hear of each other: reactions run inside the publisher's transaction and write rows of their own context. */
@Injectable()
export class Facts {
  private readonly reactions = new Map<FactName, Reaction<never>[]>();

  on<F extends FactName>(fact: F, reaction: Reaction<F>): void {
    this.reactions.set(fact, [...(this.reactions.get(fact) ?? []), reaction as Reaction<never>]);
  }

  async publish<F extends FactName>(actor: Actor, fact: F, payload: FactPayloads[F]): Promise<void> {
    for (const reaction of this.reactions.get(fact) ?? []) await (reaction as Reaction<F>)(actor, payload);
  }
}
