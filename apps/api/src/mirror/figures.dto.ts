import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';

export class FigureChoicesQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practice!: string;
}

export class OwnFigureQuery extends FigureChoicesQuery {
  @ApiProperty({ description: 'Code of the measure.' })
  @Matches(/^[A-Z][A-Z0-9-]{0,29}$/)
  measure!: string;

  @ApiProperty({ description: 'Code of the item; `*` for all together.' })
  @IsString()
  @MaxLength(100)
  @Matches(/^[^\p{Cc}]*$/u)
  item!: string;

  @ApiPropertyOptional({ description: 'First day of the twelve months; the newest without it.' })
  @Given()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-01$/)
  from?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Group to stand beside; the newest without it.' })
  @Given()
  @IsUUID()
  group?: string;
}
