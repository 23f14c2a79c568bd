ALTER TABLE "ballots" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "tie_break" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "lot_seed" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "chair_order" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "reasons" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "runoff_of" uuid;