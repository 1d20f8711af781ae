/** Flows smaller than this are rounding. */
const TINY = 1e-9;

/** A network of arcs with flows between bounds; nodes keep what comes in equal to what goes out (a circulation). */
export class FlowNetwork {
  readonly tail: number[] = [];
  readonly head: number[] = [];
  private starts: Int32Array | null = null;
  private links = new Int32Array(0);
  private readonly came: Int32Array;
  private readonly queue: Int32Array;

  constructor(readonly nodes: number) {
    this.came = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
  }

  /** Adds an arc and returns its index. */
  arc(tail: number, head: number): number {
    this.starts = null;
    this.tail.push(tail);
    return this.head.push(head) - 1;
  }

  /** Per node the arcs that touch it: 2 * arc where it leaves, 2 * arc + 1 where it comes in. */
  private touch(): Int32Array {
    if (this.starts) return this.starts;
    const starts = new Int32Array(this.nodes + 1);
    const count = this.tail.length;
    for (let arc = 0; arc < count; arc++) {
      starts[this.tail[arc]! + 1]! += 1;
      starts[this.head[arc]! + 1]! += 1;
    }
    for (let node = 0; node < this.nodes; node++) starts[node + 1]! += starts[node]!;
    const next = starts.slice();
    this.links = new Int32Array(2 * count);
    for (let arc = 0; arc < count; arc++) {
      this.links[next[this.tail[arc]!]!++] = 2 * arc;
      this.links[next[this.head[arc]!]!++] = 2 * arc + 1;
    }
    this.starts = starts;
    return starts;
  }

  /** The links at a node: 2 * arc where the arc leaves it, 2 * arc + 1 where it comes in. */
  linksAt(node: number): Int32Array {
    const starts = this.touch();
    return this.links.subarray(starts[node]!, starts[node + 1]!);
  }

  /**
   * Breadth first over what can still move. `came` gets the link by which each node was reached (-1 not reached, -2 the
   * source); returns the first node for which `goal` is true, or -1.
   */
  private search(
    source: number,
    goal: (node: number) => boolean,
    flow: Float64Array,
    lo: Float64Array,
    hi: Float64Array,
    without: number,
  ): number {
    const starts = this.touch();
    const { came, queue, links } = this;
    came.fill(-1);
    came[source] = -2;
    queue[0] = source;
    let size = 1;
    for (let at = 0; at < size; at++) {
      const node = queue[at]!;
      for (let place = starts[node]!; place < starts[node + 1]!; place++) {
        const link = links[place]!;
        const arc = link >> 1;
        if (arc === without) continue;
        const forward = (link & 1) === 0;
        const next = forward ? this.head[arc]! : this.tail[arc]!;
        if (came[next] !== -1) continue;
        const room = forward ? hi[arc]! - flow[arc]! : flow[arc]! - lo[arc]!;
        if (room <= TINY) continue;
        came[next] = link;
        if (goal(next)) return next;
        queue[size++] = next;
      }
    }
    return -1;
  }

  /** Moves up to `limit` along the path that the last search found; returns how much (Infinity: nothing bounds it). */
  private shift(
    target: number,
    limit: number,
    flow: Float64Array,
    lo: Float64Array,
    hi: Float64Array,
  ): number {
    let room = limit;
    for (let node = target; this.came[node]! >= 0;) {
      const link = this.came[node]!;
      const arc = link >> 1;
      const forward = (link & 1) === 0;
      room = Math.min(room, forward ? hi[arc]! - flow[arc]! : flow[arc]! - lo[arc]!);
      node = forward ? this.tail[arc]! : this.head[arc]!;
    }
    if (!Number.isFinite(room)) return Infinity;
    for (let node = target; this.came[node]! >= 0;) {
      const link = this.came[node]!;
      const arc = link >> 1;
      const forward = (link & 1) === 0;
      flow[arc]! += forward ? room : -room;
      node = forward ? this.tail[arc]! : this.head[arc]!;
    }
    return room;
  }

  /**
   * Sends as much as possible, and no more than `limit`, from one node to another, without the arc `without`. `flow` is
   * changed in place. Returns the amount; Infinity when there is no bound (and then `flow` is any state on the way).
   */
  send(
    source: number,
    target: number,
    limit: number,
    flow: Float64Array,
    lo: Float64Array,
    hi: Float64Array,
    without = -1,
  ): number {
    if (source === target) return limit;
    let sent = 0;
    while (limit - sent > TINY) {
      if (this.search(source, (node) => node === target, flow, lo, hi, without) < 0) break;
      const moved = this.shift(target, limit - sent, flow, lo, hi);
      if (moved === Infinity) return Infinity;
      sent += moved;
    }
    return sent;
  }

  /** After a `send` that fell short of its limit: 1 for every node that the source still reaches (a minimum cut). */
  reached(node: number): boolean {
    return this.came[node] !== -1;
  }

  /** A circulation within the bounds, or null when there is none. */
  circulation(lo: Float64Array, hi: Float64Array): Float64Array | null {
    const flow = Float64Array.from(lo, (low, arc) => (low > 0 ? low : hi[arc]! < 0 ? hi[arc]! : 0));
    const excess = new Float64Array(this.nodes);
    flow.forEach((amount, arc) => {
      excess[this.tail[arc]!]! -= amount;
      excess[this.head[arc]!]! += amount;
    });
    for (let node = 0; node < this.nodes; node++) {
      while (excess[node]! > TINY) {
        const target = this.search(node, (other) => excess[other]! < -TINY, flow, lo, hi, -1);
        if (target < 0) return null;
        const moved = this.shift(target, Math.min(excess[node]!, -excess[target]!), flow, lo, hi);
        excess[node]! -= moved;
        excess[target]! += moved;
      }
    }
    return flow;
  }
}
