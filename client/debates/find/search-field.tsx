import { type KeyboardEvent, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import type { Searching } from "./use-searching.ts";

interface SearchFieldProps {
  searching: Searching;
  /** Brings a hit into sight; the keyboard stays here. */
  onShow: (nodeId: string) => void;
  /** Leaves the search, to where the reader got. */
  onLeave: () => void;
  ref: Ref<HTMLInputElement>;
}

/** How many there are, and at which one the reader is; read aloud as it changes. */
function Tally({ searching }: Pick<SearchFieldProps, "searching">) {
  const { t } = useTranslation("reading");
  const { words, hits, at } = searching;
  const say = () => {
    if (words.length === 0) return "";
    if (hits.length === 0) return t("find.none");
    return at === null
      ? t("find.hits", { count: hits.length })
      : t("find.at", { at: at + 1, count: hits.length });
  };
  return (
    <span role="status" className="text-sm text-muted tabular-nums">
      {say()}
    </span>
  );
}

/** Searches the outline as one types; Enter goes from hit to hit. */
export function SearchField({ searching, onShow, onLeave, ref }: SearchFieldProps) {
  const { t } = useTranslation("reading");
  const { query, hits, search, step } = searching;
  const go = (by: 1 | -1) => {
    const node = step(by);
    if (node) onShow(node.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onLeave();
    else if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div role="search" className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-2">
      <div className="relative min-w-0 flex-1 basis-40 sm:max-w-72">
        <Icon
          name="search"
          size={16}
          className="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted"
        />
        <input
          ref={ref}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          value={query}
          aria-label={t("find.label")}
          aria-keyshortcuts="/"
          placeholder={t("find.label")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => search(event.target.value)}
          onKeyDown={press}
          className="control ps-9 pe-9"
        />
        {query !== "" && (
          <IconButton
            icon="close"
            size="small"
            label={t("find.clear")}
            onClick={onLeave}
            className="absolute! inset-y-0 end-1 my-auto"
          />
        )}
      </div>
      {hits.length > 0 && (
        <span className="inline-flex">
          <IconButton icon="up" size="small" label={t("find.before")} onClick={() => go(-1)} />
          <IconButton icon="down" size="small" label={t("find.next")} onClick={() => go(1)} />
        </span>
      )}
      <Tally searching={searching} />
    </div>
  );
}
