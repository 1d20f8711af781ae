import { useEffect, useState } from 'react';

/** The server's time, renewed four times a second: no second is skipped, and every screen shows the same one. */
export function useServerNow(offset: number, everyMs = 250): number {
  const [now, setNow] = useState(() => Date.now() + offset);
  useEffect(() => {
    const renew = () => setNow(Date.now() + offset);
    renew();
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [offset, everyMs]);
  return now;
}
