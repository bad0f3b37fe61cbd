import type { EmittedDm, OracleView, ReceivedPost } from '../control-api.ts';

/** What really happened on the wire, for tests to compare with what the bot believes. */
export class Oracle {
  #dms: EmittedDm[] = [];
  #posts: ReceivedPost[] = [];
  readonly #writers = new Set<string>();
  readonly #statuses = new Map<string, number>();
  #identifies = 0;
  #resumes = 0;
  #attachmentFetches = 0;

  dmEmitted(dm: Omit<EmittedDm, 'firstContact'>): void {
    this.#dms.push({ ...dm, firstContact: !this.#writers.has(dm.userId) });
    this.#writers.add(dm.userId);
  }

  postReceived(post: ReceivedPost): void {
    this.#posts.push(post);
  }

  identified(): void {
    this.#identifies += 1;
  }

  resumed(): void {
    this.#resumes += 1;
  }

  attachmentFetched(): void {
    this.#attachmentFetches += 1;
  }

  answered(status: string): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  /** Start afresh; who has written before is not forgotten. */
  forget(): void {
    this.#dms = [];
    this.#posts = [];
    this.#identifies = 0;
    this.#resumes = 0;
    this.#attachmentFetches = 0;
    this.#statuses.clear();
  }

  get identifies(): number {
    return this.#identifies;
  }

  view(): OracleView {
    return {
      dms: this.#dms,
      posts: this.#posts,
      identifies: this.#identifies,
      resumes: this.#resumes,
      attachmentFetches: this.#attachmentFetches,
      restStatuses: Object.fromEntries(this.#statuses),
    };
  }
}
