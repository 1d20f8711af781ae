import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { PRACTICE_FIELDS, type ImportRowView, type ImportVerdict, type PracticeField } from '#libs/contracts';
import type { Decisions } from '#libs/practices';
import { PageQuery } from '../http/page-query.dto.js';

type QuestionKind = NonNullable<ImportRowView['question']>['kind'];
const VERDICTS: readonly ImportVerdict[] = ['refused', 'decide', 'new', 'changed', 'same'];
const KINDS: readonly QuestionKind[] = ['list-size-jump', 'same-practice', 'gone'];
const ANSWERS = ['yes', 'no', null] as const;

export class LatestQuery {
  @ApiPropertyOptional({ enum: ['practices'] })
  @IsOptional()
  @IsIn(['practices'])
  kind?: 'practices';
}

export class ImportRowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VERDICTS })
  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: ImportVerdict;
}

export class MappingBody {
  /** Heading of the file → field of the practice, null to leave the column out. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true, enum: [...PRACTICE_FIELDS] },
  })
  @IsObject()
  mapping!: Record<string, PracticeField | null>;
}

export class CorrectionBody {
  @ApiProperty({ enum: PRACTICE_FIELDS })
  @IsIn(PRACTICE_FIELDS)
  field!: PracticeField;

  /** What the cell should say; null takes the correction back. */
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_body, value) => value !== null)
  @IsString()
  @MaxLength(1000)
  value!: string | null;
}

class AllBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: QuestionKind;

  @ApiProperty({ type: String, enum: ['yes', 'no', null], nullable: true })
  @IsIn(ANSWERS)
  decision!: 'yes' | 'no' | null;
}

/** One row's answer (`key` and `decision`), or the same answer to all questions of one kind (`all`). */
export class DecisionsBody implements Decisions {
  @ApiPropertyOptional()
  @ValidateIf((body: DecisionsBody) => body.all === undefined)
  @IsString()
  @MaxLength(60)
  key?: string;

  @ApiPropertyOptional({ type: String, enum: ['yes', 'no', null], nullable: true })
  @ValidateIf((body: DecisionsBody) => body.all === undefined)
  @IsIn(ANSWERS)
  decision?: 'yes' | 'no' | null;

  @ApiPropertyOptional({ type: AllBody })
  @IsOptional()
  @ValidateNested()
  @Type(() => AllBody)
  all?: AllBody;
}
