import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  LIVE_ACTIONS,
  type FollowUpStep,
  type LiveAction,
  type LiveAudience,
  type ReferralTiming,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';
import { TIMINGS } from './answer.dto.js';

const AUDIENCES: LiveAudience[] = ['moderator', 'participant', 'specialist'];
const STATES: FollowUpStep[] = ['new', 'shown', 'asking', 'answered', 'parked', 'removed'];
/** Parts go by the id of their category, or by a word for what has none. */
const LONGEST_ID = 64;

const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_dto: unknown, value: unknown) => value !== undefined && value !== null);

export class LiveQuery {
  @ApiProperty({ enum: AUDIENCES })
  @IsIn(AUDIENCES)
  as!: LiveAudience;
}

export class LiveActionBody {
  @ApiProperty({ enum: LIVE_ACTIONS })
  @IsIn(LIVE_ACTIONS)
  do!: LiveAction;

  /** The question that was on when it was pressed; null when none was. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @IsString()
  @MaxLength(LONGEST_ID)
  questionId?: string | null;

  /** The part that was on. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @GivenOrNull()
  @IsString()
  @MaxLength(LONGEST_ID)
  partId?: string | null;

  /** The question to show, to move up or to take back; for `next-item` the part to go to. */
  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(LONGEST_ID)
  targetId?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 15 })
  @Given()
  @IsInt()
  @Min(1)
  @Max(15)
  minutes?: number;
}

export class LiveAnswerBody {
  @ApiPropertyOptional({ enum: TIMINGS, nullable: true })
  @GivenOrNull()
  @IsIn(TIMINGS)
  timing?: ReferralTiming | null;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Given()
  @IsString()
  @MaxLength(2000)
  tooEarly?: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Given()
  @IsString()
  @MaxLength(2000)
  onTime?: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Given()
  @IsString()
  @MaxLength(2000)
  tooLate?: string;

  @ApiPropertyOptional({ maxLength: 4000 })
  @Given()
  @IsString()
  @MaxLength(4000)
  note?: string;

  /** The writer has read the guard's warnings. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class FollowUpBody {
  /** Made by the client: what is sent twice stays one question. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  clientId!: string;

  @ApiProperty({ maxLength: 500 })
  @Words(1, 500)
  text!: string;

  /** Show the name of the practice to the other participants. */
  @ApiProperty()
  @IsBoolean()
  named!: boolean;

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class FollowUpChangeBody {
  @ApiPropertyOptional({ enum: STATES })
  @Given()
  @IsIn(STATES)
  state?: FollowUpStep;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Given()
  @IsString()
  @MaxLength(2000)
  note?: string;

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}
