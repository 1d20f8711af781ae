import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import { PeopleQueries } from '#libs/access';
import type { OutcomeAnswer, OutcomeKind } from '#libs/contracts';
import { ActionItemsService, NotesService, OutcomeConsents, OutcomesService } from '#libs/intervision';
import { Clock, Database, newId, type Actor } from '#libs/platform';
import { onDay } from './on-day.js';

/** An evening that was: its meeting, and when it was held. */
interface Evening {
  id: string;
  on: DateTime;
}
interface Agreed {
  text: string;
  /** Which practice of the group; the first is the leader's. */
  owner: number;
  due: DateTime;
  /** The day that it was done; still open when left out. */
  done?: DateTime;
}
interface Shared {
  kind: OutcomeKind;
  text: string;
  insightId: string;
  /** What each practice said, in the order of the group; null still owes its answer. */
  answers: readonly (OutcomeAnswer | null)[];
}

/**
 * What a group wrote down in two evenings that were, and agreed to do: some of it done, some still open and seen again next week; one insight
 * that left the group, and one that waits for practices.
 */
export async function seedAgreed(
  app: NestFastifyApplication,
  coordinator: Actor,
  groupId: string,
  [first, second]: readonly [Evening, Evening],
  today: DateTime,
): Promise<void> {
  const group = await DemoGroup.of(app, coordinator, groupId);
  const next = second.on.plus({ weeks: 5 });
  await group.act(first, [
    {
      text: 'Elke week een kwartier samen naar onze verwijzingen kijken',
      owner: 1,
      due: second.on,
      done: second.on.minus({ days: 6 }),
    },
    {
      text: 'Foto en vraag klaarzetten vóór een meedenkconsult',
      owner: 0,
      due: second.on,
      done: second.on.minus({ days: 1 }),
    },
    {
      text: 'Aan de assistentes vragen wat zij aan de telefoon missen',
      owner: 3,
      due: second.on,
      done: today.minus({ days: 9 }),
    },
  ]);
  await group.write(
    first,
    ['Samen kijken kost een kwartier en scheelt later een gesprek.'],
    'Eerste keer met deze groep. Afgesproken: wij beginnen met een rondje langs de acties.',
  );
  await group.act(second, [
    { text: 'Werkafspraak over spoedplekken op één A4 zetten', owner: 0, due: next },
    { text: 'Vraag over de wachttijd naar de vakgroep sturen', owner: 2, due: today.minus({ days: 3 }) },
    { text: 'Onze cijfers van het afgelopen kwartaal meenemen', owner: 4, due: next },
  ]);
  const [photo, waiting] = await group.write(
    second,
    ['Een foto vooraf scheelt vaak een verwijzing.', 'Niemand weet wie de wachttijden bijhoudt.'],
    'Rondje acties: twee van de drie klaar.\nVolgende keer: de cijfers naast elkaar leggen.',
  );
  await group.share(second.on.plus({ hours: 21 }), second, {
    kind: 'tip',
    text: 'Vraag vóór een meedenkconsult een foto. Vaak is een verwijzing dan niet nodig.',
    insightId: photo as string,
    answers: group.practices.map((_, k) => (k === 1 ? 'named' : 'yes')),
  });
  await group.share(today.minus({ days: 2 }).plus({ hours: 10 }), second, {
    kind: 'signal',
    text: 'Wij weten niet waar de actuele wachttijden staan. Eén plek voor de hele regio zou helpen.',
    insightId: waiting as string,
    answers: group.practices.map((_, k) => (k === 0 || k === 4 ? null : 'yes')),
  });
}

class DemoGroup {
  private readonly clock: Clock;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly leader: Actor,
    /** The leader's own first. */
    readonly practices: readonly { id: string; contact: Actor }[],
  ) {
    this.clock = app.get(Clock);
  }

  static async of(app: NestFastifyApplication, coordinator: Actor, groupId: string): Promise<DemoGroup> {
    const rows = await app.get(Database).query<{ id: string; personId: string }>(
      `select m.practice_id as id, g.leader_person_id as "personId" from group_member m join intervision_group g on g.id = m.group_id
       where g.id = $1 and m.left_at is null order by m.practice_id <> g.leader_practice_id, m.joined_at, m.id`,
      [groupId],
    );
    const people = await app.get(PeopleQueries).addresseesOfPractices(rows.map(({ id }) => id));
    const practices = rows.flatMap(({ id }) => {
      const [person] = people.get(id) ?? [];
      return person
        ? [{ id, contact: actor(coordinator, person.personId, { role: 'practice-contact', scopeId: id }) }]
        : [];
    });
    const leader = actor(coordinator, rows[0]?.personId ?? '', {
      role: 'discussion-leader',
      scopeId: groupId,
    });
    return new DemoGroup(app, leader, practices);
  }

  async act({ id: meetingId, on }: Evening, agreed: readonly Agreed[]): Promise<void> {
    const actions = this.app.get(ActionItemsService);
    for (const { text, owner, due, done } of agreed) {
      const { id, contact } = this.practices[
        owner % this.practices.length
      ] as (typeof this.practices)[number];
      const wish = { text, ownerPracticeId: id, dueOn: due.toISODate() as string, confirmed: true };
      const added = await onDay(this.clock, on.set({ hour: 20, minute: 50 }), () =>
        actions.add(this.leader, meetingId, wish),
      );
      if (done)
        await onDay(this.clock, done.set({ hour: 12 }), () =>
          actions.change(contact, added.id, { state: 'done' }, added.version),
        );
    }
  }

  /** @returns ids of the insights */
  write({ id, on }: Evening, insights: readonly string[], note: string): Promise<string[]> {
    const notes = this.app.get(NotesService);
    return onDay(this.clock, on.set({ hour: 20, minute: 40 }), async () => {
      const ids: string[] = [];
      for (const text of insights) ids.push((await notes.addInsight(this.leader, id, text, true)).id);
      await notes.saveNote(this.leader, id, note, true, 0);
      return ids;
    });
  }

  share(at: DateTime, { id }: Evening, { answers, ...wish }: Shared): Promise<void> {
    const [outcomes, consents] = [this.app.get(OutcomesService), this.app.get(OutcomeConsents)];
    return onDay(this.clock, at, async () => {
      const { outcomes: all } = await outcomes.ask(this.leader, id, { ...wish, confirmed: true });
      const asked = all.at(-1);
      if (!asked) return;
      for (const [k, { id: practiceId, contact }] of this.practices.entries()) {
        const answer = answers[k] ?? null;
        if (answer) await consents.answer(contact, asked.id, practiceId, { answer, version: asked.version });
      }
    });
  }
}

function actor(
  base: Actor,
  personId: string,
  as: { role: 'practice-contact' | 'discussion-leader'; scopeId: string },
): Actor {
  const scopeKind = as.role === 'discussion-leader' ? ('group' as const) : ('practice' as const);
  return { ...base, kind: 'person', personId, roles: [{ id: newId(), ...as, scopeKind }] };
}
