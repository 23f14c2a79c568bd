import { useTranslation } from "react-i18next";
import { PasswordField } from "../ui/password-field.tsx";

const shortest = 12;
const longest = 200;

/** A new password, with the one rule that it has. */
export function NewPasswordField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation("accounts");
  return (
    <PasswordField
      name={name}
      label={label}
      hint={t("password.hint")}
      required
      minLength={shortest}
      maxLength={longest}
      autoComplete="new-password"
    />
  );
}

/** The password that one has. */
export function PresentPasswordField({ name, label }: { name: string; label: string }) {
  return (
    <PasswordField
      name={name}
      label={label}
      required
      maxLength={longest}
      autoComplete="current-password"
    />
  );
}

/** Tells password managers whose password a form without an address field is about. */
export function WhosePassword({ email }: { email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />;
}
