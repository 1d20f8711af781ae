import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';

export class MeasuresQuery {
  /** Those that were put away, instead of those that can be chosen. */
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Given()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}

export class DefinitionQuery {
  /** Version as on a card, e.g. `1.0.0`. */
  @ApiPropertyOptional({ maxLength: 30 })
  @Given()
  @IsString()
  @MaxLength(30)
  number?: string;
}

export class MeasureBody {
  @ApiProperty({ description: 'Code of the new measure: capitals, digits and dashes.', maxLength: 30 })
  @IsString()
  @MaxLength(30)
  code!: string;

  /** Code of the measure to copy; without it `content` is needed. */
  @ApiPropertyOptional({ maxLength: 30 })
  @Given()
  @IsString()
  @MaxLength(30)
  from?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @Given()
  @IsObject()
  content?: Record<string, unknown>;
}

export class MeasureDraftBody {
  /** The whole definition, see MeasureContent; checked field by field by the service. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content!: Record<string, unknown>;
}
