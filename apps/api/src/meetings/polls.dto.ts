import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  registerDecorator,
} from 'class-validator';
import type { DateAnswer } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';

const MOST_OPTIONS = 20;
const MOST_REMINDERS = 3;
const NOTE_LENGTH = 300;
const ANSWERS = ['yes', 'maybe', 'no'] as const;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

const Day = (): PropertyDecorator => (target, key) => {
  Matches(/^\d{4}-\d{2}-\d{2}$/)(target, key);
  IsISO8601({ strict: true })(target, key);
};
const Time = (): PropertyDecorator => Matches(/^([01]\d|2[0-3]):[0-5]\d$/);
/** ISO 8601; without an offset it is Dutch local time. */
const Moment = (): PropertyDecorator => (target, key) => {
  Matches(MOMENT)(target, key);
  IsISO8601({ strict: true })(target, key);
};
/** Id → answer, or null to take it back. */
const Answers = (): PropertyDecorator => (target, key) =>
  registerDecorator({
    name: 'answers',
    target: target.constructor,
    propertyName: key as string,
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length <= MOST_OPTIONS &&
        Object.entries(value).every(
          ([id, answer]) =>
            /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
            (answer === null || ANSWERS.includes(answer as DateAnswer)),
        ),
    },
  });

export class PollDaysQuery {
  @ApiProperty({ example: '2027-01-01', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  @Day()
  from!: string;

  /** No more than a year later. */
  @ApiProperty({ example: '2027-06-30', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  @Day()
  until!: string;
}

export class PollOptionBody {
  /** Local date. */
  @ApiProperty({ example: '2027-02-09', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  @Day()
  date!: string;

  @ApiProperty({ example: '19:30', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
  @Time()
  startTime!: string;

  @ApiProperty({ example: '21:00', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
  @Time()
  endTime!: string;
}

export class DatePollBody {
  /** A meeting without a date; or else the group, of which a next meeting is made. */
  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((body: DatePollBody) => body.meetingId !== undefined || body.groupId === undefined)
  @IsUUID()
  meetingId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  groupId?: string;

  @ApiProperty({ type: [PollOptionBody], minItems: 1, maxItems: MOST_OPTIONS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OPTIONS)
  @ValidateNested({ each: true })
  @Type(() => PollOptionBody)
  options!: PollOptionBody[];

  @ApiProperty({ format: 'date-time' })
  @Moment()
  answerUntil!: string;

  /** So many days before the deadline who did not answer everything is reminded. */
  @ApiProperty({ type: [Number], maxItems: MOST_REMINDERS, example: [3, 1] })
  @IsArray()
  @ArrayMaxSize(MOST_REMINDERS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  reminderDays!: number[];
}

export class DatePollChangeBody {
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @Moment()
  answerUntil?: string;

  @ApiPropertyOptional({ type: [Number], maxItems: MOST_REMINDERS })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST_REMINDERS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  reminderDays?: number[];
}

export class DatePollReopenBody {
  @ApiProperty({ format: 'date-time' })
  @Moment()
  answerUntil!: string;
}

export class DatePollChoiceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  optionId!: string;
}

export class DatePollAnswerBody {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...ANSWERS], nullable: true },
    description: 'option id → answer, or null to take it back; what is not named stays',
  })
  @Given()
  @IsObject()
  @Answers()
  answers?: Record<string, DateAnswer | null>;

  /** Every option at once; `answers` come after it. */
  @ApiPropertyOptional({ enum: ['yes'] })
  @Given()
  @IsIn(['yes'])
  all?: 'yes';

  @ApiPropertyOptional({ maxLength: NOTE_LENGTH })
  @Given()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(NOTE_LENGTH)
  note?: string;

  /** The writer has read the guard's warnings. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
