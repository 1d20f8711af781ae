import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID, Matches } from 'class-validator';
import type { FigureRemarkView } from '#libs/contracts';
import type { RemarkVerdict } from '#libs/mirror';
import { Given } from '../http/given.decorator.js';
import { Words } from '../http/words.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const STATES: FigureRemarkView['state'][] = ['open', 'answered', 'accepted', 'declined', 'withdrawn'];
const MEASURE = /^[A-Z0-9-]{1,40}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class RemarksQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Given()
  @IsIn(STATES)
  state?: FigureRemarkView['state'];
}

export class RemarkBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;

  @ApiProperty({ pattern: MEASURE.source })
  @Matches(MEASURE)
  measure!: string;

  @ApiProperty({ minLength: 0, maxLength: 80 })
  @Line(0, 80)
  item!: string;

  /** First day of the twelve months that the figure is about. */
  @ApiProperty({ pattern: DAY.source })
  @Matches(DAY)
  from!: string;

  @ApiProperty({ enum: ['comment', 'dispute'] })
  @IsIn(['comment', 'dispute'])
  kind!: FigureRemarkView['kind'];

  @ApiProperty({ minLength: 1, maxLength: 2000 })
  @Words(1, 2000)
  text!: string;

  /** The writer has read the warnings about what may be a person. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class RemarkAnswerBody {
  @ApiProperty({ enum: ['answered', 'accepted', 'declined'] })
  @IsIn(['answered', 'accepted', 'declined'])
  state!: RemarkVerdict;

  @ApiProperty({ minLength: 1, maxLength: 2000 })
  @Words(1, 2000)
  answer!: string;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}
