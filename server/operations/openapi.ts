import { z } from "zod";
import { endpoints } from "#shared/contract/index.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Problem } from "#shared/contract/problem.ts";
import { givesVersion, takesVersion } from "../platform/versions.ts";

type Json = Record<string, unknown>;

/** Routes that are no operations of the API, and so have no contract. */
export const plainRoutes = {
  "/api/openapi.json": "This document",
  "/healthz": "Whether the process runs, and every public ledger is as it was signed",
  "/readyz": "Whether the process can serve: its database answers and events are being told",
  "/metrics": "Figures for Prometheus; for this machine, or with METRICS_TOKEN as bearer",
} as const;

/** The API as an OpenAPI 3.1 document, made from the same contracts that serve it. */
export function openApiDocument(): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    const methods = paths[path] ?? {};
    methods[endpoint.method.toLowerCase()] = operation(endpoint, schemas);
    paths[path] = methods;
  }
  for (const [path, summary] of Object.entries(plainRoutes)) {
    const responses = { "200": { description: summary } };
    paths[path] = { get: { summary, "x-access": "public", responses } };
  }
  hoist(Problem, "output", schemas);
  return {
    openapi: "3.1.0",
    info: {
      title: "Folkmoot",
      version: "1",
      description:
        "Communities argue in the open, decide fairly, and can prove it. `x-access` says who may call an operation: " +
        "public (below a community: whoever may see it), self (anybody signed in), member, moderator, owner, operator.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "folkmoot" } },
    },
  };
}

function operation(endpoint: Endpoint, schemas: Json): Json {
  const { name, summary, access, path } = endpoint;
  return {
    operationId: name,
    summary,
    tags: [tagOf(path)],
    "x-access": access,
    ...(access === "public" ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parameters(hoist(endpoint.params, "input", schemas), "path"),
      ...parameters(hoist(endpoint.query, "input", schemas), "query"),
      ...keyParameter(endpoint),
      ...versionParameter(endpoint),
    ],
    ...requestBody(endpoint, schemas),
    responses: responsesOf(endpoint, schemas),
  };
}

function requestBody({ body, upload }: Endpoint, schemas: Json): Json {
  if (upload) {
    const files = {
      type: "array",
      description: upload.files,
      items: { type: "string", contentMediaType: "application/octet-stream" },
    };
    const fields = jsonSchema(upload.fields, "input") as { properties?: Json };
    const schema = { ...fields, properties: { ...fields.properties, files } };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (body instanceof z.ZodUndefined) return {};
  const schema = hoist(body, "input", schemas);
  const content = { "application/json": { schema: withoutNeedOfVersion(schema) } };
  return { requestBody: { required: !body.isOptional(), content } };
}

/** The version can come as `If-Match`, too. */
function withoutNeedOfVersion(schema: Json): Json {
  const { required } = schema;
  if (!Array.isArray(required) || !required.includes("version")) return schema;
  return { ...schema, required: required.filter((name) => name !== "version") };
}

const etag = {
  description: "The version of what comes; send it as If-Match when you change that.",
  schema: { type: "string", pattern: '^"[0-9]+"$' },
};

function responsesOf(endpoint: Endpoint, schemas: Json): Json {
  const { reply, summary, download } = endpoint;
  const problem = {
    description: "Refused, with a problem document (RFC 9457)",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  if (download !== undefined) {
    const file = { type: "string", contentMediaType: "application/octet-stream" };
    const content = { "application/octet-stream": { schema: file } };
    return { "200": { description: download, content }, default: problem };
  }
  if (reply instanceof z.ZodUndefined) return { "204": { description: summary }, default: problem };
  const schema = hoist(reply, "output", schemas);
  const headers = givesVersion(endpoint) ? { headers: { ETag: etag } } : {};
  return {
    "200": { description: summary, ...headers, content: { "application/json": { schema } } },
    default: problem,
  };
}

/** The thing that an operation is about: the last fixed part of its path's first three. */
function tagOf(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== "api");
  const named = parts.filter((part) => !part.startsWith(":"));
  return (named[0] === "communities" ? (named[1] ?? named[0]) : named[0]) ?? "api";
}

function parameters(schema: Json, place: "path" | "query"): Json[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: shape,
  }));
}

function keyParameter({ method, repeatable, access }: Endpoint): Json[] {
  if (method === "GET" || access === "public") return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: method === "POST" && repeatable !== true,
      description: "Any new random text; the same again when the request is repeated.",
      schema: { type: "string", minLength: 8, maxLength: 128 },
    },
  ];
}

function versionParameter(endpoint: Endpoint): Json[] {
  if (!takesVersion(endpoint)) return [];
  return [
    {
      name: "If-Match",
      in: "header",
      required: false,
      description:
        "The ETag of what is changed, in place of the body's version or the same as that. " +
        "Where somebody has changed it meanwhile the answer is 409.",
      schema: { type: "string", pattern: '^(W/)?"[0-9]+"$' },
    },
  ];
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const json: Json = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  delete json.$schema;
  return json;
}

/** Moves named parts to the components and points there. What comes in may differ from what goes out. */
function hoist(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const suffix = io === "input" ? "Input" : "";
  const pointed = JSON.parse(
    JSON.stringify(jsonSchema(schema, io)).replace(
      /"#\/\$defs\/([^"]+)"/g,
      (_, name: string) => `"#/components/schemas/${name}${suffix}"`,
    ),
  ) as Json;
  const {
    $defs = {},
    id,
    ...rest
  } = pointed as { $defs?: Record<string, Json>; id?: string } & Json;
  for (const [name, { id: _id, ...definition }] of Object.entries($defs)) {
    schemas[name + suffix] = definition;
  }
  if (typeof id !== "string") return rest;
  schemas[id + suffix] = rest;
  return { $ref: `#/components/schemas/${id}${suffix}` };
}
