import { cx } from "../../ui/cx.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { useWords } from "../words.ts";
import { Figure } from "./figure.tsx";
import { amountText } from "./step-in-words.ts";

export interface Share {
  readonly id: string;
  readonly label: string;
  readonly votes: bigint;
  readonly tone: "accent" | "pro" | "con" | "danger" | "muted";
  readonly icon?: IconName | undefined;
}

interface ShareBarProps {
  title: string;
  /** Of the file. */
  name: string;
  shares: readonly Share[];
  denominator: number;
  caption: string;
}

const fills = {
  accent: "bg-accent",
  pro: "bg-pro",
  con: "bg-con",
  danger: "bg-danger",
  muted: "bg-line-strong",
};

/** One bar that is all ballots, and who holds which part of it. */
export function ShareBar({ title, name, shares, denominator, caption }: ShareBarProps) {
  const words = useWords();
  const { t, percent } = words;
  const total = shares.reduce((sum, { votes }) => sum + votes, 0n);
  const amount = (votes: bigint) => amountText(votes, { words, denominator });
  const widthOf = (votes: bigint) => (total === 0n ? 0 : (100 * Number(votes)) / Number(total));
  return (
    <Figure
      title={title}
      name={name}
      rows={shares}
      keyOf={({ id }) => id}
      columns={[
        { id: "label", header: t("picture.option"), cell: ({ label }) => label },
        { id: "votes", header: t("picture.part"), cell: ({ votes }) => amount(votes) },
        { id: "share", header: t("picture.share"), cell: ({ votes }) => percent(votes, total) },
      ]}
      caption={caption}
    >
      <div aria-hidden="true" className="flex h-9 overflow-hidden rounded-sm bg-sunken">
        {shares.map(({ id, votes, tone }) => (
          <div
            key={id}
            className={cx("border-e border-paper last:border-e-0", fills[tone])}
            style={{ width: `${widthOf(votes)}%` }}
          />
        ))}
      </div>
      <ul className="mt-3 space-y-1.5">
        {shares.map(({ id, label, votes, tone, icon }) => (
          <li key={id} className="flex items-baseline gap-2">
            <span
              aria-hidden="true"
              className={cx("size-3.5 shrink-0 rounded-xs border border-ink/60", fills[tone])}
            />
            <span className="flex min-w-0 flex-1 items-start gap-1.5">
              {icon && <Icon name={icon} size={18} className="mt-1" />}
              <bdi className="min-w-0">{label}</bdi>
            </span>
            <span className="shrink-0 tabular-nums">
              {amount(votes)} <span className="text-sm text-muted">{percent(votes, total)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
