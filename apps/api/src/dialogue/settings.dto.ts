import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ACCREDITATION_FIELDS, type AccreditationField } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

export class StepOffsetBody {
  /** Days from the session's local date; negative is before. Null: not done in this region. */
  @ApiProperty({ type: 'integer', nullable: true, minimum: -180, maximum: 180 })
  @ValidateIf((_body, value) => value !== null)
  @IsInt()
  @Min(-180)
  @Max(180)
  days!: number | null;

  @ApiProperty({ example: '09:00' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  time!: string;
}

/** One moment of the timeline that may be left out. */
const Moment = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: StepOffsetBody })(target, key);
  Given()(target, key);
  IsObject()(target, key);
  ValidateNested()(target, key);
  Type(() => StepOffsetBody)(target, key as string);
};

export class TimelineBody {
  @Moment()
  invite?: StepOffsetBody;

  @Moment()
  remind?: StepOffsetBody;

  @Moment()
  share?: StepOffsetBody;

  @Moment()
  'remind-specialist'?: StepOffsetBody;

  @Moment()
  practical?: StepOffsetBody;

  @Moment()
  handout?: StepOffsetBody;

  @Moment()
  'remind-handout'?: StepOffsetBody;
}

export class AccreditationColumnBody {
  @ApiProperty({ enum: ACCREDITATION_FIELDS })
  @IsIn(ACCREDITATION_FIELDS)
  field!: AccreditationField;

  @ApiProperty()
  @Line(1, 60)
  heading!: string;
}

export class AccreditationBody {
  @ApiProperty({ type: [AccreditationColumnBody], minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ACCREDITATION_FIELDS.length)
  @ValidateNested({ each: true })
  @Type(() => AccreditationColumnBody)
  columns!: AccreditationColumnBody[];

  @ApiProperty({ enum: ['xlsx', 'csv'] })
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';
}

export class DialogueSettingsBody {
  @ApiPropertyOptional({ type: TimelineBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => TimelineBody)
  timeline?: TimelineBody;

  @ApiPropertyOptional({ type: AccreditationBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => AccreditationBody)
  accreditation?: AccreditationBody;

  /** Sessions that are planned already follow too. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  planned?: boolean;
}
