import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsObject, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { Answers, ItemAnswer } from '#libs/contracts';

/** The link's token, in the body: a path would end up in logs. Any text will do, so that a wrong one says no more than an unknown one. */
export class EvaluationTokenBody {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  token!: string;
}

export class EvaluationKeepBody extends EvaluationTokenBody {
  /** Key of the item. */
  @ApiProperty({ maxLength: 120 })
  @IsString()
  @MaxLength(120)
  item!: string;

  /** `{value}`, `{options}`, `{text}` or `{notApplicable: true}`; null takes the answer back. */
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  @ValidateIf((_body, value) => value !== null)
  @IsObject()
  answer!: ItemAnswer | null;
}

export class EvaluationSendBody extends EvaluationTokenBody {
  /** Item key → answer. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'object', additionalProperties: true } })
  @IsObject()
  answers!: Answers;

  /** Keys of text items whose warning was read and confirmed. */
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  confirmed!: string[];
}
