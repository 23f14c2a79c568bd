ALTER TABLE "commitments" ADD COLUMN "round_id" uuid;--> statement-breakpoint
CREATE INDEX "commitments_community_id_round_id_index" ON "commitments" USING btree ("community_id","round_id");