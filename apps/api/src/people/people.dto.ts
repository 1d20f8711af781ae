import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Language, type Role } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

export class PeopleQuery extends PageQuery {
  @Given()
  @Line(0, 100)
  q?: string;

  /** Only who holds this role now. */
  @Given()
  @IsIn(ROLES)
  role?: Role;
}

export class GrantRoleDto {
  @IsIn(ROLES)
  role!: Role;

  /** The practice or group the role is held over. */
  @Given()
  @IsUUID()
  scopeId?: string;

  @Given()
  @Line(0, 80)
  jobTitle?: string;

  @Given()
  @IsString()
  @Matches(/^[0-9]{11}$/)
  bigNumber?: string;
}

export class CreatePersonDto extends GrantRoleDto {
  @Line(1, 120)
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Given()
  @IsIn(['nl', 'en'])
  language?: Language;
}

export class ChangePersonDto {
  @Given()
  @Line(1, 120)
  name?: string;

  @Given()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  @Given()
  @IsIn(['nl', 'en'])
  language?: Language;
}

export class NewPersonDto {
  @Line(1, 120)
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** Somebody the region knows, or a name and an address: one of the two. */
export class HandOverDto {
  @Given()
  @IsUUID()
  toPersonId?: string;

  @Given()
  @ValidateNested()
  @Type(() => NewPersonDto)
  to?: NewPersonDto;

  /** Every place where the person holds this role, and not only this one. */
  @Given()
  @IsBoolean()
  all?: boolean;
}
