import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from '#libs/platform';

interface FieldProblem {
  field: string;
  rule: string;
}

function flatten(errors: ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({ field, rule }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** DTOs are the whole truth of a request: unknown properties are refused, every wrong field is named. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new DomainError('validation.failed', { fields: flatten(errors) }),
  });
