import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Author } from "#shared/contract/ids.ts";
import type { ListedLedgerEntry } from "#shared/contract/ledger.ts";
import type { Head } from "#shared/ledger/heads.ts";
import { commitmentIn } from "#shared/ledger/verify-entries.ts";
import { Button } from "../ui/button.tsx";
import { isolated } from "../ui/isolated.ts";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { EntryCheck } from "./entry-check.tsx";
import { debateOf, sentenceKeys } from "./kinds.ts";
import type { LedgerFilter } from "./queries.ts";

interface EntryRowProps {
  communityId: string;
  slug: string;
  listed: ListedLedgerEntry;
  people: ReadonlyMap<string, Author>;
  head: Head | null;
  onNarrow: (filter: LedgerFilter) => void;
}

/** What happened, in a sentence. */
function useSentence() {
  const { t } = useTranslation("ledger");
  const nameOf = useNameOf();
  return ({ entry }: ListedLedgerEntry, people: EntryRowProps["people"]) => {
    const { actor, subject, payload, kind } = entry;
    const whom = people.get(subject);
    const by = actor === null ? undefined : people.get(actor);
    return t(sentenceKeys(entry), {
      who: by ? isolated(nameOf(by)) : t(actor === null ? "clock" : "somebody"),
      whom: whom ? isolated(nameOf(whom)) : t("somebody"),
      number: payload["number"],
      role: typeof payload["to"] === "string" ? t(`role.${payload["to"]}`, payload["to"]) : "",
      phase: typeof payload["to"] === "string" ? t(`phase.${payload["to"]}`, payload["to"]) : "",
      kind: isolated(kind),
      size: payload["signedSize"],
      acts: payload["acts"],
    });
  };
}

/** What people wrote, where it was not deleted. */
function Words({ listed: { entry, words } }: Pick<EntryRowProps, "listed">) {
  const { t } = useTranslation("ledger");
  const committed = Object.values(entry.payload).filter((one) => commitmentIn(one) !== undefined);
  const shown = words.filter(({ field, value }) => field !== "rules" && value !== "");
  return (
    <>
      {shown.map(({ field, value }) => (
        <p key={field} dir="auto" className="line-clamp-3 max-w-measure font-serif break-words">
          {value}
        </p>
      ))}
      {committed.length > words.length && (
        <p className="text-sm text-muted italic">{t("words-deleted")}</p>
      )}
    </>
  );
}

type PlacesProps = Pick<EntryRowProps, "slug" | "listed" | "people" | "onNarrow">;

/** When it was, where it leads, and what else is like it. */
function Places({ slug, listed: { entry }, people, onNarrow }: PlacesProps) {
  const { t } = useTranslation("ledger");
  const { time, actor, subject, kind } = entry;
  const debateId = debateOf(entry);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <Time value={time} />
      {debateId !== null && kind !== "debate.imported" && (
        <Link
          to={
            kind.startsWith("decision.") ? "/c/$slug/d/$debateId/outcome" : "/c/$slug/d/$debateId"
          }
          params={{ slug, debateId }}
          className="link"
        >
          {t(kind.startsWith("decision.") ? "to-decision" : "to-debate")}
        </Link>
      )}
      {actor !== null && people.has(actor) && (
        <button type="button" className="link" onClick={() => onNarrow({ actor })}>
          {t("by-same")}
        </button>
      )}
      <button type="button" className="link" onClick={() => onNarrow({ subject })}>
        {t("about-same")}
      </button>
    </p>
  );
}

/** One entry: its number, what happened, and the way to check it. */
export function EntryRow(props: EntryRowProps) {
  const { communityId, slug, listed, people, head, onNarrow } = props;
  const { t } = useTranslation("ledger");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const sentence = useSentence();
  const { entry } = listed;
  const { seq, kind } = entry;
  return (
    <li className="border-line py-4 not-first:border-t" aria-labelledby={id}>
      <div className="flex items-start gap-4">
        <span className="w-10 shrink-0 pt-0.5 text-end text-sm text-muted tabular-nums">{seq}</span>
        <div className="min-w-0 flex-1 space-y-1">
          <p id={id}>{sentence(listed, people)}</p>
          <Words listed={listed} />
          {kind in explained && <p className="text-sm text-muted">{t(`explained.${kind}`)}</p>}
          <Places slug={slug} listed={listed} people={people} onNarrow={onNarrow} />
        </div>
        {head && (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            aria-label={t("check.entry", { seq })}
            onClick={() => setOpen(!isOpen)}
          >
            {t("check.button")}
          </Button>
        )}
      </div>
      {isOpen && head && (
        <div className="mt-4 sm:ms-14">
          <EntryCheck communityId={communityId} listed={listed} head={head} />
        </div>
      )}
    </li>
  );
}

/** Kinds of which not everybody knows what they mean for the proof. */
const explained: Record<string, true> = {
  "ledger.begun": true,
  "ledger.restored": true,
  "ledger.key-rotated": true,
  "ledger.witnesses-changed": true,
};
