import { parse } from "csv-parse/sync";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debates } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import { addEvidence } from "#shared/contract/evidence.ts";
import { exportDebate, type ExportFormat, exportFormats } from "#shared/contract/transfer.ts";
import { parseArgdown } from "#shared/transfer/argdown.ts";
import { DebateBundle } from "#shared/transfer/bundle.ts";
import { parseKialo } from "#shared/transfer/kialo.ts";
import { debateIn, say, setScene } from "../debates/testing-scene.ts";
import type { Person } from "../testing/person.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { addPlace, begin, ended, packed, seattle, smallExport } from "./testing.ts";
import { unzip } from "./testing-zip.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Ids {
  readonly communityId: string;
  readonly debateId: string;
}

function take(person: Person, ids: Ids, format: ExportFormat): Promise<Response> {
  const { communityId, debateId } = ids;
  return person.tryCall(exportDebate, { params: { communityId, debateId, format } });
}

async function textOf(person: Person, ids: Ids, format: ExportFormat): Promise<string> {
  const response = await take(person, ids, format);
  expect(response.status).toBe(200);
  return response.text();
}

async function filesOf(person: Person, ids: Ids, format: ExportFormat) {
  const response = await take(person, ids, format);
  expect(response.status).toBe(200);
  return unzip(Buffer.from(await response.arrayBuffer()));
}

/** A debate with a claim on a claim, one on an edge, and a source. */
async function argued(shape: { isPrivate?: boolean } = {}) {
  const scene = await setScene(server, shape);
  const ids = await debateIn(scene);
  const [under] = ids.positionIds;
  const first = await say(scene.member, ids, { under, text: "=1+1 is what they know *best*" });
  const edgeId = first.edges[0]?.id ?? "";
  await say(scene.author, ids, {
    under: first.claim.id,
    kind: "claim",
    text: "They do not.",
    side: "con",
  });
  await say(scene.author, ids, {
    under: edgeId,
    kind: "edge",
    text: "Beside the point.",
    side: "con",
  });
  await scene.member.call(addEvidence, {
    params: { communityId: ids.communityId, debateId: ids.debateId, claimId: first.claim.id },
    body: { kind: "study", url: "https://example.org/a(b)", title: "A [study]" },
  });
  return { scene, ids };
}

