import { IconCircleDot, IconListCheck, IconStairs, IconTextSize } from '@tabler/icons-react';
import type { ItemKind } from './draft';

export const KIND_ICON = {
  scale: IconStairs,
  one: IconCircleDot,
  more: IconListCheck,
  text: IconTextSize,
} as const satisfies Record<ItemKind, typeof IconStairs>;
