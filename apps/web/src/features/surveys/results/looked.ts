import { useOutletContext } from 'react-router';
import type { CampaignView, ResultsView } from '#libs/contracts';

export interface Looked {
  campaign: CampaignView;
  /** Of everybody, without a cut. */
  results: ResultsView;
}

/** What the frame fetched, for the page in it. */
export const useLooked = (): Looked => useOutletContext<Looked>();
