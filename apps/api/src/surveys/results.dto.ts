import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ModerationTextView } from '#libs/contracts';
import type { ResultsFormat, TrendBy } from '#libs/surveys';
import { Given } from '../http/given.decorator.js';

export class ResultsQuery {
  /** One part: `role:practice-holder` or `theme:Ouderenzorg`. */
  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(200)
  cut?: string;
}

export class TrendQuery {
  @ApiProperty({ description: 'Id of the questionnaire.' })
  @IsUUID()
  questionnaire!: string;

  @ApiProperty({ description: 'Key of a scale.' })
  @IsString()
  @MaxLength(80)
  item!: string;

  @ApiProperty({ enum: ['department', 'theme', 'questionnaire'] })
  @IsIn(['department', 'theme', 'questionnaire'])
  by!: TrendBy;
}

export class ComparedSideBody {
  @ApiProperty()
  @IsUUID()
  campaignId!: string;

  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(200)
  cut?: string;
}

export class CompareBody {
  @ApiProperty({ description: 'Key of a scale.' })
  @IsString()
  @MaxLength(80)
  item!: string;

  @ApiProperty({ type: ComparedSideBody })
  @ValidateNested()
  @Type(() => ComparedSideBody)
  a!: ComparedSideBody;

  @ApiProperty({ type: ComparedSideBody })
  @ValidateNested()
  @Type(() => ComparedSideBody)
  b!: ComparedSideBody;
}

export class RegressionBody {
  @ApiProperty({ description: 'Key of a scale.' })
  @IsString()
  @MaxLength(80)
  outcome!: string;

  /** From this step on an answer counts as high. */
  @ApiProperty()
  @IsInt()
  highFrom!: number;

  @ApiProperty({ type: [String], description: 'Keys of scales and of questions with two options.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  predictors!: string[];
}

export class TextDecisionBody {
  @ApiProperty({ enum: ['new', 'shown', 'withheld'] })
  @IsIn(['new', 'shown', 'withheld'])
  state!: ModerationTextView['state'];

  /** What readers see instead of the original; demanded with `shown`. */
  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(2000)
  shown?: string;
}

export class ShareBody {
  @ApiProperty()
  @IsBoolean()
  shared!: boolean;
}

export class ExportQuery {
  @ApiProperty({ enum: ['xlsx', 'csv', 'pptx'] })
  @IsIn(['xlsx', 'csv', 'pptx'])
  format!: ResultsFormat;
}
