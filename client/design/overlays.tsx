import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, MenuGroup, MenuItem, MenuLink } from "../ui/menu.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { Tab, Tabs } from "../ui/tabs.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { Tooltip } from "../ui/tooltip.tsx";
import { Row, Section } from "./section.tsx";

function Dialogs() {
  const { t } = useTranslation("design");
  const [open, setOpen] = useState<"plain" | "confirm" | "sheet" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen("plain")}>{t("overlays.dialog")}</Button>
      <Button onClick={() => setOpen("confirm")}>{t("overlays.confirm")}</Button>
      <Button onClick={() => setOpen("sheet")}>{t("overlays.sheet")}</Button>
      <Dialog
        open={open === "plain"}
        onClose={close}
        title={t("overlays.inviteTitle")}
        description={t("overlays.inviteText")}
        footer={
          <Button variant="primary" onClick={close}>
            {t("overlays.invite")}
          </Button>
        }
      >
        <TextField label={t("overlays.days")} type="number" defaultValue={7} required />
      </Dialog>
      <Dialog open={open === "sheet"} onClose={close} title={t("overlays.sheet")} place="end">
        {t("type.body")}
      </Dialog>
      <ConfirmDialog
        open={open === "confirm"}
        onClose={close}
        title={t("overlays.withdrawTitle")}
        confirmLabel={t("overlays.withdraw")}
        danger
        reason={{ label: t("overlays.why"), hint: t("overlays.whyHint"), limit: 300 }}
        onConfirm={() => {
          close();
          toast({
            title: t("overlays.withdrawn"),
            action: { label: t("overlays.undo"), onSelect: () => undefined },
          });
        }}
      >
        {t("overlays.withdrawText")}
      </ConfirmDialog>
    </>
  );
}

function Toasts() {
  const { t } = useTranslation("design");
  return (
    <Row label={t("overlays.toasts")}>
      <Button onClick={() => toast({ title: t("overlays.saved"), tone: "good" })}>
        {t("overlays.goodToast")}
      </Button>
      <Button
        onClick={() =>
          toast({ title: t("overlays.failed"), detail: t("overlays.failedText"), tone: "danger" })
        }
      >
        {t("overlays.dangerToast")}
      </Button>
    </Row>
  );
}

export function Overlays() {
  const { t } = useTranslation("design");
  return (
    <Section title={t("overlays.title")}>
      <Row>
        <Dialogs />
        <Menu
          label={t("controls.more")}
          align="start"
          trigger={(props) => (
            <Button {...props} iconAfter="down">
              {t("overlays.menu")}
            </Button>
          )}
        >
          <MenuGroup label={t("overlays.claim")}>
            <MenuItem icon="edit" onSelect={() => undefined}>
              {t("overlays.edit")}
            </MenuItem>
            <MenuLink to="/design" icon="history">
              {t("overlays.history")}
            </MenuLink>
            <MenuItem icon="flag" disabled hint={t("overlays.flagHint")} onSelect={() => undefined}>
              {t("overlays.flag")}
            </MenuItem>
            <MenuItem icon="withdraw" danger onSelect={() => undefined}>
              {t("overlays.withdraw")}
            </MenuItem>
          </MenuGroup>
        </Menu>
        <Tooltip text={t("overlays.tip")}>
          {(props) => <IconButton {...props} icon="info" label={t("overlays.about")} title="" />}
        </Tooltip>
      </Row>
      <Toasts />
      <Tabs label={t("overlays.tabs")}>
        <Tab to="/design" icon="reply" count={128}>
          {t("overlays.arguments")}
        </Tab>
        <Tab to="/" icon="statement" count={43}>
          {t("overlays.statements")}
        </Tab>
        <Tab to="/" icon="decision">
          {t("overlays.decision")}
        </Tab>
        <Tab to="/" icon="outcome">
          {t("overlays.outcome")}
        </Tab>
        <Tab to="/" icon="activity">
          {t("overlays.activity")}
        </Tab>
      </Tabs>
      <div className="relative pb-10">
        <NewItemsPill count={4} onShow={() => undefined} />
      </div>
    </Section>
  );
}
