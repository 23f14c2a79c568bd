import type { LedgerFault, LedgerFaultCode } from "#shared/ledger/faults.ts";
import { plain } from "./published.ts";

type Values = LedgerFault["values"];

const restored = ({ restores = "none" }: Values) =>
  restores === "none"
    ? "The ledger says nothing of a restored copy."
    : `The ledger says itself that an older copy was restored: entry ${restores}.`;

const sentences: Record<LedgerFaultCode, (values: Values) => string> = {
  "line-unreadable": ({ line = "" }) => `line ${line} is not written as exports write it`,
  "line-misplaced": ({ line = "" }) => `line ${line} stands where it does not belong`,
  "header-wrong": () => "the first line does not fit to the keys and signatures below",
  "size-other": ({ stated = "", found = "" }) => `it says ${stated} entries and has ${found}`,
  "entry-missing": ({ found = "" }) => `it is missing; entry ${found} stands in its place`,
  "entry-misplaced": ({ found = "" }) => `entry ${found} stands in its place`,
  "entry-changed": () => "it was changed: it is not what was hashed when it got its number",
  "words-changed": ({ field = "" }) => `its words (${field}) are not those it commits to`,
  "closing-unsigned": () => "it closes a decision without a list of ballots of this decision",
  "checkpoint-missing": ({ size = "" }) => `nobody signed the tree of ${size} entries`,
  "checkpoint-misplaced": ({ size = "" }) => `the checkpoint of ${size} entries is out of order`,
  "checkpoint-unsigned": ({ size = "" }) =>
    `the checkpoint of ${size} entries is not signed by whom it names, or says something else`,
  "root-other": ({ from = "", to = "", size = "" }) =>
    `one of the entries ${from} to ${to} is not what was signed with ${size} entries`,
  "key-unnamed": ({ size = "" }) =>
    `from ${size} entries on another key signs, and no entry names it`,
  "key-unvouched": () => "it names another key, and the key before did not sign that",
  "key-other": () => "it is signed by a key that is not known here",
  "cosignature-wrong": ({ size = "", witness = "" }) =>
    `the witness ${witness} did not sign the checkpoint of ${size} entries like that`,
  "history-shorter": ({ seen = "", size = "", ...more }) =>
    `it had ${seen} entries when it was last seen, and has ${size} now. ${restored(more)}`,
  "history-other": ({ seen = "", ...more }) =>
    `its first ${seen} entries are not those that were last seen. ${restored(more)}`,
  "origin-other": ({ seen = "", found = "" }) =>
    `it is the ledger of ${found}; last seen was that of ${seen}`,
  "ballots-missing": ({ decision = "" }) => `the ballots of decision ${decision} are not to be had`,
  "ballots-other": ({ decision = "" }) =>
    `the published ballots of decision ${decision} are not those whose root it names`,
  "ballots-wrong": ({ decision = "", check = "" }) =>
    `the published ballots of decision ${decision} are not right: ${check}`,
};

/** What is wrong, in a sentence that says which entry. */
export function faultSentence({ code, seq, values }: LedgerFault): string {
  const where = seq === null ? "" : `Entry ${seq}: `;
  return plain(`${where}${sentences[code](values)}`, 400);
}
