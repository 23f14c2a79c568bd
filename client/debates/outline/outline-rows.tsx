import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { NothingFound } from "../find/filter-line.tsx";
import type { Finding } from "../find/use-finding.ts";
import { useOutline } from "./outline-context.ts";
import type { Focus } from "./into-sight.ts";
import { OutlineTree } from "./outline-tree.tsx";

function NoPositions({ canAdd }: { canAdd: boolean }) {
  const { t } = useTranslation("debates");
  return (
    <EmptyState icon="position" title={t("outline.empty.title")}>
      {t(canAdd ? "outline.empty.propose" : "outline.empty.wait")}
    </EmptyState>
  );
}

interface OutlineRowsProps {
  finding: Finding;
  focusRef: RefObject<Focus | null>;
}

/** The tree, or why there is none. */
export function OutlineRows({ finding, focusRef }: OutlineRowsProps) {
  const { can, isRevealed, dispatch } = useOutline();
  const { model, narrowing } = finding;
  if (narrowing.isPending) return <Skeleton shape="list" count={3} />;
  if (model.rows.length > 0) return <OutlineTree model={model} focusRef={focusRef} />;
  if (narrowing.narrowed === null) return <NoPositions canAdd={can.addPosition} />;
  const reveal = () => dispatch({ do: "reveal", isRevealed: true });
  return <NothingFound narrowing={narrowing} isRevealed={isRevealed} onReveal={reveal} />;
}
