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
