/** Decides whether a server that died is started again: not when it has died too often in a short time. */
export class CrashCounter {
  private readonly times: number[] = [];

  /**
   * @param limit How many crashes are too many.
   * @param window The time in which they are counted, in milliseconds.
   */
  constructor(
    readonly limit = 5,
    readonly window = 3 * 60 * 1000,
  ) {}

  /** Counts a crash; false when the server should stay down. */
  mayRestart(now = Date.now()): boolean {
    this.times.push(now);
    while (this.times[0] !== undefined && now - this.times[0] > this.window) {
      this.times.shift();
    }

    return this.times.length < this.limit;
  }

  /** Forgets all crashes, since the user wants another try. */
  reset(): void {
    this.times.length = 0;
  }
}
