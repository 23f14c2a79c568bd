/** Bytes of an id. */
export const idBytes = 16;
/** The byte of no group. */
const none = 255;

/** Ids of people, sixteen bytes each. */
export const packPeople = (ids: readonly string[]): Buffer =>
  Buffer.from(ids.map((id) => id.replaceAll("-", "")).join(""), "hex");

export function unpackPeople(packed: Buffer): string[] {
  const hex = packed.toString("hex");
  return Array.from({ length: hex.length / 32 }, (_, at) => {
    const id = hex.slice(32 * at, 32 * (at + 1));
    const [a, b, c] = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16)];
    return `${a}-${b}-${c}-${id.slice(16, 20)}-${id.slice(20)}`;
  });
}

/** Who is in which group, as it is stored: to unpack a hundred thousand people takes longer than others can wait. */
export class PackedGroups {
  static readonly nobody = new PackedGroups(Buffer.alloc(0), Buffer.alloc(0));

  constructor(
    /** packed, in the order of their ids */
    readonly people: Buffer,
    /** the number of each one's group, a byte each; 255 for none */
    readonly groups: Buffer,
  ) {}

  /** The number of somebody's group. */
  get(id: string): number | undefined {
    const wanted = packPeople([id]);
    let [low, high] = [0, this.groups.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle * idBytes;
      const order = this.people.compare(wanted, 0, idBytes, start, start + idBytes);
      if (order === 0) return this.#groupAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  #groupAt(place: number): number | undefined {
    const number = this.groups[place];
    return number === none ? undefined : number;
  }
}
