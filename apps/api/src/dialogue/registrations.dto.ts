import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { AttendeeKind } from '#libs/contracts';
import { Given } from '../http/given.decorator.js';

const KINDS: AttendeeKind[] = ['gp', 'locum', 'trainee', 'other'];

export class ColleagueBody {
  @ApiProperty({ maxLength: 120 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** Function in the words of the practice. */
  @ApiPropertyOptional({ maxLength: 80 })
  @Given()
  @IsString()
  @MaxLength(80)
  jobTitle?: string;
}

/** One of the practice's people, or a new colleague: one of the two. */
export class RegistrationBody {
  @ApiPropertyOptional({ format: 'uuid' })
  @Given()
  @IsUUID()
  personId?: string;

  @ApiPropertyOptional({ type: ColleagueBody })
  @Given()
  @IsObject()
  @ValidateNested()
  @Type(() => ColleagueBody)
  person?: ColleagueBody;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  attendeeKind!: AttendeeKind;
}

export class ExcuseBody {
  /** Why, in a few words; may be empty. */
  @ApiProperty({ maxLength: 300 })
  @IsString()
  @MaxLength(300)
  reason!: string;

  /** The writer has read what the guard warns of. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}