describe("a debate that is taken away", () => {
  it("is whole in its bundle: positions, claims, edges, sources, and nobody's name", async () => {
    const { scene, ids } = await argued();
    const text = await textOf(scene.stranger, ids, "bundle");
    const bundle = DebateBundle.parse(JSON.parse(text));
    expect(bundle.positions.map(({ title }) => title)).toEqual([
      "Those who run it",
      "Those who trained it",
    ]);
    expect(bundle.claims).toHaveLength(3);
    expect(bundle.edges.map(({ side, target }) => [side, target.kind])).toEqual([
      ["pro", "position"],
      ["con", "claim"],
      ["con", "edge"],
    ]);
    expect(bundle.evidence.map(({ claim, title }) => [claim, title])).toEqual([[0, "A [study]"]]);
    expect(bundle.people.authors).toBe(2);
    for (const { name, accountId } of [scene.author, scene.member]) {
      expect(text).not.toContain(`"${name}"`);
      expect(text).not.toContain(accountId);
    }
  });

  it("says the same as text of Kialo and of Argdown", async () => {
    const { scene, ids } = await argued();
    const kialo = parseKialo(await textOf(scene.member, ids, "kialo"));
    expect(kialo.question).toBe("Who answers for harm that a shared model does?");
    expect(kialo.claims.map(({ text }) => text)).toEqual([
      "=1+1 is what they know *best*",
      "They do not.",
      "Beside the point.",
    ]);
    const argdown = parseArgdown(await textOf(scene.member, ids, "argdown"));
    expect(argdown.edges.map(({ side, target }) => [side, target.kind])).toEqual([
      ["pro", "position"],
      ["con", "claim"],
      ["con", "edge"],
    ]);
  });

  it("reads as a document, in which no words of people turn into marks", async () => {
    const { scene, ids } = await argued();
    const text = await textOf(scene.member, ids, "markdown");
    expect(text).toContain("# Who answers for harm that a shared model does?");
    expect(text).toContain("- **Pro:** =1+1 is what they know \\*best\\*");
    expect(text).toContain("  - Source: [A \\[study\\]](<https://example.org/a(b)>)");
    expect(text).toContain("  - **Con:** They do not.");
  });

  it("comes as tables in which no cell is a formula", async () => {
    const { scene, ids } = await argued();
    const files = await filesOf(scene.member, ids, "csv");
    expect(Object.keys(files)).toEqual(
      ["debate", "positions", "claims", "edges", "evidence", "comments", "statements"].map(
        (name) => `${name}.csv`,
      ),
    );
    const claims: Record<string, string>[] = parse(files["claims.csv"] ?? "", {
      columns: true,
      bom: true,
    });
    expect(claims[0]?.text).toBe("'=1+1 is what they know *best*");
    expect(claims).toHaveLength(3);
  });

  it("has a name that is safe everywhere, and is never shown in place of being saved", async () => {
    const { scene, ids } = await argued();
    const question = '../../"\r\nX: y"/誰決定？.exe';
    await server.deps.db.update(debates).set({ question }).where(eq(debates.id, ids.debateId));
    const { headers } = await take(scene.member, ids, "markdown");
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="debate.md"; filename*=UTF-8''X-y-${encodeURIComponent("誰決定")}-exe.md`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x")).toBeNull();
  });

  it("is refused to strangers of a private community, as if there were none", async () => {
    const { scene, ids } = await argued({ isPrivate: true });
    for (const format of exportFormats) {
      for (const person of [scene.stranger, scene.foreigner]) {
        const response = await take(person, ids, format);
        expect([format, response.status]).toEqual([format, 404]);
      }
    }
    expect((await take(scene.member, ids, "kialo")).status).toBe(200);
  });

  it("is refused where it is a draft of another's", async () => {
    const scene = await setScene(server);
    const ids = await debateIn(scene, "draft");
    expect((await take(scene.member, ids, "bundle")).status).toBe(404);
    expect((await take(scene.author, ids, "bundle")).status).toBe(200);
  });
});

describe("responses that are taken away", () => {
  async function imported() {
    const place = await addPlace(server);
    const { id, communityId } = await begin(place.moderator, place.communityId, {
      files: { ...smallExport, "summary.csv.gz": packed(seattle, "summary.csv") },
    });
    const first = await ended(place.moderator, { id, communityId } as never);
    const ids = { communityId, debateId: first.debateId ?? "" };
    return { place, first, ids };
  }

  it("wait until the debate is decided, and are then read back with the same counts", async () => {
    const { place, first, ids } = await imported();
    expect((await take(place.member, ids, "polis")).status).toBe(409);
    const early = DebateBundle.parse(JSON.parse(await textOf(place.member, ids, "bundle")));
    expect(early.responses).toBeNull();
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, ids.debateId));
    const files = await filesOf(place.member, ids, "polis");
    const again = await ended(
      place.moderator,
      await begin(place.moderator, place.communityId, { files }),
    );
    expect(again.problem).toBeNull();
    expect(again.report).toEqual({ ...first.report, notes: [] });
  });

  it("have 1 for agreeing in every file, no times of day, and no number of who wrote", async () => {
    const { place, ids } = await imported();
    await server.deps.db
      .update(debates)
      .set({ phase: "decided" })
      .where(eq(debates.id, ids.debateId));
    const files = await filesOf(place.member, ids, "polis");
    const rows = (name: string): Record<string, string>[] =>
      parse(files[name] ?? "", { columns: true });
    const comments = rows("comments.csv");
    const votes = rows("votes.csv");
    const agrees = comments.reduce((sum, row) => sum + Number(row.agrees), 0);
    expect(votes.filter(({ vote }) => vote === "1")).toHaveLength(agrees);
    expect(votes.every(({ timestamp }) => Number(timestamp) % 86_400_000 === 0)).toBe(true);
    const voters = new Set(votes.map((row) => row["voter-id"]));
    expect(comments.filter((row) => voters.has(row["author-id"]))).toEqual([]);
    const participants = rows("participants-votes.csv");
    expect(participants).toHaveLength(voters.size);
  });

  it("do not carry out what a moderator hid", async () => {
    const { place, ids } = await imported();
    await server.deps.db
      .update(statements)
      .set({ status: "hidden", text: "Insults of somebody." })
      .where(and(eq(statements.debateId, ids.debateId), eq(statements.sourceNumber, 0)));
    for (const format of ["bundle", "markdown"] as const) {
      expect(await textOf(place.moderator, ids, format)).not.toContain("Insults");
    }
    const files = await filesOf(place.moderator, ids, "csv");
    expect(files["statements.csv"]).not.toContain("Insults");
  });
});
