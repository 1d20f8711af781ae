import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';

/** In characters: a question that can be read out in the hour. */
export const LONGEST_QUESTION = 600;

export class QuestionBody {
  @ApiProperty({ minLength: 3, maxLength: LONGEST_QUESTION })
  @Words(3, LONGEST_QUESTION)
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
