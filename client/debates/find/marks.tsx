import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { partsOf } from "#shared/finding/words.ts";
import { BookmarkMark } from "../../reading/public.ts";
import { Badge } from "../../ui/badge.tsx";
import { useOutline } from "../outline/outline-context.ts";
import { useFindHere } from "./find-context.ts";

/** A text in which the words that are searched for stand out. */
export function Marked({ text }: { text: string }) {
  const { words } = useFindHere();
  const parts = useMemo(() => (words.length === 0 ? [] : partsOf(text, words)), [text, words]);
  if (!parts.some(({ isFound }) => isFound)) return text;
  return parts.map((part, index) =>
    part.isFound ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other names
      <mark
        key={index}
        className="rounded-xs bg-warn-soft text-ink underline decoration-warn decoration-2 underline-offset-4"
      >
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

/** What a claim is to this reader: new since the last visit, bookmarked. */
export function ReadingMarks({ claimId }: { claimId: string }) {
  const { t } = useTranslation("reading");
  const { isNew } = useFindHere();
  const { bookmarked } = useOutline();
  return (
    <>
      {isNew(claimId) && <Badge tone="accent">{t("new.mark")}</Badge>}
      {bookmarked.has(claimId) && <BookmarkMark />}
    </>
  );
}
