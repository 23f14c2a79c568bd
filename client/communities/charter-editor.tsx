import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CharterRule,
  type CharterVersion,
  type Community,
  retireRule,
} from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Time } from "../ui/time.tsx";
import { communityQuery } from "./queries.ts";
import { EditRuleForm, FromField, momentOf, NewRuleForm } from "./rule-form.tsx";

interface RuleProps {
  community: Community;
  /** The version that is in force, or will be where one is coming. */
  newest: CharterRule | CharterVersion;
}

const isRetiring = (rule: RuleProps["newest"]) => "isRetired" in rule && rule.isRetired;

function Retire({ community, newest }: RuleProps) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [from, setFrom] = useState("");
  const { number, version } = newest;
  const retire = useMutation({
    mutationFn: () =>
      call(retireRule, {
        params: { communityId: community.id, number },
        body: { version, effectiveAt: momentOf(from) },
      }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: communityQuery(community.slug).queryKey });
      setIsOpen(false);
    },
  });
  return (
    <>
      <Button size="small" icon="withdraw" onClick={() => setIsOpen(true)}>
        {t("charter.retire")}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("charter.retireTitle", { number })}
        confirmLabel={t("charter.retire")}
        danger
        busy={retire.isPending}
        error={retire.error}
        onConfirm={() => retire.mutate()}
      >
        <p className="mb-4">{t("charter.retireLead")}</p>
        <FromField value={from} onChange={setFrom} />
      </ConfirmDialog>
    </>
  );
}

/** A rule as it was saved last, with the day from which that holds where it is yet to come. */
function RuleWords({ community, newest }: RuleProps) {
  const { t } = useTranslation("communities");
  const { language } = community;
  return (
    <>
      {"isRetired" in newest && (
        <p className="text-sm text-muted">
          {t(isRetiring(newest) ? "charter.retiredFrom" : "charter.from")}{" "}
          <Time value={newest.effectiveAt} show="both" />
        </p>
      )}
      <p lang={language} dir="auto" className="font-serif text-lg leading-7 font-semibold">
        {newest.title}
      </p>
      {newest.text && <Markdown source={newest.text} lang={language} top={4} />}
    </>
  );
}

function Rule({ community, newest }: RuleProps) {
  const { t } = useTranslation("communities");
  const [isEdited, setIsEdited] = useState(false);
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-4">
      <span className="font-serif text-lg leading-7 text-muted tabular-nums">{newest.number}</span>
      {isEdited ? (
        <EditRuleForm community={community} newest={newest} onDone={() => setIsEdited(false)} />
      ) : (
        <div>
          <RuleWords community={community} newest={newest} />
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="small" icon="edit" onClick={() => setIsEdited(true)}>
              {t("charter.editRule")}
            </Button>
            {!isRetiring(newest) && <Retire community={community} newest={newest} />}
          </div>
        </div>
      )}
    </li>
  );
}

/** Of each rule what was saved last, by number. */
function newestOf({ charter, comingCharter }: Community): RuleProps["newest"][] {
  const newest = new Map<number, RuleProps["newest"]>();
  for (const rule of [...charter, ...comingCharter]) {
    const known = newest.get(rule.number);
    if (!known || known.version < rule.version) newest.set(rule.number, rule);
  }
  return [...newest.values()].toSorted((a, b) => a.number - b.number);
}

/** The charter, for owners: rules are added, worded anew, and taken out of force, never renumbered. */
export function CharterEditor({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div>
      <p className="max-w-measure text-muted">{t("charter.lead")}</p>
      <ol className="mt-4">
        {newestOf(community).map((rule) => (
          <Rule key={rule.number} community={community} newest={rule} />
        ))}
      </ol>
      <div className="border-t border-line pt-4">
        {isAdding ? (
          <NewRuleForm community={community} onDone={() => setIsAdding(false)} />
        ) : (
          <Button icon="plus" onClick={() => setIsAdding(true)}>
            {t("charter.add")}
          </Button>
        )}
      </div>
    </div>
  );
}
