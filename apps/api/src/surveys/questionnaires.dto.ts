import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsUUID, ValidateNested } from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

/** One line in both languages. */
export class TitleBody {
  @ApiProperty({ minLength: 1, maxLength: 160 })
  @Line(1, 160)
  nl!: string;

  @ApiProperty({ minLength: 1, maxLength: 160 })
  @Line(1, 160)
  en!: string;
}

export class QuestionnaireBody {
  /** Of the questionnaire to copy; without it the new one is empty. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  from?: string;

  @ApiProperty({ type: TitleBody })
  @IsObject()
  @ValidateNested()
  @Type(() => TitleBody)
  title!: TitleBody;
}

export class QuestionnaireDraftBody {
  /** The whole questionnaire, see QuestionnaireContent; checked field by field by the service. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content!: Record<string, unknown>;
}
