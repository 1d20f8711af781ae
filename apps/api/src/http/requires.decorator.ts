import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#libs/contracts';

export const REQUIRES = 'requires';

/** The permission of a route (architecture §1.7). A route without one is refused, and a test walks all routes. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIRES, permission);
