import { IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../http/page-query.dto.js';

export class AuditQuery extends PageQuery {
  /** Sequence number that the page before ended with. */
  @IsOptional()
  @Matches(/^[0-9]{1,15}$/)
  declare cursor?: string;

  @IsOptional()
  @IsUUID()
  subjectId?: string;
}
