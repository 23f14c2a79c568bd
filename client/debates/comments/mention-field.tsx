import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { maxCommentLength } from "#shared/contract/comments.ts";
import type { Author } from "#shared/contract/ids.ts";
import { listMembers } from "#shared/contract/memberships.ts";
import { useBlocks } from "../../blocks/public.ts";
import { call } from "../../lib/api.ts";
import { PeopleOptions } from "../../ui/people-options.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useDebate } from "../debate-context.ts";
import { type Calling, callingAt } from "./mentions.ts";

/** Words of a comment as they are typed, and the people who were picked in them. */
export interface Typed {
  readonly text: string;
  readonly people: readonly Author[];
}

/**
 * Members whose name fits what is typed after an `@`, but for whom the reader blocked. Who blocked the reader is among
 * them, or their absence would tell: they only hear nothing of it.
 */
function useCalled(calling: Calling | null): readonly Author[] {
  const { ids } = useDebate();
  const { isBlocked } = useBlocks();
  const { communityId } = ids;
  const search = calling?.words.trim() ?? "";
  const { data } = useQuery({
    queryKey: ["members-called", communityId, search],
    queryFn: ({ signal }) =>
      call(listMembers, {
        params: { communityId },
        query: { limit: 6, ...(search && { search }) },
        signal,
      }),
    enabled: calling !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (!calling) return [];
  return (data?.items ?? [])
    .filter(({ id, isMe }) => !isMe && !isBlocked(id))
    .map(({ id, name }) => ({ id, name, kind: "member" }));
}

interface MentionFieldProps {
  label: string;
  hint?: string;
  value: Typed;
  onChange: (typed: Typed) => void;
  /** Ctrl or Cmd with Enter. */
  onSend: () => void;
  autoFocus?: boolean;
  ref?: Ref<{ focus: () => void }>;
}

/** Steps through the people found, by keys of the field: it keeps the focus. */
function useChoosing(found: readonly Author[], pick: (person: Author) => void) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, found.length - 1);
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    const person = found[chosen];
    if (!person || event.nativeEvent.isComposing) return false;
    if (step !== 0) setAt((chosen + step + found.length) % found.length);
    else if (key === "Enter" || key === "Tab") pick(person);
    else return false;
    event.preventDefault();
    return true;
  };
  return { chosen, press, restart: () => setAt(0) };
}

/** The name that is being typed, who fits it, and the picking of one. */
function useCalling({ value, onChange }: Pick<MentionFieldProps, "value" | "onChange">) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [calling, setCalling] = useState<Calling | null>(null);
  const found = useCalled(calling);
  const leave = () => setCalling(null);
  const pick = (person: Author) => {
    if (!calling) return;
    const { text, people } = value;
    const before = `${text.slice(0, calling.from)}@${person.name} `;
    const after = text.slice(calling.from + 1 + calling.words.length);
    onChange({ text: before + after, people: [...people, person] });
    leave();
    // Once the new text is in the field.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
    });
  };
  const { chosen, press, restart } = useChoosing(found, pick);
  const look = ({ value: text, selectionStart }: HTMLTextAreaElement) => {
    setCalling(callingAt(text, selectionStart));
    restart();
  };
  return { area, isCalling: calling !== null, found, chosen, pick, press, look, leave };
}

/** Several lines in which people are called by `@` and their name. */
export function MentionField(props: MentionFieldProps) {
  const { label, hint, value, onChange, onSend, autoFocus, ref } = props;
  const { t } = useTranslation("debates");
  const listId = useId();
  const { area, isCalling, found, chosen, pick, press, look, leave } = useCalling(props);
  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (press(event)) return;
    if (event.key === "Escape" && isCalling) {
      leave();
      event.stopPropagation();
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  const isOpen = found.length > 0;
  return (
    <div>
      <TextArea
        ref={area}
        name="text"
        label={label}
        hint={hint}
        required
        dir="auto"
        rows={2}
        autoFocus={autoFocus}
        limit={maxCommentLength}
        value={value.text}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          onChange({ ...value, text: target.value });
          look(target);
        }}
        onClick={({ currentTarget }) => look(currentTarget)}
      />
      <p role="status" className="sr-only">
        {isOpen && t("comment.peopleFound", { count: found.length })}
      </p>
      {isOpen && (
        <PeopleOptions
          id={listId}
          label={t("comment.people")}
          found={found}
          chosen={chosen}
          onPick={pick}
        />
      )}
    </div>
  );
}
