CREATE TABLE "blocks" (
	"community_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_community_id_account_id_participant_id_pk" PRIMARY KEY("community_id","account_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocks_community_id_participant_id_index" ON "blocks" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "blocks_account_id_id_index" ON "blocks" USING btree ("account_id","id");