/**
 * Placeholder until `openapi-typescript openapi.json` overwrites this file with the real contract: every path and body
 * is accepted. After generation a wrong path, parameter or body is a type error.
 */
interface AnyOperation {
  parameters: {
    query?: Record<string, unknown>;
    header?: Record<string, string>;
    path?: Record<string, string>;
    cookie?: never;
  };
  requestBody?: { content: { 'application/json': unknown } };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': unknown } } };
}
interface AnyPath {
  parameters: AnyOperation['parameters'];
  get: AnyOperation;
  put: AnyOperation;
  post: AnyOperation;
  patch: AnyOperation;
  delete: AnyOperation;
}
export interface paths {
  [path: string]: AnyPath;
}
