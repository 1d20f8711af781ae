import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import {
  ACTION_STATES,
  OUTCOME_ANSWERS,
  OUTCOME_KINDS,
  type ActionState,
  type OutcomeAnswer,
  type OutcomeKind,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { Words } from '../http/words.decorator.js';

const FLAGS: Record<string, boolean> = { true: true, false: false };
const ACTION_LENGTH = 300;
const INSIGHT_LENGTH = 500;
const NOTE_LENGTH = 10_000;
const SENTENCE_LENGTH = 600;

const OrNull = (): PropertyDecorator => ValidateIf((_dto: unknown, value: unknown) => value !== null);
const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_dto: unknown, value: unknown) => value !== undefined && value !== null);
const Day = (): PropertyDecorator => (target, key) => {
  Matches(/^\d{4}-\d{2}-\d{2}$/)(target, key);
  IsDateString({ strict: true })(target, key);
};

export class ActionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACTION_STATES })
  @Given()
  @IsIn(ACTION_STATES)
  state?: ActionState;

  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  groupId?: string;

  /** Only those of the reader, or of the reader's practices. */
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Given()
  @Transform(({ value }) => FLAGS[String(value)] ?? value)
  @IsIn([true, false])
  mine?: boolean;
}

export class ActionItemBody {
  @ApiProperty({ minLength: 1, maxLength: ACTION_LENGTH })
  @Words(1, ACTION_LENGTH)
  text!: string;

  /** A practice of the meeting. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  ownerPracticeId!: string;

  /** Somebody who works there. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @GivenOrNull()
  @IsUUID()
  ownerId?: string | null;

  /** Local date. */
  @ApiProperty({ example: '2026-12-18', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  @Day()
  dueOn!: string;

  /** The writer has read the guard's warnings. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class ActionItemChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: ACTION_LENGTH })
  @Given()
  @Words(1, ACTION_LENGTH)
  text?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  ownerPracticeId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @GivenOrNull()
  @IsUUID()
  ownerId?: string | null;

  @ApiPropertyOptional({ example: '2026-12-18', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
  @Given()
  @Day()
  dueOn?: string;

  @ApiPropertyOptional({ enum: ACTION_STATES })
  @Given()
  @IsIn(ACTION_STATES)
  state?: ActionState;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class InsightBody {
  @ApiProperty({ minLength: 1, maxLength: INSIGHT_LENGTH })
  @Words(1, INSIGHT_LENGTH)
  text!: string;

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class InsightChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: INSIGHT_LENGTH })
  @Given()
  @Words(1, INSIGHT_LENGTH)
  text?: string;

  /** Away, or back. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  removed?: boolean;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class MeetingNoteBody {
  @ApiProperty({ maxLength: NOTE_LENGTH })
  @IsString()
  @MaxLength(NOTE_LENGTH)
  text!: string;

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;

  /** Of the note that was changed; 0 when there was none. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  version!: number;
}

export class OutcomeBody {
  @ApiProperty({ enum: OUTCOME_KINDS })
  @IsIn(OUTCOME_KINDS)
  kind!: OutcomeKind;

  /** The sentence that leaves the group. */
  @ApiProperty({ minLength: 1, maxLength: SENTENCE_LENGTH })
  @Words(1, SENTENCE_LENGTH)
  text!: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @GivenOrNull()
  @IsUUID()
  insightId?: string | null;

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class OutcomeChangeBody {
  @ApiPropertyOptional({ enum: OUTCOME_KINDS })
  @Given()
  @IsIn(OUTCOME_KINDS)
  kind?: OutcomeKind;

  @ApiPropertyOptional({ minLength: 1, maxLength: SENTENCE_LENGTH })
  @Given()
  @Words(1, SENTENCE_LENGTH)
  text?: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class OutcomeAnswerBody {
  /** Null takes the answer back. */
  @ApiProperty({ enum: [...OUTCOME_ANSWERS, null], type: String, nullable: true })
  @OrNull()
  @IsIn(OUTCOME_ANSWERS)
  answer!: OutcomeAnswer | null;

  /** Of the sentence that was read. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  version!: number;
}
