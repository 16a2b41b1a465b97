/**
 * A session's recorded costs. One that was restored knows none of before: its history begins with a record of where it then stood.
 * Here what was kept of the past goes before it.
 */
import type { Session } from "../../../bindings/backprop";
import { recordLength } from "../protocol";

export class Records {
  private past = new Float64Array();
  /** The restored session's own first record, in whose place the past stands. */
  private first = new Float64Array();

  constructor(private readonly session: Session) {}

  /** The session has just been restored; these are the records that it had when it was saved. */
  goOnFrom(past: Float64Array): void {
    this.past = new Float64Array(past);
    this.first = this.session.history(0).slice(0, recordLength);
  }

  /** Records from number `from` on. */
  from(from: number): Float64Array {
    const before = this.past.length / recordLength;
    if (from >= before) return this.session.history(from - before + (before > 0 ? 1 : 0));
    const since = this.session.history(1);
    const records = new Float64Array(this.past.length - from * recordLength + since.length);
    records.set(this.past.subarray(from * recordLength));
    records.set(since, this.past.length - from * recordLength);
    return records;
  }

  /** The run may have begun anew, or its costs been recorded anew: then its past is over. */
  check(): void {
    if (!this.isSame(this.session.history(0))) this.past = new Float64Array();
  }

  /** The network was changed by hand: where a restored one still stands at the end of an epoch, that epoch's record is another now. */
  changedByHand(): void {
    const now = this.session.history(0).slice(0, recordLength);
    if (this.past.length === 0 || this.isSame(now)) return;
    this.first = now;
    const last = this.past.length - recordLength;
    if (this.past[last] === now[0]) this.past.set(now, last);
  }

  /** Whether these records begin with the restored session's first one. */
  private isSame(records: Float64Array): boolean {
    return this.first.every((value, i) => Object.is(value, records[i]));
  }
}
