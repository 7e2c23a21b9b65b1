#!/usr/bin/env bash
# First start of the database: one database per service, an owner for migrations, an application role
# that owns nothing; and one for the identity provider, which migrates and works as one role.
set -euo pipefail
for name in incident notification referral analytics; do
  owner_password=${name^^}_OWNER_PASSWORD
  app_password=${name^^}_APP_PASSWORD
  psql -v ON_ERROR_STOP=1 -U postgres \
    -v name="$name" -v owner="${name}_owner" -v app="${name}_app" \
    -v owner_password="${!owner_password}" -v app_password="${!app_password}" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password';
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"app";
\connect :"name"
revoke all on schema public from public;
grant all on schema public to :"owner";
grant usage on schema public to :"app";
alter default privileges for role :"owner" grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" grant usage, select on sequences to :"app";
SQL
done
psql -v ON_ERROR_STOP=1 -U postgres -v password="$IDENTITY_DATABASE_PASSWORD" <<'SQL'
create role identity login password :'password';
create database identity owner identity;
revoke all on database identity from public;
SQL
