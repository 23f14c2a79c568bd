import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { useNameOf } from "./person-name.ts";

export interface Person {
  id: string;
  name: string;
  /** `former` where the account has gone, and the name with it. */
  kind?: string | undefined;
  /** The address of a picture of theirs. */
  picture?: string | null | undefined;
}

/** Quiet tints that keep ink readable in both themes; which one a person has follows from the id. */
const tints = [
  "bg-accent-soft text-accent",
  "bg-pro-soft text-pro",
  "bg-con-soft text-con",
  "bg-good-soft text-good",
  "bg-warn-soft text-warn",
  "bg-sunken text-muted",
] as const;

/** The same person has the same tint everywhere. */
export function tintOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? tints[0];
}

/** Up to two letters; one sign for names without letters between words. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s_-]+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => word?.match(/^\P{M}\p{M}*/u)?.[0] ?? "?")
    .join("")
    .toLocaleUpperCase();
}

interface AvatarProps {
  person: Person;
  size?: keyof typeof sizes;
  className?: string | undefined;
}

const sizes = {
  small: "size-6 text-[0.625rem]",
  medium: "size-8 text-xs",
  large: "size-12 text-base",
  huge: "size-24 text-3xl",
};

/** A picture, or a face made of initials. Decoration: the name stands beside it. */
export function Avatar({ person, size = "medium", className }: AvatarProps) {
  if (person.picture) {
    return (
      <img
        src={person.picture}
        alt=""
        width={256}
        height={256}
        loading="lazy"
        className={cx("shrink-0 rounded-full bg-sunken object-cover", sizes[size], className)}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-full border border-current/25 font-semibold",
        tintOf(person.id),
        sizes[size],
        className,
      )}
    >
      {person.kind === "former" ? "–" : initialsOf(person.name)}
    </span>
  );
}

/** A face and a name on one line. */
export function Byline({ person }: { person: Person }) {
  const nameOf = useNameOf();
  return (
    <span className="inline-flex min-w-0 items-center gap-2 text-sm">
      <Avatar person={person} size="small" />
      <span className="truncate font-medium">
        <bdi>{nameOf(person)}</bdi>
      </span>
    </span>
  );
}

interface AvatarStackProps {
  people: readonly Person[];
  /** How many there are in all, those without a name included. */
  total?: number | undefined;
  /** How many faces to draw. */
  max?: number | undefined;
}

/** Who is here, quietly. */
export function AvatarStack({ people, total = people.length, max = 4 }: AvatarStackProps) {
  const { t, i18n } = useTranslation("ui");
  const faces = people.slice(0, max);
  const names = new Intl.ListFormat(i18n.language).format(people.map((person) => person.name));
  if (total === 0) return null;
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted" title={names} data-no-print>
      <span className="inline-flex -space-x-1.5 rtl:space-x-reverse">
        {faces.map((person) => (
          <Avatar key={person.id} person={person} size="small" className="ring-2 ring-paper" />
        ))}
      </span>
      <span>{t("present", { count: total })}</span>
    </span>
  );
}
