import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './api.schema';
import { connectionLost, connectionWorks } from './connection';
import { Problem, asProblem, problemFrom } from './problem';

let whenSignedOut: () => void = () => {};

/** Tells the api client what to do when a session has ended: the app goes to the sign-in page. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

const rules: Middleware = {
  onRequest({ request }) {
    // Browsers do not let another site send a custom header: its presence proves that the call is ours (CSRF).
    if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set('X-Leerkring', '1');
    return request;
  },
  async onResponse({ response }) {
    connectionWorks();
    if (response.ok) return response;
    const problem = problemFrom(
      response.status,
      await response.json().catch(() => null),
      response.headers.get('x-request-id'),
    );
    if (problem.code === 'auth.required') whenSignedOut();
    throw problem;
  },
  onError({ error }) {
    if (error instanceof Problem) return error;
    const problem = asProblem(error);
    // A call that was broken off because its page closed says nothing about the connection.
    if (problem.code === 'network') connectionLost();
    return error instanceof DOMException && error.name === 'AbortError' ? error : problem;
  },
};

/**
 * The typed client of the api. Every failure is thrown as a `Problem`; give the result to `view` to get the body alone:
 * `view<HomeView>(api.GET('/api/home'))`. Paths, parameters and bodies are checked against the generated contract.
 */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json, application/problem+json' },
  // Looked up per call, so that a test or a service worker can take its place.
  fetch: (request) => window.fetch(request),
});
api.use(rules);

/** The body of a call as the view that `#libs/contracts` declares; undefined when the answer has no body. */
export async function view<View>(call: Promise<{ data?: unknown }>): Promise<View> {
  return (await call).data as View;
}

/** Header that makes a change fail with 409 `conflict.stale` when somebody else changed the same thing first. */
export function ifMatch(version: number): { headers: { 'If-Match': string } } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** Sends a file as multipart/form-data under the name `file`, with further fields beside it. */
export function fileBody(file: File, fields: Record<string, string> = {}) {
  const form = new FormData();
  // Fields go first: a streaming server then knows them before the file arrives.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return { body: form as never, bodySerializer: (body: unknown) => body as never };
}
