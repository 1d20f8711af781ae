import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { ANSWER, DepartmentPartBody, SHORT, TimingBody } from './answer.dto.js';

/** Longest title, question, and introduction, in characters. */
const TITLE = 200;
const QUESTION = 1000;
const TEXT = 6000;
/** Most items and tips of one change. */
const MOST = 200;

export class HandoutItemBody extends TimingBody {
  /** Of the question, or of the follow-up question. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: QUESTION })
  @Given()
  @Words(1, QUESTION)
  question?: string;

  @ApiPropertyOptional({ maxLength: ANSWER })
  @Given()
  @IsString()
  @MaxLength(ANSWER)
  answer?: string;

  /** Left out of what readers see. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  hidden?: boolean;
}

export class HandoutContactBody {
  @ApiPropertyOptional({ maxLength: 60 })
  @Given()
  @IsString()
  @MaxLength(60)
  phone?: string;

  @ApiPropertyOptional({ maxLength: TITLE })
  @Given()
  @IsString()
  @MaxLength(TITLE)
  phoneHours?: string;

  @ApiPropertyOptional({ maxLength: SHORT })
  @Given()
  @IsString()
  @MaxLength(SHORT)
  adviceConsult?: string;

  /** Empty, or an address on the web. */
  @ApiPropertyOptional({ maxLength: SHORT })
  @Given()
  @IsString()
  @Matches(/^(https:\/\/\S+)?$/)
  @MaxLength(SHORT)
  agreementUrl?: string;
}

/** Only what changed: what is left out stays. */
export class HandoutBody extends DepartmentPartBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: TITLE })
  @Given()
  @Words(1, TITLE)
  title?: string;

  @ApiPropertyOptional({ maxLength: TEXT })
  @Given()
  @IsString()
  @MaxLength(TEXT)
  introduction?: string;

  /** All of them, in order. */
  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  @MaxLength(SHORT, { each: true })
  tips?: string[];

  @ApiPropertyOptional({ type: HandoutContactBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => HandoutContactBody)
  contact?: HandoutContactBody;

  @ApiPropertyOptional({ type: [HandoutItemBody], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => HandoutItemBody)
  items?: HandoutItemBody[];

  /** The writer has read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class HandoutCheckRequestBody {
  /** Local date of the last day; a week from now when left out. */
  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  until?: string;
}

export class HandoutCheckBody {
  /** What the specialist wants to say to the organiser. */
  @ApiPropertyOptional({ maxLength: ANSWER })
  @Given()
  @IsString()
  @MaxLength(ANSWER)
  note?: string;

  /** The writer has read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class HandoutsQuery extends PageQuery {
  /** Words, or beginnings of words, that all occur. */
  @ApiPropertyOptional({ maxLength: TITLE })
  @Given()
  @IsString()
  @MaxLength(TITLE)
  q?: string;

  /** Name of the department. */
  @ApiPropertyOptional({ maxLength: TITLE })
  @Given()
  @IsString()
  @MaxLength(TITLE)
  department?: string;

  @ApiPropertyOptional({ minimum: 2000, maximum: 2200 })
  @Given()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  year?: number;
}
