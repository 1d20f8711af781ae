import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DateAnswer, StayWish } from '#libs/contracts';
import type { AnswerChange } from '#libs/intervision';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const ANSWERS: DateAnswer[] = ['yes', 'maybe', 'no'];
const WISHES: StayWish[] = ['yes', 'neutral', 'no'];
const UnlessNull = (): PropertyDecorator =>
  ValidateIf((_body, value) => value !== null && value !== undefined);

/** Every value of the map is an answer, or null to make a date unanswered again. */
const DateAnswers = (): PropertyDecorator =>
  ValidateBy({
    name: 'dateAnswers',
    validator: {
      validate: (map: unknown) =>
        typeof map === 'object' &&
        map !== null &&
        Object.entries(map).length <= 200 &&
        Object.values(map).every((answer) => answer === null || ANSWERS.includes(answer as DateAnswer)),
    },
  });

class LeaderBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Line(1, 120)
  name!: string;

  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** Any subset of the answer; a field that is absent is left alone, null makes it unanswered. */
export class AnswerBody implements AnswerChange {
  /** Theme ids by preference, at most three. */
  @ApiPropertyOptional({ type: [String] })
  @Given()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  ranked?: string[];

  @ApiPropertyOptional({ type: [String] })
  @Given()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  excluded?: string[];

  /** Date id → answer; dates that are not named are left alone. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true, enum: ['yes', 'maybe', 'no'] },
  })
  @Given()
  @IsObject()
  @DateAnswers()
  dates?: Record<string, DateAnswer | null>;

  /** The same answer for every date on the page. */
  @ApiPropertyOptional({ enum: ANSWERS })
  @Given()
  @IsIn(ANSWERS)
  allDates?: DateAnswer;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 5 })
  @UnlessNull()
  @IsInt()
  motivation?: number | null;

  @ApiPropertyOptional({ type: String, enum: WISHES, nullable: true })
  @UnlessNull()
  @IsIn(WISHES)
  stay?: StayWish | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @UnlessNull()
  @IsBoolean()
  canLead?: boolean | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @UnlessNull()
  @IsUUID()
  leaderPersonId?: string | null;

  /** Somebody of the practice that is not in the list yet. */
  @ApiPropertyOptional({ type: LeaderBody })
  @Given()
  @ValidateNested()
  @Type(() => LeaderBody)
  leader?: LeaderBody;
}
