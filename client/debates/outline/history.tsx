import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { revisionsQuery } from "../queries.ts";
import { useOutline } from "./outline-context.ts";
import type { OutlineNode } from "./tree.ts";

/** What a claim or position said in each of its versions. */
export function History({ node }: { node: OutlineNode }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const { leaveTask } = useOutline();
  const { id, version } = node.kind === "position" ? node.position : node.claim;
  const query = useQuery(revisionsQuery(ids, { kind: node.kind, id, version }));
  return (
    <div className="space-y-3">
      <Loaded query={query} skeleton={<Skeleton shape="text" count={2} />}>
        {({ items }) => (
          <ol aria-label={t("outline.history")} className="space-y-3">
            {items.map((revision) => (
              <li key={revision.version}>
                <p className="text-sm text-muted">
                  {t("history.version", { number: revision.version })}{" "}
                  <bdi>{revision.editor.name}</bdi> <Time value={revision.at} show="both" />
                  {revision.acceptedBy && (
                    <> · {t("history.acceptedBy", { name: revision.acceptedBy.name })}</>
                  )}
                </p>
                <p dir="auto" className="font-serif whitespace-pre-line">
                  {revision.text}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <Button size="small" autoFocus onClick={leaveTask}>
        {t("history.close")}
      </Button>
    </div>
  );
}
