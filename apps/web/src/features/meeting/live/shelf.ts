import type { MeetingInputView } from '#libs/contracts';
import { type KeptText, type WrittenBody, WrittenText } from './written-text';

/** Whose text it is: of the own practice, or of the group. */
export type Whose = 'practice' | 'group';
interface ShelfPorts {
  send: (stepId: string, body: WrittenBody & { for: Whose }) => Promise<MeetingInputView>;
  saved: (input: MeetingInputView) => void;
  stale: () => void;
  read: () => Record<string, KeptText> | null;
  write: (kept: Record<string, KeptText> | null) => void;
}
const nameOf = (stepId: string, whose: Whose): string => `${stepId}/${whose}`;

/** All texts that one screen writes in a meeting. They outlive their step: what was typed when it ended still goes to the server. */
export class Shelf {
  private readonly texts = new Map<string, WrittenText>();
  private readonly kept: Record<string, KeptText>;
  private opened = false;

  constructor(
    private readonly ports: ShelfPorts,
    own: readonly MeetingInputView[],
  ) {
    this.kept = ports.read() ?? {};
    for (const name of Object.keys(this.kept)) {
      const [stepId = '', whose] = name.split('/');
      this.text(stepId, whose === 'group' ? 'group' : 'practice', own);
    }
  }

  text(stepId: string, whose: Whose, own: readonly MeetingInputView[]): WrittenText {
    const name = nameOf(stepId, whose);
    const known = this.texts.get(name);
    if (known) return known;
    const made = new WrittenText(
      {
        send: (body) => this.ports.send(stepId, { ...body, for: whose }),
        saved: this.ports.saved,
        stale: this.ports.stale,
        keep: (kept) => {
          if (kept) this.kept[name] = kept;
          else delete this.kept[name];
          this.ports.write(Object.keys(this.kept).length > 0 ? this.kept : null);
        },
      },
      own.find((one) => one.stepId === stepId && (one.practiceId === null) === (whose === 'group')) ?? null,
      this.kept[name] ?? null,
    );
    this.texts.set(name, made);
    if (this.opened) made.open();
    return made;
  }

  /** What the room says about them. */
  tell(own: readonly MeetingInputView[]): void {
    for (const input of own)
      this.texts.get(nameOf(input.stepId, input.practiceId === null ? 'group' : 'practice'))?.tell(input);
  }
  /** Texts that the server does not have, with their step. */
  unsaved(): { stepId: string; text: string }[] {
    return [...this.texts].flatMap(([name, written]) => {
      const { dirty, text } = written.snapshot();
      return dirty && text.trim() !== '' ? [{ stepId: name.split('/')[0] as string, text }] : [];
    });
  }
  flush(): void {
    for (const text of this.texts.values()) text.flush();
  }
  /** The page is there (again). */
  open(): void {
    this.opened = true;
    for (const text of this.texts.values()) text.open();
  }
  close(): void {
    this.opened = false;
    for (const text of this.texts.values()) text.close();
  }
}
