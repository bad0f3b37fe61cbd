import type { Instant } from '../core/time.ts';
import type { AuditHead, AuditVerdict } from './maintenance.ts';
import type { Vault } from './vault.ts';

/** A place in the chain: the row's number and its mac. */
export interface ChainEnd {
  readonly seq: number;
  readonly mac: Uint8Array;
}

export interface AuditRow extends ChainEnd {
  readonly at: Instant;
  readonly body: Uint8Array;
}

/** `base` is the last row that was erased, `head` the newest. Each is stored with a proof, so that neither can be moved without the key. */
export type EndName = 'base' | 'head';

export const chainStart: ChainEnd = { seq: 0, mac: new Uint8Array(32) };

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export const publicHead = ({ seq, mac }: ChainEnd): AuditHead => ({
  sequence: seq,
  mac: Buffer.from(mac).toString('base64url'),
});

/** `h_n = HMAC(k, h_{n-1} ‖ row)`. Source: RELIABILITY §3, audit chain. */
export class AuditChain {
  readonly #vault: Vault;
  readonly #key: Uint8Array;

  constructor(vault: Vault, key: Uint8Array) {
    this.#vault = vault;
    this.#key = key;
  }

  /** The mac of the row after `previous`. */
  next(previous: ChainEnd, at: Instant, body: Uint8Array): Uint8Array {
    return this.#vault.mac(this.#key, 'audit row', [previous.mac, String(previous.seq + 1), String(at), body]);
  }

  proof(name: EndName, end: ChainEnd): Uint8Array {
    return this.#vault.mac(this.#key, 'audit end', [name, String(end.seq), end.mac]);
  }

  /** `undefined` when the stored end is not one that the holder of the key wrote. */
  proven(name: EndName, end: ChainEnd, proof: Uint8Array): ChainEnd | undefined {
    return equal(proof, this.proof(name, end)) ? end : undefined;
  }

  verifier(base: ChainEnd, anchor: AuditHead | undefined): ChainVerifier {
    return new ChainVerifier(this, base, anchor);
  }
}

/** Walks the chain row by row from `base`. */
export class ChainVerifier {
  readonly #chain: AuditChain;
  readonly #base: ChainEnd;
  readonly #anchor: AuditHead | undefined;
  #last: ChainEnd;
  #hasMetAnchor: boolean;

  constructor(chain: AuditChain, base: ChainEnd, anchor: AuditHead | undefined) {
    this.#chain = chain;
    this.#base = base;
    this.#anchor = anchor;
    this.#last = base;
    // An anchor older than what is kept proves nothing any more, and is no fault.
    this.#hasMetAnchor = anchor === undefined || anchor.sequence < base.seq || this.#isAnchor(base);
  }

  /** The last row that followed from the one before it. */
  get last(): ChainEnd {
    return this.#last;
  }

  /** Whether the row follows. */
  take(row: AuditRow): boolean {
    const follows = row.seq === this.#last.seq + 1 && equal(row.mac, this.#chain.next(this.#last, row.at, row.body));
    if (follows) {
      this.#last = { seq: row.seq, mac: row.mac };
      this.#hasMetAnchor ||= this.#isAnchor(row);
    }
    return follows;
  }

  broken(): AuditVerdict {
    return { kind: 'broken', sequence: this.#last.seq + 1 };
  }

  /** When every row was taken. */
  finish(head: ChainEnd): AuditVerdict {
    if (this.#last.seq !== head.seq || !equal(this.#last.mac, head.mac)) return this.broken();
    return this.#hasMetAnchor
      ? { kind: 'intact', rows: head.seq - this.#base.seq, head: publicHead(head) }
      : { kind: 'rolled-back', head: publicHead(head) };
  }

  #isAnchor({ seq, mac }: ChainEnd): boolean {
    return this.#anchor?.sequence === seq && publicHead({ seq, mac }).mac === this.#anchor.mac;
  }
}
