import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  MEETING_CIRCLES,
  MEETING_PRESENCES,
  type MeetingCircle,
  type MeetingPresence,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const NAME_LENGTH = 120;
const ACTIVITY_LENGTH = 60;
/** Ten hours: longer than any meeting. */
const MOST_MINUTES = 600;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const BESIDES = MEETING_CIRCLES.filter((circle) => circle !== 'group');

const OrNull = (): PropertyDecorator => ValidateIf((_dto: unknown, value: unknown) => value !== null);
const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_dto: unknown, value: unknown) => value !== undefined && value !== null);

export class MeetingAttendeeBody {
  /** Somebody of the practice. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId!: string;

  /** Real minutes, where they differ from what was measured or planned. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_MINUTES, nullable: true })
  @GivenOrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes?: number | null;
}

export class MeetingAttendanceBody {
  /** Null takes back what was said. */
  @ApiProperty({ enum: [...MEETING_PRESENCES, null], type: String, nullable: true })
  @OrNull()
  @IsIn(MEETING_PRESENCES)
  state!: MeetingPresence | null;

  /** Who came; left out: whoever was measured, or the only one who can have come. */
  @ApiPropertyOptional({ type: [MeetingAttendeeBody], maxItems: 12 })
  @Given()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => MeetingAttendeeBody)
  people?: MeetingAttendeeBody[];

  /** With `replaced`: somebody who has no account. */
  @ApiPropertyOptional({ type: String, maxLength: NAME_LENGTH, nullable: true })
  @GivenOrNull()
  @IsString()
  @MaxLength(NAME_LENGTH)
  replacedBy?: string | null;
}

export class MeetingAccreditationBody {
  /** Null takes it away. */
  @ApiProperty({ type: String, maxLength: ACTIVITY_LENGTH, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(ACTIVITY_LENGTH)
  activityId!: string | null;
}

export class MeetingAccreditationQuery {
  /** As the region wants it when left out. */
  @ApiPropertyOptional({ enum: ['xlsx', 'csv'] })
  @Given()
  @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';
}

export class MandatoryYearQuery {
  /** This year when left out. */
  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100 })
  @Given()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

/** Intervision outside a group that was held already (GRP-09). */
export class HeldMeetingBody {
  @ApiProperty({ enum: BESIDES })
  @IsIn(BESIDES)
  circle!: Exclude<MeetingCircle, 'group'>;

  /** Who called the others together. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  organiserPracticeId?: string;

  /** Who was asked; everybody of the circle when left out. */
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200 })
  @Given()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  practiceIds?: string[];

  @ApiProperty()
  @Line(1, 120)
  title!: string;

  /** Local date in this year or the last. */
  @ApiProperty({ example: '2027-02-09' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date!: string;

  @ApiProperty({ example: '19:30' })
  @Matches(TIME)
  startTime!: string;

  @ApiProperty({ example: '21:00' })
  @Matches(TIME)
  endTime!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @GivenOrNull()
  @Line(0, 200)
  location?: string | null;

  /** Counts as the yearly mandatory meeting; only a coordinator says so. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  mandatory?: boolean;

  /** The writer has read the warnings about title and place. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
