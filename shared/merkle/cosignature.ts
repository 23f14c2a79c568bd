import { concatBytes, isSameBytes, utf8ToBytes } from "./bytes.ts";
import {
  isSignedBy,
  keyId,
  type NoteKey,
  readSignature,
  readVerifierKey,
  signatureLine,
  verifierKeyOf,
} from "./note.ts";

/*
 * Signatures of witnesses below a checkpoint (C2SP tlog-cosignature v1): that at some time they saw this tree, and none
 * that contradicts it.
 */

const mark = 4;
const timeLength = 8;
const signatureLength = 64;

/** A witness's key as other tools take it. */
export const witnessKeyOf = (key: NoteKey): string => verifierKeyOf(key, mark);

/** The key that `witnessKeyOf` wrote; undefined where it is none. */
export const readWitnessKey = (text: string): NoteKey | undefined => readVerifierKey(text, mark);

/** What a witness signs of a checkpoint, whose text ends with its last line. */
function messageOf(text: string, time: number): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${time}\n${text}`);
}

interface Cosigning {
  readonly key: NoteKey;
  /** Seconds since 1970. */
  readonly time: number;
  sign(bytes: Uint8Array): Uint8Array;
}

/** The line with which a witness says that it saw this checkpoint. */
export function cosign(text: string, { key, time, sign }: Cosigning): string {
  const seconds = new Uint8Array(timeLength);
  new DataView(seconds.buffer).setBigUint64(0, BigInt(time));
  const bytes = concatBytes(keyId(key, mark), seconds, sign(messageOf(text, time)));
  return signatureLine(key.name, bytes);
}

/** When this witness saw this checkpoint, in seconds since 1970; undefined where the line does not say so. */
export function cosignedAt(text: string, key: NoteKey, line: string): number | undefined {
  const signature = readSignature(line);
  if (signature?.name !== key.name || !isSameBytes(signature.id, keyId(key, mark)))
    return undefined;
  const { bytes } = signature;
  if (bytes.length !== timeLength + signatureLength) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time) || time === 0) return undefined;
  const isRight = isSignedBy(key.publicKey, messageOf(text, time), bytes.slice(timeLength));
  return isRight ? time : undefined;
}
