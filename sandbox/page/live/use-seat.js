import { useEffect, useState } from 'preact/hooks';

/** @import { Seat } from './seat.js' */

/**
 * The seat's state, followed.
 * @param {Seat} seat
 */
export function useSeat(seat) {
  const [, setTick] = useState(0);
  useEffect(() => {
    const again = () => setTick((tick) => tick + 1);
    // The seat may have changed between drawing and watching.
    again();
    return seat.watch(again);
  }, [seat]);
  return seat.state;
}
