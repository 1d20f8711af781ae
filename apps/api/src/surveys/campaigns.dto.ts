import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ANONYMITY_LEVELS, ROLES, type AnonymityLevel, type CampaignState, type Role } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { TitleBody } from './questionnaires.dto.js';

const STATES: CampaignState[] = ['draft', 'planned', 'running', 'closed', 'stopped'];

export class CampaignsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Given()
  @IsIn(STATES)
  state?: CampaignState;
}

export class AudienceBody {
  /** People of a meeting or session come with it and cannot be chosen. */
  @ApiProperty({ enum: ['roles'] })
  @IsIn(['roles'])
  kind!: 'roles';

  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  /** Null asks the whole region. */
  @ApiProperty({ type: [String], nullable: true })
  @ValidateIf((_body, value) => value !== null)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  practiceIds!: string[] | null;
}

export class CampaignBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  questionnaireId!: string;

  /** The questionnaire's own title when left out. */
  @ApiPropertyOptional({ type: TitleBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => TitleBody)
  title?: TitleBody;

  @ApiProperty({ enum: ANONYMITY_LEVELS })
  @IsIn(ANONYMITY_LEVELS)
  anonymity!: AnonymityLevel;

  @ApiProperty({ type: AudienceBody })
  @IsObject()
  @ValidateNested()
  @Type(() => AudienceBody)
  audience!: AudienceBody;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 90 })
  @IsInt()
  @Min(1)
  @Max(90)
  responseDays!: number;

  /** Days before the end on which who has not answered is reminded. */
  @ApiProperty({ type: [Number], maxItems: 2 })
  @IsArray()
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  reminderDays!: number[];
}

export class CampaignChangeBody {
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  questionnaireId?: string;

  @ApiPropertyOptional({ type: TitleBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => TitleBody)
  title?: TitleBody;

  @ApiPropertyOptional({ enum: ANONYMITY_LEVELS })
  @Given()
  @IsIn(ANONYMITY_LEVELS)
  anonymity?: AnonymityLevel;

  @ApiPropertyOptional({ type: AudienceBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => AudienceBody)
  audience?: AudienceBody;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 90 })
  @Given()
  @IsInt()
  @Min(1)
  @Max(90)
  responseDays?: number;

  @ApiPropertyOptional({ type: [Number], maxItems: 2 })
  @Given()
  @IsArray()
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  reminderDays?: number[];
}

export class LaunchQuery {
  /** ISO 8601; without an offset it is Dutch local time; now when left out. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  opensAt?: string;
}

export class LaunchBody {
  /** ISO 8601; without an offset it is Dutch local time. */
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  opensAt!: string;
}

export class StepChangeBody {
  /** ISO 8601; without an offset it is Dutch local time. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  dueAt?: string;

  @ApiPropertyOptional({ enum: ['stopped', 'planned'] })
  @Given()
  @IsIn(['stopped', 'planned'])
  state?: 'stopped' | 'planned';
}
