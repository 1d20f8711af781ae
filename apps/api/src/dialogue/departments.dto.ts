import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const FLAGS: Record<string, boolean> = { true: true, false: false };

/** Somebody with an address; made when nobody has it yet. */
export class ContactBody {
  @ApiProperty()
  @Line(1, 120)
  name!: string;

  @ApiProperty({ format: 'email' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class DepartmentsQuery {
  /** Also those in the archive. */
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Given()
  @Transform(({ value }) => FLAGS[String(value)] ?? value)
  @IsIn([true, false])
  archived?: boolean;
}

/** One line that null or nothing clears. */
const Clearable =
  (most: number): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: String, nullable: true, maxLength: most })(target, key);
    IsOptional()(target, key);
    IsString()(target, key);
    MaxLength(most)(target, key);
    Matches(/^\P{Cc}*$/u)(target, key);
  };

class DepartmentFieldsBody {
  @Clearable(120) hospital?: string | null;
  @Clearable(40) phone?: string | null;
  @Clearable(120) phoneHours?: string | null;
  @Clearable(400) adviceConsult?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @ValidateIf((_body, value) => value !== undefined && value !== null && value !== '')
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  agreementUrl?: string | null;

  /** Who answers for the department when dates are asked. */
  @ApiPropertyOptional({ type: ContactBody, nullable: true })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => ContactBody)
  contact?: ContactBody | null;
}

export class DepartmentBody extends DepartmentFieldsBody {
  @ApiProperty()
  @Line(1, 120)
  name!: string;
}

export class DepartmentChangeBody extends DepartmentFieldsBody {
  @ApiPropertyOptional()
  @Given()
  @Line(1, 120)
  name?: string;

  /** False takes it out of the archive. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  archived?: boolean;
}
