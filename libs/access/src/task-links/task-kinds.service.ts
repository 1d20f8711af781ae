import { Injectable } from '@nestjs/common';
import type { TaskKind, Words } from '#libs/contracts';
import type { Actor } from '#libs/platform';

/** What a task link asks for, in the words of the feature that it belongs to. */
export interface TaskDescription {
  title: Words;
  /** How long it takes, in minutes. */
  minutes: number | null;
  /** ISO 8601 instant, or null when there is none. */
  deadline: string | null;
  /** Page of the task, e.g. `/taak/ronde/:roundId/:practiceId`. */
  href: string;
}

export interface TaskSubject {
  personId: string;
  subjectId: string;
  practiceId: string | null;
}

/** Null when the task is not there any more. Runs inside a transaction of the link's region. */
export type TaskDescriber = (actor: Actor, task: TaskSubject) => Promise<TaskDescription | null>;

/** How features describe their task links, so that access imports none of them. */
@Injectable()
export class TaskKinds {
  private readonly describers = new Map<TaskKind, TaskDescriber>();

  register(kind: TaskKind, describe: TaskDescriber): void {
    this.describers.set(kind, describe);
  }

  async describe(actor: Actor, kind: TaskKind, task: TaskSubject): Promise<TaskDescription | null> {
    const describe = this.describers.get(kind);
    return describe ? describe(actor, task) : null;
  }
}
