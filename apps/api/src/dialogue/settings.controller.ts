import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { DialogueSettingsView } from '#libs/contracts';
import { DialogueSettings } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { DialogueSettingsBody } from './settings.dto.js';

/** How the region holds its dialogue sessions. */
@Controller('api/dialogue-settings')
@Requires('dialogue.manage')
export class DialogueSettingsController {
  constructor(private readonly settings: DialogueSettings) {}

  @Get()
  @Returns('DialogueSettingsView')
  get(@By() actor: Actor): Promise<DialogueSettingsView> {
    return this.settings.get(actor);
  }

  @Patch()
  @Returns('DialogueSettingsView')
  change(
    @By() actor: Actor,
    @IfMatch() version: number | undefined,
    @Body() body: DialogueSettingsBody,
  ): Promise<DialogueSettingsView> {
    return this.settings.change(actor, body, version);
  }
}
