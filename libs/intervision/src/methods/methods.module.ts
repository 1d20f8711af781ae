import { Module } from '@nestjs/common';
import { MethodAdvice } from './method-advice.service.js';
import { MethodsService } from './methods.service.js';

const PARTS = [MethodsService, MethodAdvice];

/** Methods as data: steps with minutes, who speaks, what is hidden (SES-03). */
@Module({ providers: PARTS, exports: PARTS })
export class MethodsModule {}
