import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const MEASURE = /^[A-Z0-9-]{1,40}$/;

export class GroupFiguresQuery {
  /** From which of the reader's own practices to look; without it the first by name. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  practice?: string;
}

export class PreparedFigureBody {
  @ApiProperty({ pattern: MEASURE.source })
  @Matches(MEASURE)
  measure!: string;

  @ApiProperty({ minLength: 0, maxLength: 80 })
  @Line(0, 80)
  item!: string;
}

export class PreparationBody {
  /** What the figures cannot say; comes first on the page. */
  @ApiProperty({ maxLength: 4000 })
  @IsString()
  @MaxLength(4000)
  story!: string;

  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  question!: string;

  @ApiProperty({ type: [PreparedFigureBody], maxItems: 4 })
  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PreparedFigureBody)
  figures!: PreparedFigureBody[];

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
