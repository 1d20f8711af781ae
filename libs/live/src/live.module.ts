import { Global, Module } from '@nestjs/common';
import { LivePresence } from './presence/live-presence.service.js';
import { LiveRooms } from './rooms/live-rooms.service.js';

/** Rooms with a clock, presence and versions: one engine for meetings and dialogue sessions (architecture §7). */
@Global()
@Module({ providers: [LiveRooms, LivePresence], exports: [LiveRooms, LivePresence] })
export class LiveModule {}
