import { loadWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';

/** Words of the parts of the meeting that the screens show. */
const WORDS = ['meeting', 'meeting-agreement', 'meeting-actions', 'meeting-attendance'];

const load = async () =>
  (await Promise.all([import('./later-parts'), import('../actions/action-fields'), loadWords(WORDS)]))[0];
let parts: ReturnType<typeof load> | undefined;

/**
 * Everything of the live screens that the first paint can do without, fetched together and soon after it: what is needed later in the
 * meeting must be there when the connection is not. A fetch that failed is tried again.
 */
export const laterParts = () =>
  (parts ??= load().catch((error: unknown) => {
    parts = undefined;
    throw error;
  }));

export const Side = later(async () => (await laterParts()).Side);
export const Agreement = later(async () => (await laterParts()).Agreement);
export const Closing = later(async () => (await laterParts()).Closing);
export const Ended = later(async () => (await laterParts()).Ended);
export const RolesDialog = later(async () => (await laterParts()).RolesDialog);
export const Writing = later(async () => (await laterParts()).Writing);
