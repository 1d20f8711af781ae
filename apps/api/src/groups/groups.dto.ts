import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../http/page-query.dto.js';

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
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  leaderPracticeId?: string;
}
