import { Controller, Get } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { HomeAdapter } from './home.adapter.js';

@Controller('api/home')
export class HomeController {
  constructor(private readonly home: HomeAdapter) {}

  /** What asks for attention, what comes up and what changed, for this reader. */
  @Get()
  @Requires('signed-in')
  @Returns('HomeView')
  get(@By() actor: Actor): Promise<HomeView> {
    return this.home.get(actor);
  }
}
