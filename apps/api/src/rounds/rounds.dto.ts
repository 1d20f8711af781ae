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
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ROUND_ASKS, type RoundAsk, type RoundKindSlug, type RoundState } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const KINDS: RoundKindSlug[] = [
  'plus-praktijk',
  'regional-s3',
  'mtvp-thematic',
  'assistants',
  'course-return',
  'free',
];
const STATES: RoundState[] = ['draft', 'open', 'closed', 'published'];

/** Null empties the field; a field that is absent is left alone. */
const UnlessNull = (): PropertyDecorator =>
  ValidateIf((_body, value) => value !== null && value !== undefined);
/** Several lines of text, without the control characters that cannot be stored or shown. */
const TEXT = /^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u;

export class RoundsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Given()
  @IsIn(STATES)
  state?: RoundState;
}

export class RoundBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: RoundKindSlug;

  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  name!: string;
}

export class RoundCopyBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  name!: string;
}

class GroupSizeBody {
  @ApiPropertyOptional({ type: 'integer' })
  @Given()
  @IsInt()
  min?: number;

  @ApiPropertyOptional({ type: 'integer' })
  @Given()
  @IsInt()
  max?: number;
}

class WeightsBody {
  @ApiPropertyOptional()
  @Given()
  @IsNumber()
  theme?: number;

  @ApiPropertyOptional()
  @Given()
  @IsNumber()
  attendance?: number;

  @ApiPropertyOptional()
  @Given()
  @IsNumber()
  continuity?: number;

  @ApiPropertyOptional()
  @Given()
  @IsNumber()
  motivation?: number;
}

/** The rules that change; the service says which combination cannot be. */
class RulesBody {
  @ApiPropertyOptional({ type: GroupSizeBody })
  @Given()
  @ValidateNested()
  @Type(() => GroupSizeBody)
  groupSize?: GroupSizeBody;

  @ApiPropertyOptional({ type: 'integer' })
  @Given()
  @IsInt()
  maxAbsentPerGroup?: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @UnlessNull()
  @IsInt()
  maxPerDistrict?: number | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  requireRankedTheme?: boolean;

  @ApiPropertyOptional({ type: WeightsBody })
  @Given()
  @ValidateNested()
  @Type(() => WeightsBody)
  weights?: WeightsBody;
}

export class RoundChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Given()
  @Line(1, 120)
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000 })
  @UnlessNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  introduction?: string | null;

  /** ISO 8601; without an offset it is Dutch local time. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  answerUntil?: string;

  @ApiPropertyOptional({ enum: ROUND_ASKS, isArray: true })
  @Given()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROUND_ASKS, { each: true })
  asks?: RoundAsk[];

  @ApiPropertyOptional({ type: RulesBody })
  @Given()
  @ValidateNested()
  @Type(() => RulesBody)
  rules?: RulesBody;

  /** Days before the deadline on which who has not answered is reminded. */
  @ApiPropertyOptional({ type: [Number] })
  @Given()
  @IsArray()
  @ArrayMaxSize(6)
  @IsInt({ each: true })
  reminderDays?: number[];
}

export class DeadlineBody {
  /** ISO 8601; without an offset it is Dutch local time. */
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  answerUntil!: string;
}

class ThemeBody {
  /** Of a theme that is on the list already, also of an archived one to bring it back. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({ minLength: 1, maxLength: 24 })
  @Line(1, 24)
  shortName!: string;

  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000 })
  @UnlessNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  description?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 500 })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(500)
  maxGroups?: number | null;
}

export class ThemesBody {
  @ApiProperty({ type: [ThemeBody] })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ThemeBody)
  themes!: ThemeBody[];
}

class DateBody {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Local day, `2027-02-09`. */
  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  date!: string;

  @ApiProperty({ example: '19:30' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  startTime!: string;

  @ApiProperty({ example: '21:00' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  endTime!: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 500 })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(500)
  maxGroups?: number | null;
}

export class DatesBody {
  @ApiProperty({ type: [DateBody] })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DateBody)
  dates!: DateBody[];
}

export class ParticipantsBody {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  practiceIds!: string[];
}

export class ParticipantBody {
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  takingPart?: boolean;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  withoutAnswer?: boolean;
}

const PARTICIPANT_STATES = [
  'unanswered',
  'started',
  'submitted',
  'without-answer',
  'not-taking-part',
] as const;

export class ParticipantsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PARTICIPANT_STATES })
  @Given()
  @IsIn(PARTICIPANT_STATES)
  state?: (typeof PARTICIPANT_STATES)[number];

  /** Part of the name or AGB code. */
  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class ForbiddenPairBody {
  @ApiProperty()
  @IsUUID()
  a!: string;

  @ApiProperty()
  @IsUUID()
  b!: string;

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @Line(1, 500)
  reason!: string;
}
