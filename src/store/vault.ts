/** Where a sealed value belongs. It opens nowhere else: a value moved to another row, column or municipality is refused. */
export interface Binding {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** Empty for what belongs to no municipality. */
  readonly municipalityId: string;
  /** Version of the record, so that an older value of the same row is refused too. */
  readonly version: number;
}

/**
 * The only cryptography a store knows. Data keys are 32 random bytes, stored wrapped by a master key that never touches
 * the store. Throws `StoreFault`: `wrong-key` for an unknown or wrong master key, `corrupt` for altered content,
 * `unknown-version` for a format of a later version.
 */
export interface Vault {
  /** Name of the master key that wraps new data keys. Reveals nothing about it. */
  readonly kid: string;
  /** 32 random bytes. */
  newSecret(): Uint8Array;
  wrap(secret: Uint8Array, binding: Binding): Uint8Array;
  unwrap(wrapped: Uint8Array, binding: Binding): Uint8Array;
  /** Which master key a wrapped key needs. */
  kidOf(wrapped: Uint8Array): string;
  /** AES-256-GCM with a random 96-bit nonce. */
  seal(secret: Uint8Array, plain: Uint8Array, binding: Binding): Uint8Array;
  open(secret: Uint8Array, sealed: Uint8Array, binding: Binding): Uint8Array;
  /** HMAC-SHA-256, 32 bytes. `purpose` separates uses of one secret. */
  mac(secret: Uint8Array, purpose: string, parts: readonly (string | Uint8Array)[]): Uint8Array;
}
