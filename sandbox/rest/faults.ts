import type { RestFault, RestFaultView } from '../control-api.ts';

interface Armed {
  readonly id: number;
  readonly fault: RestFault;
  readonly chance: () => number;
  hits: number;
}

/** Repeatable chance from 0 to 1 (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Faults that requests of the bot run into. */
export class FaultDesk {
  #armed: readonly Armed[] = [];
  #lastId = 0;

  arm(fault: RestFault): RestFaultView {
    this.#lastId += 1;
    const armed = { id: this.#lastId, fault, chance: seededChance(fault.seed ?? 1), hits: 0 };
    this.#armed = [...this.#armed, armed];
    return view(armed);
  }

  disarm(): void {
    this.#armed = [];
  }

  views(): readonly RestFaultView[] {
    return this.#armed.map(view);
  }

  /** The fault this request runs into, if any. */
  hit(method: string, path: string): RestFault | null {
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.route !== undefined && !routeFits(fault.route, path)) continue;
      if (armed.chance() >= (fault.probability ?? 1)) continue;
      armed.hits += 1;
      if (fault.count !== undefined && armed.hits >= fault.count)
        this.#armed = this.#armed.filter((entry) => entry !== armed);
      return fault;
    }
    return null;
  }
}

const view = ({ id, fault, hits }: Armed): RestFaultView => ({ ...fault, id, hits });

/** `*` is one segment, `**` everything from here on. */
export function routeFits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const segments = path.split('/');
  for (const [index, part] of wanted.entries()) {
    if (part === '**') return true;
    const segment = segments[index];
    if (segment === undefined || (part !== '*' && part !== segment)) return false;
  }
  return wanted.length === segments.length;
}
