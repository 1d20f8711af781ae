import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';
import { LONGEST_QUESTION } from './questions.dto.js';

/** The link's token, in the body: a path would end up in logs. Any text will do, so that a wrong one says no more than an unknown one. */
export class InboxTokenBody {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  token!: string;
}

export class InboxQuestionBody extends InboxTokenBody {
  @ApiProperty({ minLength: 3, maxLength: LONGEST_QUESTION })
  @Words(3, LONGEST_QUESTION)
  text!: string;

  /** How the colleague signs; seen inside the practice only. */
  @ApiPropertyOptional({ maxLength: 60 })
  @Given()
  @IsString()
  @MaxLength(60)
  name?: string;

  /** The writer read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
