import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { ReferralTiming } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';

export const TIMINGS: ReferralTiming[] = ['too-early', 'on-time', 'too-late', 'other'];
/** Longest short note, answer, and text of the department, in characters. */
export const SHORT = 600;
export const ANSWER = 3000;
const TEXT = 6000;

/** When to refer, as the specialist answers it: prepared, and in the handout. What is left out stays. */
export class TimingBody {
  /** Null takes the mark away. */
  @ApiPropertyOptional({ enum: TIMINGS, nullable: true })
  @Given()
  @ValidateIf((_body, value) => value !== null && value !== undefined)
  @IsIn(TIMINGS)
  timing?: ReferralTiming | null;

  @ApiPropertyOptional({ maxLength: SHORT })
  @Given()
  @IsString()
  @MaxLength(SHORT)
  tooEarly?: string;

  @ApiPropertyOptional({ maxLength: SHORT })
  @Given()
  @IsString()
  @MaxLength(SHORT)
  onTime?: string;

  @ApiPropertyOptional({ maxLength: SHORT })
  @Given()
  @IsString()
  @MaxLength(SHORT)
  tooLate?: string;
}

/** What the department itself has to say: prepared, and in the handout. What is left out stays. */
export class DepartmentPartBody {
  @ApiPropertyOptional({ maxLength: TEXT })
  @Given()
  @IsString()
  @MaxLength(TEXT)
  tells?: string;

  @ApiPropertyOptional({ maxLength: TEXT })
  @Given()
  @IsString()
  @MaxLength(TEXT)
  misses?: string;

  @ApiPropertyOptional({ maxLength: TEXT })
  @Given()
  @IsString()
  @MaxLength(TEXT)
  process?: string;
}
