import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MEETING_PRESENCES, type MeetingPresence } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';

const NAME_LENGTH = 120;
const ACTIVITY_LENGTH = 60;
/** Ten hours: longer than any meeting. */
const MOST_MINUTES = 600;

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
