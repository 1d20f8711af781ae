import { IsIn, IsOptional } from 'class-validator';
import type { MailState } from '#libs/contracts';
import { PageQuery } from '../http/page-query.dto.js';

export class MailQuery extends PageQuery {
  @IsOptional()
  @IsIn(['planned', 'queued', 'sent', 'failed', 'cancelled'])
  state?: MailState;
}
