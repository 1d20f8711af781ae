import type { MethodContent, MethodView } from '#libs/contracts';
import { minutesOf } from './methods.rules.js';
import { CASE_METHODS } from './case-methods.rules.js';
import { LONG_METHODS } from './long-methods.rules.js';
import { OPEN_METHODS } from './open-methods.rules.js';

const viewOf = ([id, content]: readonly [string, MethodContent]): MethodView => ({
  id,
  origin: 'built-in',
  copiedFrom: null,
  ...content,
  minutes: minutesOf(content),
  archived: false,
  version: 1,
});

/** The methods that come with the platform (SES-03, field B6), each under a short word. The words are ours. */
export const BUILT_IN_METHODS: readonly MethodView[] = [
  ...Object.entries(CASE_METHODS),
  ...Object.entries(LONG_METHODS),
  ...Object.entries(OPEN_METHODS),
].map(viewOf);
