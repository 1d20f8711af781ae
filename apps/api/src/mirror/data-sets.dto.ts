import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { EXTRACT_FIELDS, type DataSetState, type ExtractReading } from '#libs/contracts';
import type { DataSetWish } from '#libs/mirror';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const STATES: DataSetState[] = [
  'loading',
  'checked',
  'approved',
  'superseded',
  'withdrawn',
  'refused',
  'failed',
];

export class DataSetsQuery extends PageQuery {
  /** Only of this source. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  source?: string;

  @ApiPropertyOptional({ enum: STATES })
  @Given()
  @IsIn(STATES)
  state?: DataSetState;
}

export class RefusalsQuery extends PageQuery {
  /** `csv` downloads all that were kept. */
  @ApiPropertyOptional({ enum: ['json', 'csv'] })
  @Given()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

export class ReadingBody implements ExtractReading {
  /** `totals`: two rows of the same are a fault; `parts`: they are added up. */
  @ApiProperty({ enum: ['totals', 'parts'] })
  @IsIn(['totals', 'parts'])
  rows!: 'totals' | 'parts';

  /** What a period written as a day means. */
  @ApiProperty({ enum: ['month', 'quarter'] })
  @IsIn(['month', 'quarter'])
  dates!: 'month' | 'quarter';

  /** Only so many characters of the item's code count; null for all. */
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 40 })
  @ValidateIf((_body, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(40)
  itemCharacters!: number | null;
}

export class DataSetBody implements DataSetWish {
  @ApiProperty({ minLength: 1, maxLength: 255 })
  @Line(1, 255)
  fileName!: string;

  /** Size of the file that follows. */
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  bytes!: number;

  /** Heading, or number of the column from 0 as the first look gave it, → field. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...EXTRACT_FIELDS] } })
  @IsObject()
  mapping!: Record<string, string>;

  @ApiPropertyOptional({ type: ReadingBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => ReadingBody)
  reading?: ReadingBody;

  /** When the extract was made, for files that do not say so. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  extractAt?: string;

  /** The approved data set that this one replaces. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  supersedes?: string;

  /** Needed when it replaces one. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 500 })
  @Given()
  @Line(1, 500)
  why?: string;
}

export class DataSetReasonBody {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @Line(1, 500)
  why!: string;
}
