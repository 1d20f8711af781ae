#!/bin/sh
# First start of the database: the owner of the tables, and the app role that neither owns nor bypasses anything.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
create role leerkring_owner login nosuperuser nobypassrls password :'owner';
create role leerkring_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create database leerkring owner leerkring_owner;
SQL
