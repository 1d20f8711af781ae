import { Global, Module } from '@nestjs/common';
import { LiveSweeps } from './live.sweeps.js';
import { LivePresence } from './presence/live-presence.service.js';
import { LiveRelay } from './rooms/live-relay.service.js';
import { LiveRooms } from './rooms/live-rooms.service.js';

const PARTS = [LiveRooms, LiveRelay, LivePresence, LiveSweeps];

/** Rooms with a clock, presence and versions: one engine for meetings and dialogue sessions (architecture §7). */
@Global()
@Module({ providers: PARTS, exports: PARTS })
export class LiveModule {}
