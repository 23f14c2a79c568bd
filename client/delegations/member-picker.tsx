import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Author } from "#shared/contract/ids.ts";
import { useBlocks } from "../blocks/public.ts";
import { PeopleOptions } from "../ui/people-options.tsx";
import { TextField } from "../ui/text-field.tsx";
import { membersLikeQuery } from "./queries.ts";

interface MemberPickerProps {
  communityId: string;
  label: string;
  /** The field's place in the request. */
  name: string;
  value: Author | null;
  onChange: (person: Author | null) => void;
  /** Who is chosen elsewhere in the form. */
  taken: readonly string[];
}

function usePeople({ communityId, taken, value }: MemberPickerProps, typed: string | null) {
  const { isBlocked } = useBlocks();
  const { data } = useQuery({
    ...membersLikeQuery(communityId, typed?.trim() ?? ""),
    enabled: typed !== null,
  });
  if (typed === null) return [];
  return (data?.items ?? [])
    .filter(({ id, isMe }) => !isMe && !isBlocked(id) && (id === value?.id || !taken.includes(id)))
    .map(({ id, name }): Author => ({ id, name, kind: "member" }));
}

/** Steps through the people found, by keys of the field, which keeps the focus. */
function useSteps(found: readonly Author[], act: { pick(person: Author): void; leave(): void }) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, found.length - 1);
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const person = found[chosen];
    if (!person || event.nativeEvent.isComposing) return;
    if (step !== 0) setAt((chosen + step + found.length) % found.length);
    else if (event.key === "Enter") act.pick(person);
    else if (event.key === "Escape") act.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { chosen, press, restart: () => setAt(0) };
}

/** One member, found by name. */
export function MemberPicker(props: MemberPickerProps) {
  const { label, name, value, onChange } = props;
  const { t } = useTranslation("delegations");
  const listId = useId();
  /** What is being typed; null while nobody looks for anybody. */
  const [typed, setTyped] = useState<string | null>(null);
  const found = usePeople(props, typed);
  const leave = () => setTyped(null);
  const pick = (person: Author) => {
    onChange(person);
    leave();
  };
  const { chosen, press, restart } = useSteps(found, { pick, leave });
  const isOpen = found.length > 0;
  return (
    <div className="relative">
      <TextField
        label={label}
        name={name}
        required
        role="combobox"
        autoComplete="off"
        dir="auto"
        placeholder={t("form.search")}
        value={typed ?? value?.name ?? ""}
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        onFocus={() => value === null && setTyped("")}
        onBlur={leave}
        onKeyDown={press}
        onChange={({ target }) => {
          if (value) onChange(null);
          setTyped(target.value);
          restart();
        }}
      />
      <p role="status" className="sr-only">
        {typed !== null && t("form.found", { count: found.length })}
      </p>
      {isOpen && (
        <PeopleOptions
          id={listId}
          label={label}
          found={found}
          chosen={chosen}
          onPick={pick}
          className="absolute inset-x-0 z-20 shadow-low"
        />
      )}
    </div>
  );
}
