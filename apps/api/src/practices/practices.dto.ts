import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  PRACTICE_SORTS,
  STAFF_ROLES,
  type PracticeInput,
  type StaffInput,
  type StaffRole,
} from '#libs/practices';
import { Given } from '../http/given.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const ARCHIVED: Record<string, boolean | 'all'> = { true: true, false: false, all: 'all' };

/** The filter of the list and of its export. */
export class PracticeFilterQuery {
  /** Part of the name, AGB code, town or district. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  district?: string;

  /** Closed practices only (true), open ones only (false, the default), or both (all). */
  @ApiPropertyOptional({ enum: ['true', 'false', 'all'] })
  @IsOptional()
  @Transform(({ value }) => ARCHIVED[String(value)] ?? value)
  @IsIn([true, false, 'all'])
  archived?: boolean | 'all';

  @ApiPropertyOptional({ enum: PRACTICE_SORTS.flatMap((sort) => [sort, `-${sort}`]) })
  @IsOptional()
  @IsIn(PRACTICE_SORTS.flatMap((sort) => [sort, `-${sort}`]))
  sort?: string;
}

export class PracticePageQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  district?: string;

  @ApiPropertyOptional({ enum: ['true', 'false', 'all'] })
  @IsOptional()
  @Transform(({ value }) => ARCHIVED[String(value)] ?? value)
  @IsIn([true, false, 'all'])
  archived?: boolean | 'all';

  @ApiPropertyOptional({ enum: PRACTICE_SORTS.flatMap((sort) => [sort, `-${sort}`]) })
  @IsOptional()
  @IsIn(PRACTICE_SORTS.flatMap((sort) => [sort, `-${sort}`]))
  sort?: string;
}

/** A text that null or nothing clears; its form is judged by the register's own rules. */
const Text = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: String, nullable: true })(target, key);
  IsOptional()(target, key);
  IsString()(target, key);
  MaxLength(400)(target, key);
};
const Whole = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: 'integer', nullable: true })(target, key);
  IsOptional()(target, key);
  IsInt()(target, key);
};

class PracticeFieldsBody {
  @Text() street?: string | null;
  @Text() postcode?: string | null;
  @Text() town?: string | null;
  @Text() district?: string | null;
  @Text() ftoGroup?: string | null;
  @Text() dtoGroup?: string | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  solo?: boolean;

  @Whole() listSize?: number | null;
  @Text() startQuarter?: string | null;
  @Text() startWave?: string | null;
  @Text() consultant?: string | null;
  @Whole() motivation?: number | null;
}

export class CreatePracticeBody extends PracticeFieldsBody implements PracticeInput {
  @ApiProperty()
  @IsString()
  @MaxLength(40)
  agb!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(400)
  name!: string;
}

export class UpdatePracticeBody extends PracticeFieldsBody implements PracticeInput {
  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(40)
  agb?: string;

  @ApiPropertyOptional()
  @Given()
  @IsString()
  @MaxLength(400)
  name?: string;
}

export class MergeBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  intoId!: string;
}

export class PersonBody {
  @ApiProperty()
  @IsString()
  @MaxLength(400)
  name!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(254)
  email!: string;
}

export class StaffBody extends PersonBody implements StaffInput {
  @ApiProperty({ enum: STAFF_ROLES })
  @IsIn(STAFF_ROLES)
  role!: StaffRole;

  @Text() jobTitle?: string | null;
  @Text() bigNumber?: string | null;
}
