//! What a user sees: the program, driven from outside.
