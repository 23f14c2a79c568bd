/*
 * Plain values of JSON as bytes. What they are made of (names, numbers) is listed once as a part; a value is a row of
 * whole numbers, seven bits to a byte and the lowest first. Of such a number the last two bits say what the rest is.
 */

const kinds = {
  /** the number of a part */
  part: 0,
  /** how many entries follow */
  list: 1,
  /** how many members follow, each as its name and its value */
  members: 2,
  /** the number of a part that a list holds alone: so rankings say who stands at a place */
  alone: 3,
} as const;

/** Values in one growing row of bytes: a ranking of twenty options takes some twenty of them. */
export class PackedValues {
  readonly #parts: unknown[] = [];
  readonly #numbers = new Map<unknown, number>();
  /** by part: the list that holds it alone, made once */
  readonly #alone: (readonly unknown[])[] = [];
  bytes = new Uint8Array(1 << 16);
  /** where the next value begins; set back, it forgets what was written last */
  end = 0;
  #at = 0;

  write(value: unknown): void {
    if (Array.isArray(value)) this.#writeList(value);
    else if (typeof value === "object" && value !== null) {
      const members = Object.entries(value);
      this.#put(kinds.members, members.length);
      for (const [name, member] of members) {
        this.write(name);
        this.write(member);
      }
    } else this.#put(kinds.part, this.#numberOf(value));
  }

  /** The value that begins there; equal lists of one part are the same object, and nobody may change them. */
  read(start: number): unknown {
    this.#at = start;
    return this.#next();
  }

  #writeList(list: readonly unknown[]): void {
    const [only] = list;
    if (list.length === 1 && (typeof only !== "object" || only === null)) {
      this.#put(kinds.alone, this.#numberOf(only));
      return;
    }
    this.#put(kinds.list, list.length);
    for (const one of list) this.write(one);
  }

  #numberOf(part: unknown): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    const number = this.#parts.length;
    this.#parts.push(part);
    this.#alone.push([part]);
    this.#numbers.set(part, number);
    return number;
  }

  #put(kind: number, number: number): void {
    // No number takes more bytes than this.
    const most = 5;
    if (this.end + most > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let rest = number * 4 + kind;
    for (; rest >= 128; rest >>>= 7) {
      this.bytes[this.end] = (rest & 127) | 128;
      this.end += 1;
    }
    this.bytes[this.end] = rest;
    this.end += 1;
  }

  #take(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.#at] ?? 0;
      this.#at += 1;
      number |= (byte & 127) << shift;
      if (byte < 128) return number >>> 0;
    }
  }

  #next(): unknown {
    const number = this.#take();
    const rest = number >>> 2;
    switch (number & 3) {
      case kinds.part:
        return this.#parts[rest];
      case kinds.alone:
        return this.#alone[rest];
      case kinds.list: {
        const list: unknown[] = [];
        for (let left = rest; left > 0; left -= 1) list.push(this.#next());
        return list;
      }
      default: {
        const members: [string, unknown][] = [];
        for (let left = rest; left > 0; left -= 1)
          members.push([String(this.#next()), this.#next()]);
        // Not by assignment, to which a member called __proto__ would be no member.
        return Object.fromEntries(members);
      }
    }
  }
}
