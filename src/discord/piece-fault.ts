/** A piece that does not load would leave a button without an answer: the bot does not start without every one. */
export class PieceFault extends Error {
  constructor(pieces: readonly string[]) {
    super(`pieces that did not load: ${pieces.join(', ')}`);
    this.name = 'PieceFault';
  }
}
