import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { count } from "drizzle-orm";
import { projectFolder } from "#db/project-folder.ts";
import { participants } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import {
  responders,
  responseHistory,
  responses,
  statementCounts,
  statements,
} from "#db/schema/statements.ts";
import { type Import, Import as ImportSchema, readImport } from "#shared/contract/transfer.ts";
import { addCommunity, addMember } from "../testing/community.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

export const seedFolder = (conversation: string): string =>
  path.join(projectFolder, "db/seed/polis", conversation);
export const vTaiwan = "vtaiwan.uberx";
export const seattle = "opendata-15-per-hour-seattle";

/** A published file as it was packed, and as text. */
export const packed = (conversation: string, file: string): Buffer =>
  readFileSync(path.join(seedFolder(conversation), `${file}.gz`));
export const unpacked = (conversation: string, file: string): string =>
  gunzipSync(packed(conversation, file)).toString();

/** Files by their names, as they are uploaded. */
export type Files = Readonly<Record<string, string | Buffer>>;

export const smallExport = {
  "comments.csv": unpacked(seattle, "comments.csv"),
  "votes.csv": unpacked(seattle, "votes.csv"),
} as const;

/** A community with an owner, a moderator and a member. */
export async function addPlace(server: TestServer, { isPrivate = false } = {}) {
  const owner = await server.person("Olu");
  const moderator = await server.person("Mor");
  const member = await server.person("Mia");
  const { communityId, slug, participantId } = await addCommunity(server, owner, { isPrivate });
  await addMember(server, communityId, { person: moderator, role: "moderator" });
  await addMember(server, communityId, { person: member });
  return { communityId, slug, owner, moderator, member, ownerId: participantId };
}

/** Files as a browser's form holds them. */
export function formOf({ files, fields = {} }: Pick<UploadOptions, "files" | "fields">): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? content : new Uint8Array(content);
    form.append("files", new Blob([bytes]), name);
  }
  return form;
}

/** Sends files as a browser does. */
export function upload(
  person: Person,
  communityId: string,
  { key = crypto.randomUUID(), ...content }: UploadOptions,
): Promise<Response> {
  return person.send(`/api/communities/${communityId}/imports`, {
    method: "POST",
    headers: { "idempotency-key": key },
    body: formOf(content),
  });
}

interface UploadOptions {
  readonly files: Files;
  readonly fields?: Readonly<Record<string, string>>;
  readonly key?: string;
}

export async function begin(
  person: Person,
  communityId: string,
  options: UploadOptions,
): Promise<Import> {
  const response = await upload(person, communityId, options);
  const reply: unknown = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(reply));
  return ImportSchema.parse(reply);
}

/** Waits until an import has ended, however it did. */
export async function ended(person: Person, { communityId, id }: Import): Promise<Import> {
  for (let left = 1_200; left > 0; left -= 1) {
    const found = await person.call(readImport, { params: { communityId, importId: id } });
    if (found.status !== "running") return found;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("the import does not end");
}

/** How many rows of everything that an import writes are in the database. */
export async function rowCounts({ deps: { db } }: TestServer): Promise<number[]> {
  const tables = [
    debates,
    statements,
    participants,
    responses,
    responseHistory,
    responders,
    statementCounts,
  ];
  const counted = await Promise.all(tables.map((table) => db.select({ all: count() }).from(table)));
  return counted.map(([row]) => row?.all ?? 0);
}
