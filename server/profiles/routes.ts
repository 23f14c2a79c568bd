import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import * as contract from "#shared/contract/profiles.ts";
import type { Deps } from "../deps.ts";
import { createMount, type Mount } from "../platform/mount.ts";
import { changeBio, changePicture, removePicture } from "./change-profile.ts";
import { listDeeds, readPicture, readProfile } from "./read-profile.ts";

const limits = {
  fileSize: contract.profileLimits.pictureBytes,
  files: 1,
  fields: 1,
  fieldSize: 1_024,
  fieldNameSize: 100,
  headerPairs: 20,
};

/** What people show of themselves. Only the one route that takes a picture knows multipart. */
export async function profileRoutes(app: FastifyInstance, mount: Mount, deps: Deps): Promise<void> {
  mount(contract.readProfile, (call) => readProfile(deps, call));
  mount(contract.listDeeds, (call) => listDeeds(deps, call));
  mount(contract.readPicture, (call) => readPicture(deps, call));
  mount(contract.changeBio, (call) => changeBio(deps, call));
  mount(contract.removePicture, (call) => removePicture(deps, call));
  await app.register(async (scope) => {
    await scope.register(multipart, { limits });
    createMount(scope, deps)(contract.changePicture, (call) => changePicture(deps, call));
  });
}
