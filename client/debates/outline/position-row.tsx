import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import { LockNote, Moderated } from "../../moderation/public.ts";
import { Icon } from "../../ui/icons.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { Marked } from "../find/marks.tsx";
import { useDebate } from "../debate-context.ts";
import { MarkedByPanel } from "./by-panel.tsx";
import { MadeOfBridges } from "./made-of-bridges.tsx";
import { rowIdOf, useOutline } from "./outline-context.ts";
import { RowMenu } from "./row-menu.tsx";
import { StandingLine } from "./standing-line.tsx";
import { Deed, Facts, Goings, Toggle, useTaskToggle } from "./row-parts.tsx";
import { TaskPanel } from "./task-panel.tsx";
import type { PositionNode, Row } from "./tree.ts";

interface PositionRowProps {
  row: Row;
  node: PositionNode;
  /** By itself in the focus view: nothing to fold. */
  isAlone?: boolean;
}

const moderationOf = ({ id, moderation, authorId }: PositionNode["position"]) => ({
  subject: { kind: "position" as const, id },
  mark: moderation,
  authorId,
});

function Words({ node }: Pick<PositionRowProps, "node">) {
  const { t } = useTranslation("debates");
  const { debate } = useDebate();
  const { position } = node;
  const id = `${rowIdOf(node.id)}-text`;
  const { moderation: mark } = position;
  if (isOutOfSight(mark)) return <Moderated id={id} {...moderationOf(position)} />;
  if (position.withdrawnAt !== undefined) {
    return (
      <p id={id} className="text-muted italic">
        {t("withdrawn.position")}
      </p>
    );
  }
  return (
    <Moderated id={id} {...moderationOf(position)}>
      <h3 id={mark ? undefined : id} lang={debate.language} className="text-2xl">
        <bdi>
          <Marked text={position.title} />
        </bdi>
      </h3>
      {position.text && (
        <Markdown source={position.text} lang={debate.language} top={4} className="mt-2" />
      )}
    </Moderated>
  );
}

/** A candidate answer, and the head of what is said about it. */
export function PositionRow({ row, node, isAlone = false }: PositionRowProps) {
  const { t } = useTranslation("debates");
  const { can, activate } = useOutline();
  const toggleTask = useTaskToggle();
  const { position } = node;
  const isOpenToClaims = can.addClaim && position.withdrawnAt === undefined;
  return (
    <div className={isAlone ? "pb-2" : "pt-7 pb-2"} onPointerDown={() => activate(node.id)}>
      <div className="relative border-t-2 border-ink pt-3">
        <Goings node={node} />
        <p id={`${rowIdOf(node.id)}-kind`} className="eyebrow mb-1 flex items-center gap-1.5">
          <Icon name="position" size={16} />
          {t("outline.position", { number: row.place })}
        </p>
        <div className="flex items-start gap-1">
          {!isAlone && (
            <span className="-ms-2 flex">
              <Toggle row={row} />
            </span>
          )}
          <div className="min-w-0 max-w-measure flex-1">
            <Words node={node} />
            <MarkedByPanel position={position} />
            <MadeOfBridges position={position} />
            <LockNote kind="position" id={node.id} />
            <div className="mt-2">
              <Facts node={node} {...position} />
              <StandingLine node={node} />
            </div>
            <div data-no-print className="-ms-2.5 mt-1 flex flex-wrap items-center gap-1">
              {isOpenToClaims &&
                (["pro", "con"] as const).map((side) => (
                  <Deed
                    key={side}
                    icon={side}
                    onClick={() => toggleTask({ kind: "claim", nodeId: node.id, side })}
                  >
                    {t(`outline.add.${side}`)}
                  </Deed>
                ))}
              <RowMenu node={node} version={position.version} />
            </div>
            <TaskPanel node={node} />
          </div>
        </div>
      </div>
    </div>
  );
}
