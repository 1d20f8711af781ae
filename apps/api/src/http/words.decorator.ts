import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { keptText } from '#libs/platform';

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text that says something: measured as it will be kept, so that spaces, control characters and signs that nobody sees do not count.
 * @param min characters that have to be left
 */
export const Filled = (min: number): PropertyDecorator =>
  ValidateBy({
    name: 'minLength',
    constraints: [min],
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && keptText(value).replace(UNSEEN, '').trim().length >= min,
    },
  });

/** Free text of one or more lines that has to say something. */
export const Words = (min: number, max: number): PropertyDecorator =>
  applyDecorators(Filled(min), MaxLength(max), IsString());
