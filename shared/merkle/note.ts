import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, fromBase64, isSameBytes, sha256, toBase64, utf8ToBytes } from "./bytes.ts";

/*
 * Signed notes (C2SP signed-note): a text, and below it a line for each signature over it. Signatures are Ed25519.
 */

/** Whose signature a line is: a name without spaces and unseen signs, and the public key. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** What a key signs, as its first byte says: notes, or notes with a time (C2SP tlog-cosignature). */
export type KeyMark = 1 | 4;

const mostSignatures = 100;

/** A name that a reader of the note takes apart as it was written: no spaces, no plus, no unseen signs. */
export const isKeyName = (name: string) => name !== "" && !/[\s+\p{Cc}\p{Surrogate}]/u.test(name);

/** What a signature line says of the key that it is by: the first four bytes of a hash over name and key. */
export function keyId({ name, publicKey }: NoteKey, mark: KeyMark = 1): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(mark), publicKey)).slice(0, 4);
}

/** A key as other tools take it: `<name>+<id>+<type and key>`. */
export function verifierKeyOf(key: NoteKey, mark: KeyMark = 1): string {
  const id = Array.from(keyId(key, mark), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${key.name}+${id}+${toBase64(concatBytes(Uint8Array.of(mark), key.publicKey))}`;
}

/** The key that `verifierKeyOf` wrote; undefined where it is none, or its id belongs to another. */
export function readVerifierKey(text: string, mark: KeyMark = 1): NoteKey | undefined {
  const [, name = "", packed = ""] = /^([^\s+]+)\+[0-9a-f]{8}\+(\S+)$/.exec(text) ?? [];
  const bytes = fromBase64(packed);
  if (bytes?.length !== 33 || bytes[0] !== mark || !isKeyName(name)) return undefined;
  const key = { name, publicKey: bytes.slice(1) };
  return verifierKeyOf(key, mark) === text ? key : undefined;
}

/** Signs a text, whose last line is ended. */
export function signNote(
  text: string,
  key: NoteKey,
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const signature = concatBytes(keyId(key), sign(utf8ToBytes(text)));
  return `${text}\n${signatureLine(key.name, signature)}\n`;
}

/** A line below a note: whose, and the key's id with what it signed. */
export function signatureLine(name: string, bytes: Uint8Array): string {
  if (!isKeyName(name))
    throw new RangeError("a key's name has no spaces, no plus and no unseen signs");
  return `— ${name} ${toBase64(bytes)}`;
}

/** What a note says, and which of the known keys signed it. */
export interface OpenedNote {
  readonly text: string;
  readonly signers: readonly NoteKey[];
}

/** A line below a note, taken apart. */
export interface Signature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
}

/** How signatures are checked: by `isSignedBy`, or by what a computer has for it, which is faster. */
export type SignatureCheck = typeof isSignedBy;

/**
 * Opens a note for whoever knows these keys; signatures of others are passed over.
 * @returns undefined where it is no note, none of the keys signed it, or a signature of theirs is wrong
 */
export function openNote(
  note: string | Uint8Array,
  keys: readonly NoteKey[],
  isSigned: SignatureCheck = isSignedBy,
): OpenedNote | undefined {
  const { text, signatures } = takeApart(note) ?? {};
  if (text === undefined || signatures === undefined) return undefined;
  const signers: NoteKey[] = [];
  for (const { name, id, bytes } of signatures) {
    const [key, other] = keys.filter((one) => one.name === name && isSameBytes(keyId(one), id));
    if (!key) continue;
    if (other) return undefined;
    if (signers.includes(key)) continue;
    if (!isSigned(key.publicKey, utf8ToBytes(text), bytes)) return undefined;
    signers.push(key);
  }
  return signers.length === 0 ? undefined : { text, signers };
}

function takeApart(note: string | Uint8Array) {
  const whole = typeof note === "string" ? note : decode(note);
  // No signs that a reader does not see, but for the ends of lines.
  // oxlint-disable-next-line no-control-regex -- that is what it looks for
  if (whole === undefined || /[\u0000-\u0009\u000b-\u001f]/.test(whole)) return undefined;
  const end = whole.lastIndexOf("\n\n");
  if (end < 0 || !whole.endsWith("\n")) return undefined;
  const lines = whole.slice(end + 2, -1).split("\n");
  if (lines.length > mostSignatures) return undefined;
  const signatures = lines.map(readSignature);
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { text: whole.slice(0, end + 1), signatures };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function readSignature(line: string): Signature | undefined {
  const [, name = "", packed = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(packed);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

/** Whether a signature is this key's over these bytes; anything that is no signature is not. */
export function isSignedBy(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
