import { applyDecorators } from '@nestjs/common';
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
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  REFERRAL_ACTION_STATES,
  REFERRAL_AVOIDABLE,
  REFERRAL_FIELDS,
  REFERRAL_FORMS,
  REFERRAL_GROUNDS,
  REFERRAL_KINDS,
  REFERRAL_WEEK_STATES,
  type ReferralActionState,
  type ReferralAvoidable,
  type ReferralField,
  type ReferralForm,
  type ReferralGround,
  type ReferralKind,
  type ReferralWeekState,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';

const WEEK = '^20\\d\\d-W\\d\\d$';
const TIME = '^([01]\\d|2[0-3]):[0-5]\\d$';
const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
const filled = (_dto: unknown, value: unknown): boolean => value !== undefined && value !== null;

/** Of one list: as many as a table may have. */
const MOST_COLUMNS = 100;

/** True for what somebody can have chosen per heading: fields of ours, or null to leave a column out. */
export function isColumnFields(value: unknown): value is Record<string, ReferralField | null> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = Object.values(value);
  return (
    fields.length <= MOST_COLUMNS &&
    fields.every((field) => field === null || REFERRAL_FIELDS.includes(field as ReferralField))
  );
}

/** Heading → field. With a type of its own: a heading may be called as something that every object has. */
const ColumnFields = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'object',
      additionalProperties: { type: 'string', enum: [...REFERRAL_FIELDS], nullable: true },
    }),
    Given(),
    Type(() => Object),
    ValidateBy({ name: 'isObject', validator: { validate: isColumnFields } }),
  );

export class MomentBody {
  @ApiProperty({ enum: REFERRAL_FORMS })
  @IsIn(REFERRAL_FORMS)
  form!: ReferralForm;

  /** 1 Monday … 7 Sunday; null for every working day. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 7, nullable: true })
  @ValidateIf(filled)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number | null;

  @ApiProperty({ pattern: TIME })
  @Matches(new RegExp(TIME))
  time!: string;

  @ApiPropertyOptional({ type: 'string', pattern: WEEK, nullable: true })
  @ValidateIf(filled)
  @Matches(new RegExp(WEEK))
  fromWeek?: string | null;

  @ApiProperty()
  @IsBoolean()
  remind!: boolean;
}

export class ReferralSettingsBody {
  @ApiPropertyOptional({ type: [MomentBody], maxItems: 3 })
  @Given()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique((moment: MomentBody) => moment.form)
  @ValidateNested({ each: true })
  @Type(() => MomentBody)
  moments?: MomentBody[];

  @ApiPropertyOptional({ type: [String], maxItems: 60 })
  @Given()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  participants?: string[];
}

export class ReferralTextBody {
  @ApiProperty({ minLength: 1, maxLength: 200_000 })
  @IsString()
  @Length(1, 200_000)
  text!: string;

  /** Heading → field, where the practice chose otherwise than was proposed. */
  @ColumnFields()
  mapping?: Record<string, ReferralField | null>;
}

export class NewReferralBody {
  @ApiPropertyOptional({ type: 'string', pattern: WEEK, nullable: true })
  @ValidateIf(filled)
  @Matches(new RegExp(WEEK))
  week?: string | null;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  gpId!: string;

  @ApiProperty({ enum: REFERRAL_KINDS })
  @IsIn(REFERRAL_KINDS)
  kind!: ReferralKind;

  @ApiProperty({ maxLength: 60 })
  @IsString()
  @MaxLength(60)
  specialism!: string;

  @ApiProperty({ maxLength: 160 })
  @IsString()
  @MaxLength(160)
  reason!: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  timeOut?: boolean;
}

export class NewReferralsBody {
  @ApiProperty({ type: [NewReferralBody], minItems: 1, maxItems: 300 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => NewReferralBody)
  referrals!: NewReferralBody[];

  /** `list`: what was left of the week's list; `note`: a note after a consultation. */
  @ApiProperty({ enum: ['list', 'note'] })
  @IsIn(['list', 'note'])
  source!: 'list' | 'note';

  /** The writer read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;

  /** Kept for the next list. */
  @ColumnFields()
  mapping?: Record<string, ReferralField | null>;
}

export class JudgementBody {
  @ApiProperty({ enum: REFERRAL_AVOIDABLE })
  @IsIn(REFERRAL_AVOIDABLE)
  avoidable!: ReferralAvoidable;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  otherApproach?: boolean;

