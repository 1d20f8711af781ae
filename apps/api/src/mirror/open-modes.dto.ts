import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { OpenModeScope } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MEASURE = /^[A-Z0-9-]{1,40}$/;
const ROLES: OpenModeScope['viewers'] = ['practice-holder', 'practice-contact', 'practice-employee'];

export class OpenModePeriodBody {
  /** First day of a quarter. */
  @ApiProperty({ pattern: DAY.source })
  @Matches(DAY)
  from!: string;

  /** First day of the quarter after the last one. */
  @ApiProperty({ pattern: DAY.source })
  @Matches(DAY)
  toExclusive!: string;
}

export class OpenModeScopeBody {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 20, description: 'Codes of reviewed measures.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(MEASURE, { each: true })
  measures!: string[];

  @ApiProperty({ type: OpenModePeriodBody })
  @IsObject()
  @ValidateNested()
  @Type(() => OpenModePeriodBody)
  period!: OpenModePeriodBody;

  @ApiProperty({ enum: ['year', 'quarter'] })
  @IsIn(['year', 'quarter'])
  granularity!: OpenModeScope['granularity'];

  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsIn(ROLES, { each: true })
  viewers!: OpenModeScope['viewers'];

  @ApiProperty()
  @IsBoolean()
  exportAllowed!: boolean;

  /** The last day on which it holds; at most twelve months ahead. */
  @ApiProperty({ pattern: DAY.source })
  @Matches(DAY)
  endsOn!: string;
}

export class SignatureBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;

  /** Of the scope that was read, as the server gave it. */
  @ApiProperty({ pattern: '^sha256:[0-9a-f]{64}$' })
  @Matches(/^sha256:[0-9a-f]{64}$/)
  scopeHash!: string;
}

export class SignOpenModeBody extends SignatureBody {
  /** The six digits from the mail for this signature; not needed where it stands already. */
  @ApiPropertyOptional({ pattern: '^[0-9]{6}$' })
  @Given()
  @Matches(/^[0-9]{6}$/)
  code?: string;
}

export class WithdrawSignatureBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;
}
