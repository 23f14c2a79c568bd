import type { Author } from "#shared/contract/ids.ts";
import { Avatar } from "./avatar.tsx";
import { cx } from "./cx.ts";

interface PeopleOptionsProps {
  id: string;
  label: string;
  found: readonly Author[];
  /** The place of the one that the keys have reached. */
  chosen: number;
  onPick: (person: Author) => void;
  className?: string;
}

/** The people who fit what is typed in a field, which keeps the focus; `${id}-${place}` is each one's id. */
export function PeopleOptions(props: PeopleOptionsProps) {
  const { id, label, found, chosen, onPick, className } = props;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      className={cx(
        "mt-1 overflow-hidden rounded-md border border-line-strong bg-raised",
        className,
      )}
    >
      {found.map((person, at) => (
        // The field keeps the focus and has the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
          className={cx(
            "flex min-h-11 cursor-pointer items-center gap-2 px-3",
            at === chosen ? "bg-accent-soft" : "hover:bg-surface",
          )}
        >
          <Avatar person={person} size="small" />
          <bdi className="truncate">{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}
