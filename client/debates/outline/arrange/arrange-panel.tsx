import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeKind } from "#shared/contract/structure.ts";
import { Button } from "../../../ui/button.tsx";
import type { IconName } from "../../../ui/icons.tsx";
import { useArrange } from "../../use-arrange.ts";
import { useOutline } from "../outline-context.ts";
import type { ClaimNode } from "../tree.ts";
import type { DeedFormProps } from "./deed-actions.tsx";
import { MergeForm, PlaceForm } from "./place-form.tsx";
import { ArchiveForm, ExtractForm, SplitForm, UnlinkForm } from "./word-forms.tsx";

type DeedKind = Exclude<ChangeKind, "restored">;

const icons: Record<DeedKind, IconName> = {
  moved: "arrow",
  linked: "link",
  unlinked: "close",
  merged: "copy",
  split: "menu",
  extracted: "external",
  archived: "archive",
};

/** What can be done with a claim at this place by this reader. */
function useDeeds(node: ClaimNode): DeedKind[] {
  const { can, placesOf } = useOutline();
  const isLinked = (placesOf.get(node.claim.id)?.length ?? 0) > 1;
  return [
    "moved",
    "linked",
    ...(isLinked ? (["unlinked"] as const) : []),
    "merged",
    "split",
    "extracted",
    ...(can.arrange ? (["archived"] as const) : []),
  ];
}

function DeedForm({ kind, ...form }: DeedFormProps & { kind: DeedKind }) {
  switch (kind) {
    case "moved":
    case "linked":
      return <PlaceForm kind={kind} {...form} />;
    case "merged":
      return <MergeForm {...form} />;
    case "split":
      return <SplitForm {...form} />;
    case "archived":
      return <ArchiveForm {...form} />;
    case "extracted":
      return <ExtractForm {...form} />;
    case "unlinked":
      return <UnlinkForm {...form} />;
  }
}

/** Changes where a claim stands: first what, then how. All of it can be taken back. */
export function ArrangePanel({ node }: { node: ClaimNode }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { arriveAt, leaveTask } = useOutline();
  const [kind, setKind] = useState<DeedKind | null>(null);
  const deeds = useDeeds(node);
  const arrange = useArrange(({ change, edges }) => {
    const [edge] = edges;
    if (edge && change.kind !== "merged") arriveAt(edge);
    else leaveTask();
  });
  if (kind) {
    return (
      <DeedForm
        kind={kind}
        node={node}
        busy={arrange.isPending}
        error={arrange.error}
        onSend={(change) => arrange.mutate(change)}
        onCancel={() => {
          arrange.reset();
          setKind(null);
        }}
      />
    );
  }
  return (
    <div className="space-y-3">
      <h3 className="text-base">{t("arrange.title")}</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {deeds.map((one, at) => (
          <li key={one}>
            <Button
              icon={icons[one]}
              autoFocus={at === 0}
              className="w-full justify-start! text-start!"
              onClick={() => setKind(one)}
            >
              {t(`arrange.deed.${one}`)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" variant="quiet" onClick={leaveTask}>
          {t("ui:cancel")}
        </Button>
        <p className="text-sm text-muted">{t("arrange.undoable")}</p>
      </div>
    </div>
  );
}
