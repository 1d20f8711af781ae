import { useTranslation } from 'react-i18next';
import { asProblem } from '../lib/problem';

/** The sentence of a problem in the language of the screen; an unknown code gets the sentence of our own mistakes. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    const problem = asProblem(error);
    const code = i18n.exists(problem.code, { ns: 'problems' }) ? problem.code : 'internal';
    // Whatever the sentence of this code needs is in the details: numbers and names, never markup.
    return t(code, { ...problem.details, returnDetails: false });
  };
}
