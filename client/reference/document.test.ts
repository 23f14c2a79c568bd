import { expect, it } from "vitest";
import { filled, operationsOf } from "./document.ts";

const document = {
  paths: {
    "/api/things/{id}": {
      get: {
        operationId: "readThing",
        summary: "One thing",
        tags: ["things"],
        "x-access": "member",
        parameters: [{ name: "id", in: "path", required: true }],
        responses: {
          "200": {
            headers: { ETag: { description: "The version of what comes" } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      A: { type: "object", properties: { next: { $ref: "#/components/schemas/A" } } },
    },
  },
};

it("lists operations with who may call them", () => {
  expect(operationsOf(document)).toMatchObject([
    { id: "readThing", method: "GET", path: "/api/things/{id}", access: "member", group: "things" },
  ]);
  expect(operationsOf(document)[0]?.replyHeaders).toEqual([
    { name: "ETag", description: "The version of what comes" },
  ]);
});

it("fills in named parts, and stops at those that contain themselves", () => {
  const { A } = document.components.schemas;
  expect(filled({ $ref: "#/components/schemas/A" }, { A }, 2)).toEqual({
    type: "object",
    properties: { next: { type: "object", properties: { next: { $ref: "A" } } } },
  });
});
