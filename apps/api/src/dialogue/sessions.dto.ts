import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Left out, or null: a fact that nobody knows yet. */
const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_body: unknown, value: unknown) => value !== undefined && value !== null);

export class DialogueSessionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['coming', 'past'] })
  @Given()
  @IsIn(['coming', 'past'])
  when?: 'coming' | 'past';
}

export class DialogueSessionBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  departmentId!: string;

  /** `Dialoogsessie <vakgroep>` when left out. */
  @ApiPropertyOptional()
  @Given()
  @Line(1, 120)
  title?: string;

  /** Local date. */
  @ApiProperty({ example: '2027-03-16' })
  @Matches(DAY)
  date!: string;

  /** Local time. */
  @ApiProperty({ example: '16:30' })
  @Matches(TIME)
  startTime!: string;

  @ApiProperty({ example: '17:30' })
  @Matches(TIME)
  endTime!: string;

  /** The writer has read the warnings about the title. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class DialogueSessionChangeBody {
  @ApiPropertyOptional()
  @Given()
  @Line(1, 120)
  title?: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @IsString()
  @MaxLength(2000)
  introduction?: string | null;

  /** The link to the video meeting; who is registered gets it in their calendar. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(1000)
  meetingLink?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 1000 })
  @GivenOrNull()
  @IsInt()
  @Min(1)
  @Max(1000)
  places?: number | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  moderated?: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2027-02-09' })
  @GivenOrNull()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  talkOn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @Line(0, 40)
  activityId?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 24 })
  @GivenOrNull()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(24)
  accreditedHours?: number | null;

  @ApiPropertyOptional({ example: '2027-03-16' })
  @Given()
  @Matches(DAY)
  date?: string;

  @ApiPropertyOptional({ example: '16:30' })
  @Given()
  @Matches(TIME)
  startTime?: string;

  @ApiPropertyOptional({ example: '17:30' })
  @Given()
  @Matches(TIME)
  endTime?: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class SpecialistBody {
  @ApiProperty()
  @Line(2, 120)
  name!: string;

  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class SessionStepChangeBody {
  /** ISO 8601; without an offset it is Dutch local time. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  dueAt?: string;

  @ApiPropertyOptional({ enum: ['stopped', 'planned'] })
  @Given()
  @IsIn(['stopped', 'planned'])
  state?: 'stopped' | 'planned';
}
