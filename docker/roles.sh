#!/bin/sh
# First start of the database: the owner of the tables, the app role that neither owns nor bypasses anything, and the two roles that
# it puts on for one transaction: to open the ballots of a survey, and to remind without seeing them.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
create role leerkring_owner login nosuperuser nobypassrls password :'owner';
create role leerkring_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create role leerkring_mixer nologin nosuperuser nobypassrls;
create role leerkring_reminder nologin nosuperuser nobypassrls;
grant leerkring_mixer, leerkring_reminder to leerkring_app with inherit false, set true;
create database leerkring owner leerkring_owner;
SQL
