import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { AGREEMENT_POINTS, PACK_CHECKS, type PackCheck } from '#libs/contracts';

const NOTE_LENGTH = 5000;

export class AgreementBody {
  /** The whole text, a point each. */
  @ApiProperty({ type: [String], minItems: 1, maxItems: AGREEMENT_POINTS.most })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AGREEMENT_POINTS.most)
  @IsString({ each: true })
  @MaxLength(AGREEMENT_POINTS.longest, { each: true })
  points!: string[];

  /** The writer has read the warnings about the text. */
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;
}

export class AcceptanceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;

  /** What was on the screen: nobody accepts what they did not read. */
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  version!: number;

  /** False takes it back. */
  @ApiProperty()
  @IsBoolean()
  accepted!: boolean;
}

export class PackNoteBody {
  @ApiProperty({ maxLength: NOTE_LENGTH })
  @IsString()
  @MaxLength(NOTE_LENGTH)
  text!: string;

  /** Lines of the checklist that are done. */
  @ApiProperty({ enum: PACK_CHECKS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(PACK_CHECKS, { each: true })
  ticked!: PackCheck[];

  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;

  /** The one last seen; 0 where nothing was saved yet. */
  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  version!: number;
}

export class PackCaseBody {
  /** A practice of the meeting; null: nobody yet. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((_body: unknown, value: unknown) => value !== null)
  @IsUUID()
  practiceId!: string | null;
}

/** Which script is printed; none when left out. */
export class PackPdfQuery {
  @ApiProperty({ required: false, maxLength: 60 })
  @ValidateIf((_body: unknown, value: unknown) => value !== undefined)
  @IsString()
  @MaxLength(60)
  method?: string;
}
