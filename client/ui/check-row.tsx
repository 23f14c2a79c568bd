import { Icon } from "./icons.tsx";

const looks = {
  ok: { icon: "check", look: "text-good" },
  failed: { icon: "warning", look: "text-danger" },
  skipped: { icon: "info", look: "text-muted" },
} as const;

interface CheckRowProps {
  name: string;
  state: keyof typeof looks;
  /** The state in words. */
  says: string;
  /** How it was looked at, or why not. */
  note?: string | undefined;
  faults: readonly string[];
}

/** One thing that was looked at: how it went, and what is wrong. */
export function CheckRow({ name, state, says, note, faults }: CheckRowProps) {
  const { icon, look } = looks[state];
  return (
    <li className="flex items-start gap-3 border-line px-4 py-3 not-first:border-t">
      <Icon name={icon} className={`mt-0.5 ${look}`} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{name}</span>{" "}
          <span className={`text-sm ${look}`}>{says}</span>
        </p>
        {note !== undefined && <p className="text-sm text-muted">{note}</p>}
        {faults.map((fault, at) => (
          <p key={`${fault} ${at}`} className="text-sm wrap-anywhere text-danger">
            {fault}
          </p>
        ))}
      </div>
    </li>
  );
}
