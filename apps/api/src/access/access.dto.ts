import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { HolidayRegion, Language } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

const LANGUAGES = ['nl', 'en'];
const HOLIDAY_REGIONS = ['noord', 'midden', 'zuid'];

/** Digits as people type them over: spaces between are taken out. */
const DigitsOnly = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\s/g, '') : value,
  );

export class SignInDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class SignInCodeDto extends SignInDto {
  @DigitsOnly()
  @IsString()
  @Matches(/^[0-9]{6}$/)
  code!: string;
}

export class UseLinkDto {
  @Given()
  @DigitsOnly()
  @IsString()
  @Matches(/^[0-9]{6}$/)
  code?: string;
}

export class DemoSignInDto {
  @IsUUID()
  id!: string;
}

export class ChangeMeDto {
  @Given()
  @IsIn(LANGUAGES)
  language?: Language;

  @Given()
  @Line(1, 120)
  name?: string;
}

export class SwitchRegionDto {
  @IsUUID()
  regionId!: string;
}

export class ChangeRegionDto {
  @Given()
  @Line(2, 120)
  name?: string;

  @Given()
  @IsIn(HOLIDAY_REGIONS)
  holidayRegion?: HolidayRegion;

  /** null takes the address away. */
  @ApiProperty({ type: String, format: 'email', maxLength: 254, nullable: true, required: false })
  @ValidateIf((values: ChangeRegionDto) => values.replyTo !== undefined && values.replyTo !== null)
  @IsEmail()
  @MaxLength(254)
  replyTo?: string | null;

  /** Local time at which evaluations go out, `09:00`. */
  @Given()
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
  evaluationTime?: string;
}

export class SetupRegionDto {
  @Line(2, 120)
  name!: string;

  @Given()
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  slug?: string;

  @IsIn(HOLIDAY_REGIONS)
  holidayRegion!: HolidayRegion;
}

export class SetupCoordinatorDto {
  @Line(1, 120)
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class SetupDto {
  @Line(1, 40)
  code!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => SetupRegionDto)
  region!: SetupRegionDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => SetupCoordinatorDto)
  coordinator!: SetupCoordinatorDto;

  @IsIn(LANGUAGES)
  language!: Language;
}

export class MailTestDto {
  @Line(1, 40)
  code!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Given()
  @IsIn(LANGUAGES)
  language?: Language;
}
