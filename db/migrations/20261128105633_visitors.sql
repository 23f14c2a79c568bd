CREATE TABLE "ended_visits" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "debates" ADD COLUMN "admits_visitors" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "debates" ADD COLUMN "counts_visitors" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "responders" ADD COLUMN "is_visitor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "statement_counts" ADD COLUMN "visitor_agrees" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statement_counts" ADD COLUMN "visitor_disagrees" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statement_counts" ADD COLUMN "visitor_passes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ended_visits" ADD CONSTRAINT "ended_visits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ended_visits_account_id_index" ON "ended_visits" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "ended_visits_ended_at_index" ON "ended_visits" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "responders_visitors" ON "responders" USING btree ("participant_id") WHERE "responders"."is_visitor";