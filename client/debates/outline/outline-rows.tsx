import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { goWrite } from "../../ui/go-write.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useDebate } from "../debate-context.ts";
import { NothingFound } from "../find/filter-line.tsx";
import type { Finding } from "../find/use-finding.ts";
import { useOutline } from "./outline-context.ts";
import type { Focus } from "./into-sight.ts";
import { OutlineTree } from "./outline-tree.tsx";

function NoPositions({ canAdd }: { canAdd: boolean }) {
  const { t } = useTranslation("debates");
  return (
    <EmptyState
      icon="position"
      title={t("outline.empty.title")}
      action={
        canAdd && (
          <Button variant="primary" icon="position" onClick={() => goWrite("propose")}>
            {t("next.propose.button")}
          </Button>
        )
      }
    >
      {t(canAdd ? "outline.empty.propose" : "outline.empty.wait")}
    </EmptyState>
  );
}

/** Answers stand here, and nobody has said anything about them. */
function NoClaims({ first }: { first: string }) {
  const { t } = useTranslation("debates");
  const { can, dispatch } = useOutline();
  const { phase } = useDebate().debate;
  const begin = () =>
    dispatch({ do: "begin", task: { kind: "claim", nodeId: first, side: "pro" } });
  const isEarly = phase === "draft" || phase === "framing";
  return (
    <div data-no-print className="mt-8">
      <EmptyState
        size="small"
        icon="pro"
        title={t("outline.noClaims.title")}
        action={can.addClaim && <Button onClick={begin}>{t("outline.noClaims.begin")}</Button>}
      >
        {t(isEarly ? "outline.noClaims.early" : "outline.noClaims.text")}
      </EmptyState>
    </div>
  );
}

interface OutlineRowsProps {
  finding: Finding;
  focusRef: RefObject<Focus | null>;
}

/** The tree, or why there is none. */
export function OutlineRows({ finding, focusRef }: OutlineRowsProps) {
  const { can, isRevealed, dispatch } = useOutline();
  const { debate } = useDebate();
  const { model, narrowing } = finding;
  if (narrowing.isPending) return <Skeleton shape="list" count={3} />;
  const [first] = model.rows;
  if (first) {
    return (
      <>
        <OutlineTree model={model} focusRef={focusRef} />
        {debate.counts.claims === 0 && <NoClaims first={first.node.id} />}
      </>
    );
  }
  if (narrowing.narrowed === null) return <NoPositions canAdd={can.addPosition} />;
  const reveal = () => dispatch({ do: "reveal", isRevealed: true });
  return <NothingFound narrowing={narrowing} isRevealed={isRevealed} onReveal={reveal} />;
}
