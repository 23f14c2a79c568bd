CREATE SEQUENCE "public"."told_batches" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
ALTER TABLE "room_events" ADD COLUMN "batch" bigint;--> statement-breakpoint
CREATE INDEX "room_events_batch_index" ON "room_events" USING btree ("batch");