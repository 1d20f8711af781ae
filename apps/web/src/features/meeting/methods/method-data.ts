import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { MethodContent, MethodView, Words } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

const methodsKey = ['methods'] as const;
const methodKey = (id: string) => [...methodsKey, id] as const;
const at = (id: string) => ({ params: { path: { id } } });

/** All of them, also those that were put away. */
export const methodsQuery = () =>
  queryOptions({
    queryKey: methodsKey,
    queryFn: ({ signal }) =>
      view<MethodView[]>(api.GET('/api/methods', { params: { query: { archived: 'true' } }, signal })),
  });

export const methodQuery = (id: string) =>
  queryOptions({
    queryKey: methodKey(id),
    queryFn: ({ signal }) => view<MethodView>(api.GET('/api/methods/{id}', { ...at(id), signal })),
  });

/** What whoever manages methods changes; the pages follow. */
export function useMethodChanges() {
  const client = useQueryClient();
  const told = async (call: Promise<MethodView>): Promise<MethodView> => {
    const method = await call;
    client.setQueryData(methodKey(method.id), method);
    void client.invalidateQueries({ queryKey: methodsKey, exact: true });
    return method;
  };
  return {
    copy: (from: string, name: Words) =>
      told(view<MethodView>(api.POST('/api/methods', { body: { from, name } }))),
    save: ({ id, version }: MethodView, content: MethodContent, confirmed: boolean) =>
      told(
        view<MethodView>(
          api.PUT('/api/methods/{id}', { ...at(id), ...ifMatch(version), body: { ...content, confirmed } }),
        ),
      ),
    archive: (id: string, archived: boolean) =>
      told(view<MethodView>(api.PUT('/api/methods/{id}/archived', { ...at(id), body: { archived } }))),
  };
}
