import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { MEETING_CIRCLES, type MeetingCircle } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const BESIDES = MEETING_CIRCLES.filter((circle) => circle !== 'group');
const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_body: unknown, value: unknown) => value !== undefined && value !== null);

export class MeetingsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['coming', 'past'] })
  @Given()
  @IsIn(['coming', 'past'])
  when?: 'coming' | 'past';

  @ApiPropertyOptional({ enum: ['group', 'extra'], description: '`extra`: outside groups (GRP-09)' })
  @Given()
  @IsIn(['group', 'extra'])
  circle?: 'group' | 'extra';

  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional({
    description: 'only meetings of the own practices and those that the reader leads or called',
  })
  @IsOptional()
  @Transform(
    ({ value }: { value: unknown }) => value === true || value === '' || value === 'true' || value === '1',
  )
  @IsBoolean()
  mine?: boolean;
}

export class MeetingCirclesQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;
}

class MeetingFactsBody {
  @ApiPropertyOptional()
  @Given()
  @Line(1, 120)
  title?: string;

  /** Local date; with both times, or none of the three to ask for a date first. */
  @ApiPropertyOptional({ example: '2027-03-16' })
  @Given()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date?: string;

  @ApiPropertyOptional({ example: '19:30' })
  @Given()
  @Matches(TIME)
  startTime?: string;

  @ApiPropertyOptional({ example: '21:00' })
  @Given()
  @Matches(TIME)
  endTime?: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @GivenOrNull()
  @Line(0, 200)
  location?: string | null;

  /** The link to the video meeting; who is asked to be there gets it in their calendar. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(1000)
  meetingLink?: string | null;

  /** Counts as the yearly mandatory meeting (GRP-03). */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  mandatory?: boolean;

  /** Outside a group: who is asked; everybody of the circle when left out. */
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200 })
  @Given()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  practiceIds?: string[];

  /** The writer has read the warnings about title and place. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class MeetingBody extends MeetingFactsBody {
  /** The group that meets; left out for a meeting outside a group. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  groupId?: string;

  @ApiPropertyOptional({ enum: BESIDES })
  @ValidateIf((body: MeetingBody) => body.groupId === undefined)
  @IsIn(BESIDES)
  circle?: Exclude<MeetingCircle, 'group'>;

  /** Who calls the others together, outside a group. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  organiserPracticeId?: string;
}

export class MeetingChangeBody extends MeetingFactsBody {}
