import { useQueryClient } from '@tanstack/react-query';
import type { CampaignView } from '#libs/contracts';
import { campaignDoors, campaignKey, campaignsQuery } from '../survey-data';

/** What the organiser does to an evaluation that was launched. Each answer is how it stands now. */
export function useCampaign({ id, version }: CampaignView) {
  const client = useQueryClient();
  const send = async (call: Promise<CampaignView>) => {
    try {
      const campaign = await call;
      client.setQueryData(campaignKey(id), campaign);
      void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
      return campaign;
    } catch (error) {
      // The page shows what happened meanwhile, beside why this did not.
      await client.invalidateQueries({ queryKey: campaignKey(id) });
      throw error;
    }
  };
  return {
    move: (stepId: string, dueAt: string) =>
      send(campaignDoors.step(id, version, stepId, { dueAt, state: 'planned' })),
    skip: (stepId: string) => send(campaignDoors.step(id, version, stepId, { state: 'stopped' })),
    plan: (stepId: string) => send(campaignDoors.step(id, version, stepId, { state: 'planned' })),
    doNow: (stepId: string) => send(campaignDoors.doNow(id, version, stepId)),
    close: () => send(campaignDoors.close(id, version)),
    stop: () => send(campaignDoors.stop(id, version)),
  };
}
export type CampaignChanges = ReturnType<typeof useCampaign>;
