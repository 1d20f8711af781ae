import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength, MinLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';

/** In characters: a question that can be read out in the hour. */
export const LONGEST_QUESTION = 600;

export class QuestionBody {
  @ApiProperty({ minLength: 3, maxLength: LONGEST_QUESTION })
  @IsString()
  @MinLength(3)
  @MaxLength(LONGEST_QUESTION)
  text!: string;

  /** The writer read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class QuestionSelectBody {
  /** The reader read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
