import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type ListedLedgerEntry, readInclusionProof } from "#shared/contract/ledger.ts";
import { commitmentTo, entryText, leafOf } from "#shared/ledger/entry.ts";
import type { Head } from "#shared/ledger/heads.ts";
import { fromBase64, toBase64 } from "#shared/merkle/bytes.ts";
import { hashNode, isIncluded } from "#shared/merkle/tree.ts";
import { inclusionRanges } from "#shared/merkle/ranges.ts";
import { call } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PathPicture, type Step } from "./path-picture.tsx";

const bytesOf = (text: string) => fromBase64(text) ?? new Uint8Array();

interface Path {
  readonly seq: number;
  readonly size: number;
  readonly proof: readonly string[];
}

function stepsOf(leaf: Uint8Array, { seq, size, proof }: Path): Step[] {
  let joined = leaf;
  return inclusionRanges(seq, size).map(({ from, to }, at) => {
    const hash = bytesOf(proof[at] ?? "");
    const isLeft = from < seq;
    joined = isLeft ? hashNode(hash, joined) : hashNode(joined, hash);
    return { from, to: to - 1, isLeft, hash: proof[at] ?? "", joined: toBase64(joined) };
  });
}

function useProof(communityId: string, { entry, words }: ListedLedgerEntry, head: Head) {
  const { seq } = entry;
  const { size } = head;
  return useQuery({
    queryKey: ["ledger", communityId, "proof", seq, size],
    structuralSharing: false,
    // A newer checkpoint proves it anew; until then it stands proved by the one before.
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const input = { params: { communityId }, query: { seq, size }, signal };
      const { proof } = await call(readInclusionProof, input);
      // All of it from what the reader sees; of the server nothing is believed but the path.
      const leaf = leafOf(entry);
      const root = bytesOf(head.root);
      const isProved = isIncluded({ leaf, index: seq, size, proof: proof.map(bytesOf), root });
      const areWordsRight = words.every(({ field, salt, value }) => {
        const { commitment } = commitmentTo(bytesOf(salt), value);
        return JSON.stringify(entry.payload[field]) === JSON.stringify({ commitment });
      });
      return {
        size,
        isProved,
        areWordsRight,
        leaf: toBase64(leaf),
        steps: stepsOf(leaf, { seq, size, proof }),
      };
    },
  });
}

interface EntryCheckProps {
  communityId: string;
  listed: ListedLedgerEntry;
  head: Head;
}

/** Proves in the reader's browser that an entry is in the tree that was signed. */
export function EntryCheck({ communityId, listed, head }: EntryCheckProps) {
  const { t, i18n } = useTranslation("ledger");
  const query = useProof(communityId, listed, head);
  const { seq } = listed.entry;
  const number = (value: number) => value.toLocaleString(i18n.language);
  if (seq >= head.size) return <p className="text-sm text-muted">{t("check.not-yet")}</p>;
  return (
    <Loaded query={query}>
      {({ size, isProved, areWordsRight, leaf, steps }) => (
        <div className="space-y-4">
          {isProved && areWordsRight ? (
            <Banner tone="info" icon="check">
              {t("check.right", { seq, size: number(size) })}
            </Banner>
          ) : (
            <Banner tone="danger">
              {t(isProved ? "check.words-wrong" : "check.wrong", { seq, size: number(size) })}
            </Banner>
          )}
          <PathPicture seq={seq} steps={steps} />
          <DataTable
            caption={t("check.path")}
            rows={steps}
            keyOf={({ from, to }) => `${from} ${to}`}
            empty={<p className="text-sm text-muted">{t("check.alone")}</p>}
            columns={[
              {
                id: "with",
                header: t("check.with"),
                isHeader: true,
                cell: ({ from, to }) =>
                  from === to
                    ? t("check.one", { from })
                    : t("check.range", { from: number(from), to: number(to) }),
              },
              {
                id: "side",
                header: t("check.side"),
                cell: ({ isLeft }) => t(isLeft ? "check.before" : "check.after"),
              },
              { id: "hash", header: t("check.hash"), cell: ({ hash }) => <Hash>{hash}</Hash> },
              { id: "sum", header: t("check.joined"), cell: ({ joined }) => <Hash>{joined}</Hash> },
            ]}
          />
          <details>
            <summary className="cursor-pointer text-sm font-medium">{t("check.bytes")}</summary>
            <p className="mt-2 text-sm text-muted">{t("check.bytes-hint")}</p>
            <code dir="ltr" className="mt-2 block font-mono text-sm break-all">
              {entryText(listed.entry)}
            </code>
            <p className="mt-2 text-sm text-muted">{t("check.leaf")}</p>
            <Hash>{leaf}</Hash>
          </details>
        </div>
      )}
    </Loaded>
  );
}

const Hash = ({ children }: { children: string }) => (
  <code dir="ltr" className="block min-w-56 font-mono text-sm break-all">
    {children}
  </code>
);
