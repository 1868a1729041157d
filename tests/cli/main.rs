//! What a user sees: the program, driven from outside, one module for each
//! thing it can do.

mod acts;
mod agreement;
mod articles;
mod audit;
mod bad_input;
mod claims;
mod concurrency;
mod contributing;
mod coverage;
mod demo;
mod desks;
mod durability;
mod extract;
mod facets;
mod flags;
mod formats;
mod guards;
mod help;
mod judged;
mod model_use;
mod models;
mod operations;
mod people;
mod read_only;
mod reading;
mod readme;
mod reports;
mod revisions;
mod schema;
mod splits;
mod sql;
mod streams;
mod upgrade;
mod verdicts;
mod world;
