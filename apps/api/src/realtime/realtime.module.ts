import { Global, Module } from '@nestjs/common';
import { RoomAccess } from './room-access.js';
import { RoomsGateway } from './rooms.gateway.js';

@Global()
@Module({ providers: [RoomAccess, RoomsGateway], exports: [RoomAccess] })
export class RealtimeModule {}
