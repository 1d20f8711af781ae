import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { ANSWER, DepartmentPartBody, TimingBody } from './answer.dto.js';

/** Only what changed: what is left out stays. */
export class SpecialistAnswerBody extends TimingBody {
  @ApiPropertyOptional({ maxLength: ANSWER })
  @Given()
  @IsString()
  @MaxLength(ANSWER)
  note?: string;

  /** The writer has read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

/** Only what changed: what is left out stays. */
export class OwnPartBody extends DepartmentPartBody {
  /** What it misses may become a proposal for a regional agreement (LOOP-04). */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  offersAgreement?: boolean;

  /** The tips may be shown with the catalogue (BES-04). */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  offersTips?: boolean;

  /** The writer has read what the guard warned of. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  confirmed?: boolean;
}

export class SessionFileBody {
  @ApiPropertyOptional({ enum: ['slides', 'attachment'] })
  @Given()
  @IsIn(['slides', 'attachment'])
  kind?: 'slides' | 'attachment';

  /** Goes along with the handout. */
  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  inHandout?: boolean;

  /** Brings back what was taken away. */
  @ApiPropertyOptional({ enum: [false] })
  @Given()
  @IsIn([false])
  archived?: false;
}

export class SessionFileQuery {
  /** `yes`: the writer has read what the guard warned of in the name. */
  @ApiPropertyOptional({ enum: ['yes'] })
  @Given()
  @IsIn(['yes'])
  confirmed?: 'yes';
}

/** The body of an upload, for the document alone: the file itself is read from the stream. */
export class SessionFileUpload {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}
