import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Filled } from './words.decorator.js';

/**
 * One line of text that people typed, such as a name: trimmed, of a length, and without control characters (line breaks
 * would forge log lines, a NUL cannot be stored).
 */
export function Line(min: number, max: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Filled(min),
    MaxLength(max),
    Matches(/^\P{Cc}*$/u),
  );
}
