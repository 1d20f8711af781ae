import { DomainError } from '#libs/platform';

/** The code with which work was refused, or `allowed`. @throws whatever went wrong that is no refusal */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'allowed';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