  @ApiPropertyOptional({ type: 'string', enum: [...REFERRAL_GROUNDS], nullable: true })
  @ValidateIf(filled)
  @IsIn(REFERRAL_GROUNDS)
  ground?: ReferralGround | null;

  @ApiPropertyOptional({ maxLength: 300 })
  @Given()
  @IsString()
  @MaxLength(300)
  remark?: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class ReferralChangeBody {
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  gpId?: string;

  @ApiPropertyOptional({ enum: REFERRAL_KINDS })
  @Given()
  @IsIn(REFERRAL_KINDS)
  kind?: ReferralKind;

  @ApiPropertyOptional({ maxLength: 60 })
  @Given()
  @IsString()
  @MaxLength(60)
  specialism?: string;

  @ApiPropertyOptional({ maxLength: 160 })
  @Given()
  @IsString()
  @MaxLength(160)
  reason?: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  timeOut?: boolean;

  @ApiPropertyOptional({ type: 'boolean', nullable: true })
  @ValidateIf(filled)
  @IsBoolean()
  remarkable?: boolean | null;

  @ApiPropertyOptional({ maxLength: 500 })
  @Given()
  @IsString()
  @MaxLength(500)
  conclusion?: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class WeekStateBody {
  @ApiProperty({ enum: REFERRAL_WEEK_STATES })
  @IsIn(REFERRAL_WEEK_STATES)
  state!: ReferralWeekState;
}

export class ReferralActionBody {
  @ApiProperty({ minLength: 3, maxLength: 300 })
  @Words(3, 300)
  text!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  ownerId!: string;

  @ApiProperty({ pattern: DAY })
  @Matches(new RegExp(DAY))
  @IsISO8601({ strict: true })
  dueOn!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @ValidateIf(filled)
  @IsUUID()
  referralId?: string | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class ReferralActionChangeBody {
  @ApiPropertyOptional({ minLength: 3, maxLength: 300 })
  @Given()
  @Words(3, 300)
  text?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  ownerId?: string;

  @ApiPropertyOptional({ pattern: DAY })
  @Given()
  @Matches(new RegExp(DAY))
  @IsISO8601({ strict: true })
  dueOn?: string;

  @ApiPropertyOptional({ enum: REFERRAL_ACTION_STATES })
  @Given()
  @IsIn(REFERRAL_ACTION_STATES)
  state?: ReferralActionState;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class MinutesBody {
  /** Zero takes them away. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 600 })
  @IsInt()
  @Min(0)
  @Max(600)
  minutes!: number;
}

export class GoalBody {
  @ApiProperty({ enum: ['referrals', 'time-outs'] })
  @IsIn(['referrals', 'time-outs'])
  about!: 'referrals' | 'time-outs';

  @ApiProperty({ pattern: WEEK })
  @Matches(new RegExp(WEEK))
  baselineFrom!: string;

  @ApiProperty({ pattern: WEEK })
  @Matches(new RegExp(WEEK))
  baselineTo!: string;

  /** −20: a fifth fewer; null for time-outs. */
  @ApiProperty({ type: 'integer', minimum: -90, maximum: 200, nullable: true })
  @ValidateIf((body: GoalBody) => body.about === 'referrals' || filled(body, body.percent))
  @IsInt()
  @Min(-90)
  @Max(200)
  percent!: number | null;
}

export class CourseQuery {
  @ApiPropertyOptional({ enum: REFERRAL_KINDS })
  @Given()
  @IsIn(REFERRAL_KINDS)
  kind?: ReferralKind;
}

export class DropGoalQuery {
  @ApiPropertyOptional({ enum: ['referrals', 'time-outs'] })
  @Given()
  @IsIn(['referrals', 'time-outs'])
  about?: 'referrals' | 'time-outs';
}

export class LogQuery {
  @ApiPropertyOptional({ enum: ['xlsx', 'csv'] })
  @Given()
  @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';
}
