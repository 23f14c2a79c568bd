export { AskNewAddress, askNewAddress } from "./change-email.ts";
export { GreetNewcomer, greetNewcomer } from "./greet-newcomer.ts";
export { SendMail, sendMail } from "./mail.ts";
export { hashPassword } from "./password.ts";
export { SendResetLink, sendResetLink } from "./request-password-reset.ts";
export { accountRoutes } from "./routes.ts";
export { tidyUpAccounts } from "./tidy-up.ts";
