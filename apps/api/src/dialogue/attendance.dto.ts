import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsUUID } from 'class-validator';
import { Given } from '../http/given.decorator.js';

/** What the organiser says: there from when until when, not there, or as it was measured. */
export class AttendanceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId!: string;

  @ApiProperty({ enum: ['present', 'absent', 'measured'] })
  @IsIn(['present', 'absent', 'measured'])
  says!: 'present' | 'absent' | 'measured';

  /** With `present`. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  joinedAt?: string;

  /** With `present`. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Given()
  @IsISO8601({ strict: true })
  leftAt?: string;
}
