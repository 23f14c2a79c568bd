import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import { BlockedLine, useBlocks } from "../../blocks/public.ts";
import { CuratedMarks } from "../../curation/public.ts";
import { cx } from "../../ui/cx.ts";
import { LockNote, Moderated } from "../../moderation/public.ts";
import { StanceMark } from "../../ui/stance.tsx";
import { CommentCount } from "../comments/comment-count.tsx";
import { WellPutBadge } from "../comments/well-put-marks.tsx";
import { ReadingMarks } from "../find/marks.tsx";
import { WithDefinedWords } from "../glossary/defined-words.tsx";
import { MarkBadges } from "../marks/mark-badges.tsx";
import { SuggestionCount } from "../suggestions/suggestion-count.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { rowIdOf, useOutline, useRowHere } from "./outline-context.ts";
import { RatingLines } from "./rating-lines.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Deed, Facts, Goings, Toggle, useTabStop, useTaskToggle } from "./row-parts.tsx";
import { SourceBadge } from "./source-grade.tsx";
import { TaskPanel } from "./task-panel.tsx";
import type { ClaimNode, Row } from "./tree.ts";
import { Whereabouts } from "./whereabouts.tsx";

interface ClaimRowProps {
  row: Row;
  node: ClaimNode;
  /** By itself in the focus view: nothing to step in below, nothing to fold. */
  isAlone?: boolean;
}

function Words({ node }: Pick<ClaimRowProps, "node">) {
  const { t } = useTranslation("debates");
  const { claim } = node;
  const tabIndex = useTabStop();
  const id = `${rowIdOf(node.id)}-text`;
  const { moderation: mark, authorId } = claim;
  const subject = { kind: "claim" as const, id: claim.id };
  const moderated = { subject, mark, authorId, tabIndex };
  if (isOutOfSight(mark)) return <Moderated id={id} {...moderated} />;
  if (claim.withdrawnAt !== undefined) {
    return (
      <p id={id} className="text-muted italic">
        {t("withdrawn.claim")}
      </p>
    );
  }
  const words = (
    <p
      id={mark ? undefined : id}
      lang={claim.language}
      dir="auto"
      className="font-serif text-lg leading-7"
    >
      <WithDefinedWords text={claim.text} />
    </p>
  );
  return (
    <Moderated id={id} {...moderated}>
      {words}
    </Moderated>
  );
}

/** For or against, and what of: the thing above, or that it bears on what is above that. */
function Stance({ node }: Pick<ClaimRowProps, "node">) {
  const { t } = useTranslation("debates");
  return (
    <span
      id={`${rowIdOf(node.id)}-kind`}
      className="inline-flex flex-wrap items-center gap-x-2 text-sm text-muted"
    >
      <StanceMark side={node.edge.side} />
      {node.edge.targetKind === "edge" && t("outline.onBearing")}
      {node.depth > 6 && t("outline.level", { level: node.depth })}
      <ReadingMarks claimId={node.claim.id} />
    </span>
  );
}

function Deeds({ node }: Pick<ClaimRowProps, "node">) {
  const { t } = useTranslation("debates");
  const { can } = useOutline();
  const toggleTask = useTaskToggle();
  const { id: nodeId, claim } = node;
  if (claim.withdrawnAt !== undefined) return null;
  return (
    <div data-no-print className="-ms-2.5 flex flex-wrap items-center">
      {can.addClaim && (
        <>
          {(["pro", "con"] as const).map((side) => (
            <Deed
              key={side}
              icon={side}
              label={t(`outline.reply.${side}`)}
              onClick={() => toggleTask({ kind: "claim", nodeId, side })}
            >
              {t(`outline.side.${side}`)}
            </Deed>
          ))}
          <Deed brief icon="evidence" onClick={() => toggleTask({ kind: "evidence", nodeId })}>
            {t("outline.source")}
          </Deed>
        </>
      )}
      {can.rate && (
        <Deed brief icon="chart" onClick={() => toggleTask({ kind: "rate", nodeId })}>
          {t("outline.rate")}
        </Deed>
      )}
      <SuggestionCount node={node} />
      <CommentCount node={node} />
      <RowMenu node={node} version={claim.version} />
    </div>
  );
}

/** What a claim says and is worth, and what can be done about it. */
function Inside({ node, isActive }: { node: ClaimNode; isActive: boolean }) {
  const { claim } = node;
  return (
    <>
      <Words node={node} />
      <LockNote kind="claim" id={node.claim.id} tabIndex={isActive ? 0 : -1} />
      <CuratedMarks node={node} tabIndex={isActive ? 0 : -1} />
      <Whereabouts node={node} />
      <EvidenceList node={node} />
      <RatingLines node={node} />
      <div className="mt-1 flex flex-wrap items-center gap-x-4">
        <Facts node={node} {...claim} />
        <SourceBadge node={node} />
        <MarkBadges claimId={claim.id} />
        <WellPutBadge claimId={claim.id} />
        <Deeds node={node} />
      </div>
    </>
  );
}

/** One claim, with all that can be done about it; only a line where its author is blocked. */
export function ClaimRow({ row, node, isAlone = false }: ClaimRowProps) {
  const { activate } = useOutline();
  const { isActive } = useRowHere();
  const { claim, edge } = node;
  const isFolded = useBlocks().isFolded(claim.authorId, claim.id);
  const steps = isAlone ? 0 : node.depth - 1;
  return (
    <div
      className="py-1 [--step:0.75rem] sm:[--step:1.625rem]"
      style={{ paddingInlineStart: `min(${steps} * var(--step), 42%)` }}
      onPointerDown={() => activate(node.id)}
    >
      <div
        className={cx(
          "relative rounded-e-md border-s-3 py-2 pe-2 ps-2",
          edge.side === "pro" ? "border-pro" : "border-con",
          isActive ? "bg-surface" : "hover:bg-surface/60",
        )}
      >
        <Goings node={node} />
        <div className="flex items-start gap-1">
          {!isAlone && <Toggle row={row} />}
          <div className="min-w-0 max-w-measure flex-1">
            <Stance node={node} />
            <div id={isFolded ? `${rowIdOf(node.id)}-text` : undefined}>
              <BlockedLine
                authorId={claim.authorId}
                textId={claim.id}
                tabIndex={isActive ? 0 : -1}
              />
            </div>
            {!isFolded && <Inside node={node} isActive={isActive} />}
            <TaskPanel node={node} />
          </div>
        </div>
      </div>
    </div>
  );
}
