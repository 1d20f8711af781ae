import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import {
  MEETING_LIVE_ACTIONS,
  MEETING_ROLES,
  type MeetingAudience,
  type MeetingLiveAction,
  type MeetingRole,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const AUDIENCES: MeetingAudience[] = ['leader', 'participant'];
const FOR = ['practice', 'group'] as const;

const OrNull = (): PropertyDecorator => ValidateIf((_dto: unknown, value: unknown) => value !== null);

export class MeetingLiveQuery {
  @ApiProperty({ enum: AUDIENCES })
  @IsIn(AUDIENCES)
  as!: MeetingAudience;
}

export class MeetingRoleBody {
  @ApiProperty({ enum: MEETING_ROLES })
  @IsIn(MEETING_ROLES)
  role!: MeetingRole;

  /** A practice of the meeting; null takes the role away. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  practiceId!: string | null;
}

export class MeetingRolesBody {
  /** Roles that are left out stay as they are. */
  @ApiProperty({ type: [MeetingRoleBody], maxItems: 5 })
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => MeetingRoleBody)
  roles!: MeetingRoleBody[];
}

export class MeetingOpenBody {
  @ApiProperty({ maxLength: 64 })
  @Line(1, 64)
  methodId!: string;

  /** How long the method gets; the sum of its steps when left out, as far as the meeting has room for it. */
  @ApiPropertyOptional({ type: 'integer', minimum: 10, maximum: 480 })
  @Given()
  @IsInt()
  @Min(10)
  @Max(480)
  minutes?: number;

  /** Instead of the proposed ones; roles that are left out are given as proposed. */
  @ApiPropertyOptional({ type: [MeetingRoleBody], maxItems: 5 })
  @Given()
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => MeetingRoleBody)
  roles?: MeetingRoleBody[];
}

export class MeetingLiveActionBody {
  @ApiProperty({ enum: MEETING_LIVE_ACTIONS })
  @IsIn(MEETING_LIVE_ACTIONS)
  do!: MeetingLiveAction;

  /** The step that was on when it was pressed; null before the start. */
  @ApiProperty({ type: String, nullable: true, maxLength: 40 })
  @OrNull()
  @IsString()
  @MaxLength(40)
  stepId!: string | null;

  /** With `go`: the step to go to. */
  @ApiPropertyOptional({ maxLength: 40 })
  @Given()
  @IsString()
  @MaxLength(40)
  targetId?: string;

  /** With `extend` and `later`. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 60 })
  @Given()
  @IsInt()
  @Min(1)
  @Max(60)
  minutes?: number;
}

export class MeetingInputBody {
  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  text!: string;

  /** "Klaar". */
  @ApiProperty()
  @IsBoolean()
  done!: boolean;

  /** The writer has read the guard's warnings. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;

  /** The own practice's text, or that of the group. */
  @ApiProperty({ enum: FOR })
  @IsIn(FOR)
  for!: (typeof FOR)[number];

  /** Of the text that was changed; left out when there was none. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @Given()
  @IsInt()
  @Min(0)
  version?: number;
}
