import fc from "fast-check";
import { expect, it } from "vitest";
import { PackedValues } from "./packed-values.ts";

const part = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constantFrom(null, "1", 1, -0.5));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    part,
    fc.array(tie("value")),
    fc.dictionary(fc.string({ minLength: 1 }), tie("value"), { noNullPrototype: true }),
  ),
}));

it("whatever was packed is read again as it was, in any order", () => {
  fc.assert(
    fc.property(fc.array(value), fc.integer(), (values, seed) => {
      const packed = new PackedValues();
      const starts = values.map((one) => {
        const start = packed.end;
        packed.write(one);
        return start;
      });
      const read = starts.map((_, at) => starts.at((at + seed) % starts.length) ?? 0);
      for (const start of read) {
        expect(packed.read(start)).toEqual(values[starts.indexOf(start)]);
      }
    }),
  );
});

it("a member may have any name, even one that objects inherit", () => {
  const packed = new PackedValues();
  packed.write(JSON.parse('{"__proto__":0,"constructor":1}'));
  expect(JSON.stringify(packed.read(0))).toBe('{"__proto__":0,"constructor":1}');
});

it("a ranking takes a byte or two for each option, and a few more", () => {
  const packed = new PackedValues();
  const options = Array.from({ length: 500 }, (_, at) => `option ${at}`);
  packed.write({ method: "schulze", ranking: options.slice(0, 20).map((option) => [option]) });
  expect(packed.end).toBeLessThan(30);
  const start = packed.end;
  packed.write({ method: "schulze", ranking: options.map((option) => [option]) });
  expect(packed.end - start).toBeLessThan(1_010);
});

it("what is taken back leaves no trace, however much follows", () => {
  const packed = new PackedValues();
  packed.write(["kept", "for good"]);
  const { end } = packed;
  packed.write(["taken", "back"]);
  packed.end = end;
  const starts = Array.from({ length: 30_000 }, (_, at) => {
    const start = packed.end;
    packed.write(["one", at]);
    return start;
  });
  expect(packed.read(0)).toEqual(["kept", "for good"]);
  expect(packed.read(starts[29_999] ?? 0)).toEqual(["one", 29_999]);
});
