import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { RegionController } from './region.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SetupController } from './setup.controller.js';
import { SignInController } from './sign-in.controller.js';
import { TaskLinksController } from './task-links.controller.js';

@Module({
  controllers: [
    SignInController,
    DemoController,
    SessionsController,
    TaskLinksController,
    SetupController,
    RegionController,
  ],
})
export class AccessApiModule {}
