export { forgetLatecomers, Latecomers } from "./forget-latecomers.ts";
