import { useMediaQuery } from '@mantine/hooks';

/** True on a phone (under 48em). For layout prefer CSS; this is for what must not exist twice in the page. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
}
