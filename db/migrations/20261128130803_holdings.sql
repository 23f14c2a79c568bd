CREATE TABLE "token_balances" (
	"community_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"address" text,
	"name" text,
	"salt" text,
	"digest" text,
	"participant_id" uuid,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "token_balances_community_id_snapshot_id_place_pk" PRIMARY KEY("community_id","snapshot_id","place")
);
--> statement-breakpoint
CREATE TABLE "token_snapshots" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"token" text NOT NULL,
	"source" text NOT NULL,
	"link" text,
	"decimals" integer NOT NULL,
	"holders" integer NOT NULL,
	"total" numeric(78, 0) NOT NULL,
	"hash" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "token_snapshots_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "wallet_challenges" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"message_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"address" text NOT NULL,
	"proven_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wallets_address_unique" UNIQUE("address")
);
--> statement-breakpoint
ALTER TABLE "token_balances" ADD CONSTRAINT "token_balances_community_id_snapshot_id_token_snapshots_community_id_id_fk" FOREIGN KEY ("community_id","snapshot_id") REFERENCES "public"."token_snapshots"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_snapshots" ADD CONSTRAINT "token_snapshots_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_challenges" ADD CONSTRAINT "wallet_challenges_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "token_balances_community_id_participant_id_index" ON "token_balances" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "token_balances_community_id_snapshot_id_address_index" ON "token_balances" USING btree ("community_id","snapshot_id","address");--> statement-breakpoint
CREATE INDEX "token_snapshots_community_id_created_at_index" ON "token_snapshots" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE INDEX "wallets_account_id_index" ON "wallets" USING btree ("account_id");