import { z } from "zod";
import { fromBase64, toBase64 } from "../merkle/bytes.ts";
import { readCheckpoint } from "../merkle/checkpoint.ts";
import { openNote, readVerifierKey, verifierKeyOf } from "../merkle/note.ts";
import { hashLeaf, hashNode, isConsistent, isIncluded, rootOf } from "../merkle/tree.ts";
import { firstFault } from "./election.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "merkle";

const Proof = z.array(z.string().nullable()).nullish();
const Valid = z.object({ valid: z.boolean() });
const Inclusion = z.object({
  leafIndex: z.number(),
  treeSize: z.number(),
  leafHash: z.string().nullish(),
  proof: Proof,
  root: z.string().nullish(),
  expected: Valid,
});
const Consistency = z.object({
  size1: z.number(),
  size2: z.number(),
  root1: z.string().nullish(),
  root2: z.string().nullish(),
  proof: Proof,
  expected: Valid,
});
const Tree = z.object({
  leafInputs: z.array(z.string()),
  expected: z.object({ root: z.string(), leafHashes: z.array(z.string()).optional() }),
});
const Leaf = z.object({ input: z.string(), expected: z.object({ hash: z.string() }) });
const Node = z.object({
  left: z.string(),
  right: z.string(),
  expected: z.object({ hash: z.string() }),
});
const Note = z.object({
  note: z.string(),
  verifierKeys: z.array(z.string()),
  expected: z.object({ valid: z.boolean(), verifiedSigners: z.array(z.string()).optional() }),
});
const Key = z.object({ verifierKey: z.string(), expected: z.object({ valid: z.boolean() }) });
const Body = z.object({
  body: z.string(),
  expected: z.object({
    valid: z.boolean(),
    origin: z.string().optional(),
    size: z.number().optional(),
    hash: z.string().optional(),
    rest: z.string().optional(),
  }),
});

const bytesOf = (text: string | null | undefined) => fromBase64(text ?? "") ?? new Uint8Array();
const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function same(what: string, expected: unknown, got: unknown): Difference[] {
  const isSame = expected === undefined || JSON.stringify(expected) === JSON.stringify(got);
  return isSame ? [] : [{ what, expected, got }];
}

type Compare = (content: unknown) => Difference[];

/** Reads a case by its form, then compares. */
const kindOf =
  <Form extends z.ZodType>(form: Form, compare: (one: z.output<Form>) => Difference[]): Compare =>
  (content) => {
    const { data, error } = form.safeParse(content);
    if (error) throw new RangeError(firstFault(error));
    return compare(data as z.output<Form>);
  };

const kinds: Readonly<Record<string, Compare>> = {
  inclusion: kindOf(Inclusion, ({ leafIndex: index, treeSize: size, expected, ...one }) => {
    const proof = (one.proof ?? []).map(bytesOf);
    const claim = { leaf: bytesOf(one.leafHash), index, size, proof, root: bytesOf(one.root) };
    return same("valid", expected.valid, isIncluded(claim));
  }),
  consistency: kindOf(Consistency, ({ size1, size2, root1, root2, proof, expected }) => {
    const older = { size: size1, root: bytesOf(root1) };
    const newer = { size: size2, root: bytesOf(root2) };
    const claim = { older, newer, proof: (proof ?? []).map(bytesOf) };
    return same("valid", expected.valid, isConsistent(claim));
  }),
  tree: kindOf(Tree, ({ leafInputs, expected }) => {
    const leaves = leafInputs.map((input) => hashLeaf(fromHex(input)));
    return [
      ...same("leafHashes", expected.leafHashes, leaves.map(hexOf)),
      ...same("root", expected.root, hexOf(rootOf(leaves))),
    ];
  }),
  "leaf-hash": kindOf(Leaf, ({ input, expected }) =>
    same("hash", expected.hash, hexOf(hashLeaf(fromHex(input)))),
  ),
  "node-hash": kindOf(Node, ({ left, right, expected }) =>
    same("hash", expected.hash, hexOf(hashNode(fromHex(left), fromHex(right)))),
  ),
  "signed-note": kindOf(Note, ({ note, verifierKeys, expected }) => {
    const keys = verifierKeys.flatMap((text) => readVerifierKey(text) ?? []);
    const opened = openNote(bytesOf(note), keys);
    const signers = opened?.signers.map(({ name }) => name);
    return [
      ...same("valid", expected.valid, opened !== undefined),
      ...same("verifiedSigners", expected.verifiedSigners, signers),
    ];
  }),
  "verifier-key": kindOf(Key, ({ verifierKey, expected }) => {
    const key = readVerifierKey(verifierKey);
    return same("valid", expected.valid, key !== undefined && verifierKeyOf(key) === verifierKey);
  }),
  "checkpoint-body": kindOf(Body, ({ body, expected }) => {
    const found = readCheckpoint(body);
    return [
      ...same("valid", expected.valid, found !== undefined),
      ...same("origin", expected.origin, found?.origin),
      ...same("size", expected.size, found?.size),
      ...same("hash", expected.hash, found && toBase64(found.root)),
      ...same("rest", expected.rest, found?.more.map((line) => `${line}\n`).join("")),
    ];
  }),
};

export const merkleKinds = Object.keys(kinds);

/** Merkle trees, their proofs, and what is signed of them. */
export const merkle: Area = {
  name: area,
  check(id, content) {
    const { data } = z.object({ kind: z.string() }).safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, "malformed: kind")];
    return [
      findOut({ area, id, rule: data.kind }, () => {
        const compare = Object.hasOwn(kinds, data.kind) ? kinds[data.kind] : undefined;
        if (!compare) throw new NotApplicable("nothing here answers this kind of question");
        return compare(content);
      }),
    ];
  },
};
