import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';
import { LONGEST_QUESTION, QuestionBody } from './questions.dto.js';

/** More questions than a session ever has. */
const MOST = 1000;
const NAME = 80;

/** May be left out, and may be null, which then is a value. */
const GivenOrNull = (): PropertyDecorator =>
  ValidateIf((_dto: unknown, value: unknown) => value !== undefined && value !== null);

export class DeskQuestionBody extends QuestionBody {
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true })
  @GivenOrNull()
  @IsUUID()
  categoryId?: string | null;
}

export class DeskQuestionChangeBody {
  /** Null takes it out of every category. */
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true })
  @GivenOrNull()
  @IsUUID()
  categoryId?: string | null;

  /** Place in its category, from 0. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: MOST })
  @Given()
  @IsInt()
  @Min(0)
  @Max(MOST)
  position?: number;

  /** The wording for everybody; null goes back to the asker's. */
  @ApiPropertyOptional({ type: String, nullable: true, minLength: 3, maxLength: LONGEST_QUESTION })
  @GivenOrNull()
  @Words(3, LONGEST_QUESTION)
  shownText?: string | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class QuestionMergeBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  into!: string;
}

export class QuestionUnmergeBody {
  /** Merged into it before, and taken out along with it. */
  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  along?: string[];
}

export class SendBackBody {
  @ApiProperty({ minLength: 3, maxLength: 400 })
  @Words(3, 400)
  reason!: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

/** Either the categories in their order, or questions put at the start of one category. */
export class DeskOrderBody {
  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  categoryIds?: string[];

  /** Null: those in no category. */
  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true })
  @GivenOrNull()
  @IsUUID()
  categoryId?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  questionIds?: string[];
}

export class CategoryBody {
  @ApiProperty({ minLength: 1, maxLength: NAME })
  @Words(1, NAME)
  name!: string;

  /** Null: gets its part of what is left. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 120 })
  @GivenOrNull()
  @IsInt()
  @Min(1)
  @Max(120)
  minutes?: number | null;

  /** Put in it at once. */
  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  questionIds?: string[];

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class CategoryChangeBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: NAME })
  @Given()
  @Words(1, NAME)
  name?: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 120 })
  @GivenOrNull()
  @IsInt()
  @Min(1)
  @Max(120)
  minutes?: number | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class QuestionShareBody {
  /** Texts that the guard warns of and that go along. */
  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  confirmed?: string[];

  /** Questions that stay on the desk. */
  @ApiPropertyOptional({ type: [String], maxItems: MOST })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  withheld?: string[];
}
