import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
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
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  MEETING_ROLES,
  STEP_SPEAKERS,
  STEP_WRITINGS,
  type MeetingRole,
  type StepSpeaker,
  type StepWriting,
} from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { Words } from '../http/words.decorator.js';

const FLAGS: Record<string, boolean> = { true: true, false: false };

export class MethodsQuery {
  /** Also those that were put away. */
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Given()
  @Transform(({ value }) => FLAGS[String(value)] ?? value)
  @IsIn([true, false])
  archived?: boolean;
}

export class MethodNameBody {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Line(1, 60)
  nl!: string;

  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Line(1, 60)
  en!: string;
}

export class MethodTextBody {
  @ApiProperty({ minLength: 1, maxLength: 600 })
  @Words(1, 600)
  nl!: string;

  @ApiProperty({ minLength: 1, maxLength: 600 })
  @Words(1, 600)
  en!: string;
}

const Nested = (type: () => new () => object): PropertyDecorator => {
  return (target, key) => {
    // under this very name the document knows that it is to be called
    ApiProperty({ type: () => type() })(target, key);
    IsObject()(target, key);
    ValidateNested()(target, key);
    Type(type)(target, key as string);
  };
};

export class PracticesRangeBody {
  @ApiProperty({ type: 'integer', minimum: 2, maximum: 20 })
  @IsInt()
  @Min(2)
  @Max(20)
  min!: number;

  @ApiProperty({ type: 'integer', minimum: 2, maximum: 20 })
  @IsInt()
  @Min(2)
  @Max(20)
  max!: number;
}

export class MethodFitBody {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 12 })
  @IsInt()
  @Min(0)
  @Max(12)
  metBefore!: number;

  @Nested(() => PracticesRangeBody)
  practices!: PracticesRangeBody;
}

export class MethodStepBody {
  @ApiProperty({ example: 'vragen', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(40)
  id!: string;

  @Nested(() => MethodNameBody)
  name!: MethodNameBody;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 120 })
  @IsInt()
  @Min(1)
  @Max(120)
  minutes!: number;

  @Nested(() => MethodTextBody)
  instruction!: MethodTextBody;

  @ApiProperty({ type: MethodTextBody, nullable: true })
  @ValidateIf((_body, value) => value !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => MethodTextBody)
  ownerInstruction!: MethodTextBody | null;

  @Nested(() => MethodTextBody)
  tip!: MethodTextBody;

  @ApiProperty({ enum: STEP_SPEAKERS })
  @IsIn(STEP_SPEAKERS)
  speaks!: StepSpeaker;

  @ApiProperty()
  @IsBoolean()
  ownerOutside!: boolean;

  @ApiProperty({ enum: STEP_WRITINGS })
  @IsIn(STEP_WRITINGS)
  writes!: StepWriting;

  @ApiProperty()
  @IsBoolean()
  together!: boolean;

  @ApiProperty()
  @IsBoolean()
  named!: boolean;

  @ApiProperty()
  @IsBoolean()
  hiddenFromOwner!: boolean;

  @ApiProperty({ enum: MEETING_ROLES, nullable: true })
  @ValidateIf((_body, value) => value !== null)
  @IsIn(MEETING_ROLES)
  role!: MeetingRole | null;

  @ApiProperty()
  @IsBoolean()
  figures!: boolean;
}

export class MethodCopyBody {
  /** The method to copy: a short word or an id. */
  @ApiProperty({ maxLength: 64 })
  @Line(1, 64)
  from!: string;

  /** What the copy is called. */
  @Nested(() => MethodNameBody)
  name!: MethodNameBody;
}

export class MethodBody {
  @Nested(() => MethodNameBody)
  name!: MethodNameBody;

  @Nested(() => MethodTextBody)
  when!: MethodTextBody;

  @Nested(() => MethodFitBody)
  fit!: MethodFitBody;

  @ApiProperty({ type: [MethodStepBody], minItems: 1, maxItems: 15 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(15)
  @ValidateNested({ each: true })
  @Type(() => MethodStepBody)
  steps!: MethodStepBody[];

  /** The writer has read the guard's warnings. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class MethodArchiveBody {
  @ApiProperty()
  @IsBoolean()
  archived!: boolean;
}
