import { ValidateIf } from 'class-validator';

/** A field that may be left out but not be null, unlike class-validator's IsOptional: in a PATCH, null is a value. */
export const Given = (): PropertyDecorator =>
  ValidateIf((_dto: unknown, value: unknown) => value !== undefined);
