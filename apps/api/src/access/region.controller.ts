import { Body, Controller, Get, Patch } from '@nestjs/common';
import { RegionsService } from '#libs/access';
import type { RegionView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ChangeRegionDto } from './access.dto.js';

@Controller('api/region')
export class RegionController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @Requires('signed-in')
  @Returns('RegionView')
  current(@By() actor: Actor): Promise<RegionView> {
    return this.regions.current(actor);
  }

  @Patch()
  @Requires('region.manage')
  @Returns('RegionView')
  change(
    @By() actor: Actor,
    @Body() values: ChangeRegionDto,
    @IfMatch() version: number | undefined,
  ): Promise<RegionView> {
    return this.regions.change(actor, values, version);
  }
}
