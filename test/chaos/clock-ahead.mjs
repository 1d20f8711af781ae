// Preloaded into a process under test: its clock runs ahead by as many milliseconds as the file CLOCK_AHEAD says right now,
// as a machine's clock does when it is set. Timers go on as before, as they do then.
import { readFileSync } from 'node:fs';

const Real = Date;
const file = process.env.CLOCK_AHEAD;
let ahead = 0;
function look() {
  try {
    ahead = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // being written just now
  }
}
look();
setInterval(look, 20).unref();

globalThis.Date = class Date extends Real {
  constructor(...values) {
    if (values.length === 0) super(Real.now() + ahead);
    else super(...values);
  }
  static now() {
    return Real.now() + ahead;
  }
};
