CREATE TABLE "panel_experts" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text,
	"account_id" uuid,
	"testimony" text,
	"testified_at" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_experts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "panel_questions" ADD COLUMN "expert_id" uuid;--> statement-breakpoint
ALTER TABLE "panel_experts" ADD CONSTRAINT "panel_experts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_experts" ADD CONSTRAINT "panel_experts_community_id_panel_id_panels_community_id_id_fk" FOREIGN KEY ("community_id","panel_id") REFERENCES "public"."panels"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_experts_community_id_panel_id_index" ON "panel_experts" USING btree ("community_id","panel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_experts_token_hash_index" ON "panel_experts" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "panel_experts_account_id_index" ON "panel_experts" USING btree ("account_id");