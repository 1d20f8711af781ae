import type { LedMethodStepView, MethodContent, MethodView, Words } from '#libs/contracts';

/** As the server takes it. */
export const LIMITS = { name: 60, text: 600, steps: 15, minutes: 120 } as const;

export const contentOf = ({ name, when, fit, steps }: MethodView): MethodContent => ({
  name,
  when,
  fit,
  steps,
});

/** What a copy is called until somebody names it: the same, and a second one. */
export function copyName({ nl, en }: Words): Words {
  const second = (name: string) => `${name.slice(0, LIMITS.name - 2)} 2`;
  return { nl: second(nl), en: second(en) };
}

const NOTHING: Words = { nl: '', en: '' };
const blank = ({ nl, en }: Words): boolean => nl.trim() === '' && en.trim() === '';
/** A text that was written in one language says the same in the other until somebody translates it. */
const inBoth = ({ nl, en }: Words): Words => ({
  nl: nl.trim() || en.trim(),
  en: en.trim() || nl.trim(),
});

/** An empty step, with an id that no other step of the method has. */
export function newStep(steps: readonly LedMethodStepView[]): LedMethodStepView {
  let number = steps.length + 1;
  while (steps.some(({ id }) => id === `stap-${number}`)) number++;
  return {
    id: `stap-${number}`,
    name: NOTHING,
    minutes: 10,
    instruction: NOTHING,
    ownerInstruction: null,
    tip: NOTHING,
    speaks: 'everybody',
    ownerOutside: false,
    writes: 'nothing',
    together: false,
    named: true,
    hiddenFromOwner: false,
    role: null,
    figures: false,
  };
}

/** The step after a change, without what no longer goes together: only texts of practices that are shown together can hide anything. */
export function withChange(step: LedMethodStepView, change: Partial<LedMethodStepView>): LedMethodStepView {
  const next = { ...step, ...change };
  const each = next.writes === 'practices' || next.writes === 'others';
  const together = each && next.together;
  return {
    ...next,
    together,
    named: !together || next.named,
    hiddenFromOwner: together && next.hiddenFromOwner,
  };
}

export function moved<Item>(items: readonly Item[], at: number, by: 1 | -1): Item[] {
  const next = [...items];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(at + by, 0, item);
  return next;
}

/** The texts that are not there yet, by where the server would name them: `name`, `steps.vragen.tip`. */
export function missingIn({ name, when, steps }: MethodContent): string[] {
  const texts: [string, Words][] = [
    ['name', name],
    ['when', when],
    ...steps.flatMap(({ id, ...step }): [string, Words][] => [
      [`steps.${id}.name`, step.name],
      [`steps.${id}.instruction`, step.instruction],
      [`steps.${id}.tip`, step.tip],
    ]),
  ];
  return texts.filter(([, words]) => blank(words)).map(([at]) => at);
}

/** As it is sent: every text in both languages. */
export function toSend({ name, when, fit, steps }: MethodContent): MethodContent {
  return {
    name: inBoth(name),
    when: inBoth(when),
    fit,
    steps: steps.map(({ ownerInstruction, ...step }) => ({
      ...step,
      name: inBoth(step.name),
      instruction: inBoth(step.instruction),
      ownerInstruction: ownerInstruction && !blank(ownerInstruction) ? inBoth(ownerInstruction) : null,
      tip: inBoth(step.tip),
    })),
  };
}

export const minutesIn = (steps: readonly { minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
