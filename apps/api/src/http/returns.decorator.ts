import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/**
 * What a route answers, by the name of its view in libs/contracts: the OpenAPI document takes the schema from there, so the
 * view is declared once. Several names are one of them. `page` wraps it in a Page, `list` in an array.
 */
export function Returns(
  view: string | readonly string[],
  options: { status?: number; page?: boolean; list?: boolean } = {},
): MethodDecorator {
  const names = [view].flat();
  const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const ref = refs.length === 1 ? refs[0] : { oneOf: refs };
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
    ApiResponse({ status: options.status ?? 200, description: names.join(' or '), schema: schema as never }),
  );
}
