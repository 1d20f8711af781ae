import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import { Line } from '../http/line.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';

const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

export class GroupsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  roundId?: string;

  @ApiPropertyOptional({ description: 'only groups of the own practices and those that the reader leads' })
  @IsOptional()
  @Transform(
    ({ value }: { value: unknown }) => value === true || value === '' || value === 'true' || value === '1',
  )
  @IsBoolean()
  mine?: boolean;
}

export class GroupChangeBody {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @ValidateIf((_body, value) => value !== null && value !== undefined)
  @Line(0, 200)
  location?: string | null;

  @ApiPropertyOptional({ description: 'local time, 19:30' })
  @IsOptional()
  @Matches(TIME)
  startTime?: string;

  @ApiPropertyOptional({ description: 'local time, 21:00' })
  @IsOptional()
  @Matches(TIME)
  endTime?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  leaderPracticeId?: string;
}
