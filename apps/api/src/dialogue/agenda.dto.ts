import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DateFit } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { ContactBody } from './departments.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const FITS: DateFit[] = ['yes', 'maybe', 'no'];

export class YearBody {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;
}

export class YearChangeBody {
  /** Local day, until its end. */
  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(DAY)
  voteUntil?: string;

  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(DAY)
  preferUntil?: string;

  /** The coordinating specialist who passes the dates on. */
  @ApiPropertyOptional({ type: ContactBody, nullable: true })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => ContactBody)
  coordinator?: ContactBody | null;
}

export class YearDateBody {
  /** Local day. */
  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  date!: string;

  @ApiProperty({ example: '19:30' })
  @Matches(TIME)
  startTime!: string;

  @ApiProperty({ example: '20:30' })
  @Matches(TIME)
  endTime!: string;
}

export class DateChangeBody {
  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(DAY)
  date?: string;

  @ApiPropertyOptional({ example: '19:30' })
  @Given()
  @Matches(TIME)
  startTime?: string;

  @ApiPropertyOptional({ example: '20:30' })
  @Given()
  @Matches(TIME)
  endTime?: string;
}

export class YearDepartmentsBody {
  /** Departments of the register. */
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  departmentIds!: string[];
}

export class OpenVoteBody {
  /** Local day, until its end; may be left out when reminding. */
  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(DAY)
  voteUntil?: string;
}

export class AskBody {
  /** Departments of this year; as many most wanted as there are dates when left out. */
  @ApiPropertyOptional({ type: [String], maxItems: 12 })
  @Given()
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  yearDepartmentIds?: string[];

  /** Local day, until its end; may be left out when asking again. */
  @ApiPropertyOptional({ format: 'date' })
  @Given()
  @Matches(DAY)
  preferUntil?: string;
}

class PlaceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  dateId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  yearDepartmentId!: string;
}
export class ConfirmBody {
  @ApiProperty({ type: [PlaceBody], minItems: 1, maxItems: 12 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => PlaceBody)
  places!: PlaceBody[];
}

export class VoteBody {
  /** Department ids, the most wanted first. */
  @ApiProperty({ type: [String], minItems: 1, maxItems: 4 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ranking!: string[];
}

class DateAnswerBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  dateId!: string;

  @ApiProperty({ enum: FITS })
  @IsIn(FITS)
  fit!: DateFit;
}
export class DatesAnswerBody {
  /** A date that is left out is not answered. */
  @ApiProperty({ type: [DateAnswerBody], maxItems: 12 })
  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique((one: DateAnswerBody) => one.dateId)
  @ValidateNested({ each: true })
  @Type(() => DateAnswerBody)
  answers!: DateAnswerBody[];

  @ApiProperty({ type: String, nullable: true, maxLength: 1000 })
  @ValidateIf((_body, value) => value !== null)
  @IsString()
  @MaxLength(1000)
  note!: string | null;

  /** The writer has read the warnings about the note. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
