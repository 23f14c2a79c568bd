import { Link, type LinkProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../ui/icons.tsx";
import { useArgument } from "./argument-context.ts";
import { useDebate } from "./debate-context.ts";
import { useActiveId } from "./outline/active-row.ts";
import { wayTo } from "./focus/place.ts";

interface ViewProps extends LinkProps {
  icon: IconName;
  words: string;
}

function View({ icon, words, ...link }: ViewProps) {
  return (
    <li>
      <Link
        {...link}
        activeProps={{ "aria-current": "page" }}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted no-underline hover:text-ink aria-[current=page]:bg-ink/8 aria-[current=page]:text-ink compact:min-h-7"
      >
        <Icon name={icon} size={16} />
        {words}
      </Link>
    </li>
  );
}

/** The ways to look at the same argument. */
export function ViewSwitch() {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const { tree, active } = useArgument().model;
  const activeId = useActiveId(active);
  const params = { slug, debateId: debate.id };
  const node = tree.nodes.get(activeId ?? "") ?? tree.positions[0];
  if (!node) return null;
  const { claimId, search } = wayTo(tree, node);
  return (
    <nav data-no-print aria-label={t("views.label")} className="-mx-2.5 mb-2">
      <ul className="flex flex-wrap gap-1">
        <View
          icon="menu"
          words={t("views.outline")}
          to="/c/$slug/d/$debateId/arguments"
          params={params}
          activeOptions={{ exact: true }}
        />
        <View
          icon="framing"
          words={t("views.focus")}
          to="/c/$slug/d/$debateId/arguments/focus/$claimId"
          params={{ ...params, claimId }}
          search={search}
          resetScroll={false}
        />
        <View
          icon="rings"
          words={t("views.overview")}
          to="/c/$slug/d/$debateId/arguments/overview"
          params={params}
          resetScroll={false}
        />
      </ul>
    </nav>
  );
}
