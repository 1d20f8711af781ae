import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FunnelView, Page, ReleaseView } from '#libs/contracts';
import { FigureExports, RegionFiguresService, ReleasesService, type FunnelAsk } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { FunnelExportQuery, FunnelQuery, ReleaseReasonBody } from './releases.dto.js';

const asked = ({ measure, item, from, overdispersion }: FunnelQuery): FunnelAsk => ({
  measure,
  item,
  from,
  overdispersion: overdispersion !== 'false',
});

/** What passed the gate, and the view over the region that it allows. */
@Controller('api')
@Requires('figures.manage')
export class ReleasesController {
  constructor(
    private readonly releases: ReleasesService,
    private readonly region: RegionFiguresService,
    private readonly exports: FigureExports,
  ) {}

  @Get('releases')
  @Returns('ReleaseView', { page: true })
  list(@By() actor: Actor, @Query() query: PageQuery): Promise<Page<ReleaseView>> {
    return this.releases.list(actor, query);
  }

  @Post('releases/:id/withdraw')
  @HttpCode(200)
  @Returns('ReleaseView')
  withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { why }: ReleaseReasonBody,
    @IfMatch() version: number | undefined,
  ): Promise<ReleaseView> {
    return this.releases.withdraw(actor, id, why, version);
  }

  @Get('figures/funnel')
  @Returns('FunnelView')
  funnel(@By() actor: Actor, @Query() query: FunnelQuery): Promise<FunnelView> {
    return this.region.funnel(actor, asked(query));
  }

  @Get('figures/funnel/export')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async funnelFile(@By() actor: Actor, @Query() query: FunnelExportQuery): Promise<StreamableFile> {
    return download(await this.exports.funnel(actor, asked(query), query.format));
  }
}
