import { expect, test } from "vitest";
import { bodyOf, draftFrom, draftOf } from "./definition.ts";

const north = { id: "n", name: "North", target: 1_250 };
const south = { id: "s", name: "South", target: 8_750 };
const attributes = [{ id: "r", name: "Region", values: [north, south] }];

test("what is there is sent as it is, shares in per cent and back", () => {
  const draft = draftOf({ attributes });
  expect(draft[0]?.values.map(({ share }) => share)).toEqual(["12.5", "87.5"]);
  expect(bodyOf(draft)).toEqual(attributes);
});

test("a table keeps what is there by the same names, so that what people said stays", () => {
  const table = [
    {
      name: "Region",
      values: [
        { name: "South", target: null },
        { name: "West", target: null },
      ],
    },
  ];
  expect(bodyOf(draftFrom(table, draftOf({ attributes })))).toEqual([
    {
      id: "r",
      name: "Region",
      values: [
        { id: "s", name: "South", target: null },
        { name: "West", target: null },
      ],
    },
  ]);
});

test("shares can be typed with a comma and the sign", () => {
  const [attribute] = draftOf({ attributes });
  if (!attribute) throw new Error("there is one");
  const values = attribute.values.map((value, at) => ({
    ...value,
    share: ["12,5 %", "half"][at] ?? "",
  }));
  expect(bodyOf([{ ...attribute, values }])[0]?.values.map(({ target }) => target)).toEqual([
    1_250,
    NaN,
  ]);
});
