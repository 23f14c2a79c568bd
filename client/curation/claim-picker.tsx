import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import { outlineQuery, useDebate } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

const most = 8;

interface ClaimPickerProps {
  onPick: (claim: Claim) => void;
  onLeave: () => void;
}

/** Finds a claim of this debate by its words. */
export function ClaimPicker({ onPick, onLeave }: ClaimPickerProps) {
  const { t } = useTranslation(["curation", "ui"]);
  const { ids } = useDebate();
  const { data } = useQuery(outlineQuery(ids));
  const [search, setSearch] = useState("");
  const found = useMemo(() => {
    const words = wordsOf(search);
    const standing = (data?.claims ?? []).filter(
      ({ withdrawnAt, archivedAt, mergedInto }) =>
        withdrawnAt === undefined && archivedAt === undefined && mergedInto === undefined,
    );
    return standing.filter(({ text }) => hasAll(fold(text), words)).slice(0, most);
  }, [data, search]);
  return (
    <div className="rounded-lg border border-line-strong bg-raised p-4">
      <TextField
        label={t("summary.find")}
        type="search"
        dir="auto"
        autoFocus
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <ul className="mt-2 space-y-1">
        {found.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              lang={claim.language}
              dir="auto"
              onClick={() => onPick(claim)}
              className="w-full rounded-sm px-2 py-1.5 text-start font-serif hover:bg-ink/8"
            >
              {claim.text}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p role="status" className="py-2 text-sm text-muted">
          {t("summary.noneFound")}
        </p>
      )}
      <Button size="small" variant="quiet" onClick={onLeave}>
        {t("ui:cancel")}
      </Button>
    </div>
  );
}
