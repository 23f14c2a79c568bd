ALTER TABLE "evidence" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "checked_status" integer;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "checked_title" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "checked_hash" text;