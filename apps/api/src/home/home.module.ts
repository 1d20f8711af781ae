import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { HomeController } from './home.controller.js';
import { HomeAdapter } from './home.adapter.js';

@Module({ imports: [IntervisionModule], controllers: [HomeController], providers: [HomeAdapter] })
export class HomeApiModule {}
