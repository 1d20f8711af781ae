import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { EXTRACT_KINDS, SOURCE_QUALITIES, type ExtractKind, type SourceQuality } from '#libs/contracts';
import type { SourceChange, SourceWish } from '#libs/mirror';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

/** Beside the name, what every source says. */
class SourceDetailsBody {
  @ApiPropertyOptional({ enum: SOURCE_QUALITIES })
  @Given()
  @IsIn(SOURCE_QUALITIES)
  quality?: SourceQuality;

  /** Why the source is trusted that far. */
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @Line(1, 500)
  qualityNote?: string | null;

  /** Part that still comes in after the extract was made, in percent. */
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100 })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @IsNumber()
  @Min(0)
  @Max(100)
  latePercent?: number | null;

  /** What the source calls a practice → id of the practice. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', format: 'uuid' } })
  @Given()
  @IsObject()
  aliases?: Record<string, string>;
}

export class DataSourceBody extends SourceDetailsBody implements SourceWish {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  name!: string;

  /** Where the figures come from, e.g. ZorgDomein. */
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  system!: string;

  /** Who makes the extract. */
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  supplier!: string;

  @ApiProperty({ enum: EXTRACT_KINDS })
  @IsIn(EXTRACT_KINDS)
  kind!: ExtractKind;

  /** What these figures do not say. */
  @ApiProperty({ type: [String], minItems: 1, maxItems: 10 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  limitations!: string[];
}

export class DataSourceChangeBody extends SourceDetailsBody implements SourceChange {
  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Given()
  @Line(1, 120)
  name?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Given()
  @Line(1, 120)
  system?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Given()
  @Line(1, 120)
  supplier?: string;

  /** Only while nothing was loaded. */
  @ApiPropertyOptional({ enum: EXTRACT_KINDS })
  @Given()
  @IsIn(EXTRACT_KINDS)
  kind?: ExtractKind;

  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: 10 })
  @Given()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  limitations?: string[];

  /** True puts the source away. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  archived?: boolean;
}
