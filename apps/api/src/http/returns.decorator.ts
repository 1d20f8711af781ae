import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/**
 * What a route answers, by the name of its view in libs/contracts: the OpenAPI document takes the schema from there, so the
 * view is declared once. `page` wraps it in a Page, `list` in an array.
 */
export function Returns(
  view: string,
  options: { status?: number; page?: boolean; list?: boolean } = {},
): MethodDecorator {
  const ref = { $ref: `#/components/schemas/${view}` };
  const schema = options.page
    ? {
        type: 'object',
        required: ['items', 'next', 'total'],
        properties: {
          items: { type: 'array', items: ref },
          next: { type: 'string', nullable: true },
          total: { type: 'integer' },
        },
      }
    : options.list
      ? { type: 'array', items: ref }
      : ref;
  return applyDecorators(
    ApiResponse({ status: options.status ?? 200, description: view, schema: schema as never }),
  );
}
