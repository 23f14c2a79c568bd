ALTER TABLE "decisions" ADD COLUMN "lot_by" text DEFAULT 'seed' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "ballots_hash" text;