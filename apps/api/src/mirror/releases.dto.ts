import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { Given } from '../http/given.decorator.js';
import { Line } from '../http/line.decorator.js';

export class ReleaseReasonBody {
  @ApiProperty({ maxLength: 500 })
  @Line(1, 500)
  why!: string;
}

export class FunnelQuery {
  @ApiProperty({ description: 'Code of the measure.' })
  @IsString()
  @MaxLength(30)
  measure!: string;

  @ApiProperty({ description: 'Code of the item; `*` for all together.' })
  @IsString()
  @MaxLength(100)
  item!: string;

  @ApiPropertyOptional({ description: 'First day of the twelve months; the newest without it.' })
  @Given()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-01$/)
  from?: string;

  @ApiPropertyOptional({ description: 'Allow for more spread than chance; true without it.' })
  @Given()
  @IsIn(['true', 'false'])
  overdispersion?: 'true' | 'false';
}

export class FunnelExportQuery extends FunnelQuery {
  @ApiProperty({ enum: ['xlsx', 'csv'] })
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';
}
