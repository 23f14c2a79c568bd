import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addRule,
  type CharterRule,
  type Community,
  communityLimits,
  editRule,
  retireRule,
} from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { communityQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

interface RuleFormProps {
  community: Community;
  /** The rule that is edited; left out for a new one. */
  rule?: CharterRule | undefined;
  onDone: () => void;
}

function RuleForm({ community, rule, onDone }: RuleFormProps) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (data: FormData) => {
      const { id: communityId } = community;
      const body = { title: textOf(data, "title"), text: textOf(data, "text") };
      if (!rule) return call(addRule, { params: { communityId }, body });
      const { number, version } = rule;
      return call(editRule, { params: { communityId, number }, body: { ...body, version } });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: communityQuery(community.slug).queryKey });
      onDone();
    },
  });
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(data)}>
      <TextField
        name="title"
        label={t("charter.titleLabel")}
        required
        maxLength={communityLimits.ruleTitle}
        defaultValue={rule?.title}
      />
      <TextArea
        name="text"
        label={t("charter.textLabel")}
        hint={t("charter.textHint")}
        limit={communityLimits.ruleText}
        defaultValue={rule?.text}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t(rule ? "charter.save" : "charter.add")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

function Retire({ community, rule }: { community: Community; rule: CharterRule }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const params = { communityId: community.id, number: rule.number };
  const retire = useMutation({
    mutationFn: () => call(retireRule, { params }),
    onSuccess: () => cache.invalidateQueries({ queryKey: communityQuery(community.slug).queryKey }),
  });
  return (
    <>
      <Button size="small" icon="withdraw" onClick={() => setIsOpen(true)}>
        {t("charter.retire")}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("charter.retireTitle", { number: rule.number })}
        confirmLabel={t("charter.retire")}
        danger
        busy={retire.isPending}
        error={retire.error}
        onConfirm={() => retire.mutate()}
      >
        {t("charter.retireLead")}
      </ConfirmDialog>
    </>
  );
}

function Rule({ community, rule }: { community: Community; rule: CharterRule }) {
  const { t } = useTranslation("communities");
  const [isEdited, setIsEdited] = useState(false);
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-4">
      <span className="font-serif text-lg leading-7 text-muted tabular-nums">{rule.number}</span>
      {isEdited ? (
        <RuleForm community={community} rule={rule} onDone={() => setIsEdited(false)} />
      ) : (
        <div>
          <p
            lang={community.language}
            dir="auto"
            className="font-serif text-lg leading-7 font-semibold"
          >
            {rule.title}
          </p>
          {rule.text && <Markdown source={rule.text} lang={community.language} top={4} />}
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="small" icon="edit" onClick={() => setIsEdited(true)}>
              {t("charter.editRule")}
            </Button>
            <Retire community={community} rule={rule} />
          </div>
        </div>
      )}
    </li>
  );
}

/** The charter, for owners: rules are added, worded anew, and taken out of force, never renumbered. */
export function CharterEditor({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div>
      <p className="max-w-measure text-muted">{t("charter.lead")}</p>
      <ol className="mt-4">
        {community.charter.map((rule) => (
          <Rule key={rule.number} community={community} rule={rule} />
        ))}
      </ol>
      <div className="border-t border-line pt-4">
        {isAdding ? (
          <RuleForm community={community} onDone={() => setIsAdding(false)} />
        ) : (
          <Button icon="plus" onClick={() => setIsAdding(true)}>
            {t("charter.add")}
          </Button>
        )}
      </div>
    </div>
  );
}
