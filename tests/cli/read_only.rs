//! A desk on a medium that can't be written to: a mounted backup, a share
//! somebody may only read.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::{Command, Output};
use std::thread;

use assert_cmd::cargo::cargo_bin;
use claimdesk::cli::exit::Exit;

use crate::sql;
use crate::world::{World, bytes};

/// A user without rights, in whose place the superuser runs the program: no
/// permission stops the superuser.
const NOBODY: u32 = 65534;

/// A folder that the user who runs the program may not write to.
struct Medium {
    world: World,
}

impl Medium {
    fn of(world: World) -> Self {
        let (built, program) = (cargo_bin("claimdesk"), world.path("program"));
        // Where it was built may be closed to others.
        fs::hard_link(&built, &program)
            .or_else(|_| fs::copy(&built, &program).map(drop))
            .unwrap();
        fs::set_permissions(world.desk(), Permissions::from_mode(0o644)).unwrap();
        fs::set_permissions(world.path("."), Permissions::from_mode(0o555)).unwrap();
        Self { world }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let folder = self.world.path(".");
        let mut command = Command::new(self.world.path("program"));
        command.args(arguments).env_clear().current_dir(&folder);
        if fs::metadata(&folder).unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        loop {
            match command.output() {
                // A process that another test has just begun still holds the copy.
                Err(error) if error.kind() == ErrorKind::ExecutableFileBusy => thread::yield_now(),
                output => return output.unwrap(),
            }
        }
    }

    fn ends_with(&self, arguments: &[&str], exit: Exit) -> String {
        let output = self.run(arguments);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            output.status.code(),
            Some(i32::from(exit.code())),
            "{arguments:?}: {complaint}"
        );
        let data = String::from_utf8(output.stdout).unwrap();
        if exit == Exit::Done { data } else { complaint }
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.world.path(".")).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Medium {
    fn drop(&mut self) {
        // So that the folder can be cleared away.
        let _ = fs::set_permissions(self.world.path("."), Permissions::from_mode(0o755));
    }
}

#[test]
fn a_desk_on_a_read_only_medium_can_be_read_whole() {
    let medium = Medium::of(World::with_verdict());
    let claim = medium.ends_with(&["claim", "show", "1"], Exit::Done);
    assert!(claim.contains("1932"), "{claim}");
    for arguments in [
        &["article", "list"][..],
        &["audit", "verify"],
        &["log"],
        &["stats"],
        &["search", "bridge *ridg*"],
        &["doctor"],
        &["report", "1"],
    ] {
        medium.ends_with(arguments, Exit::Done);
    }
}

#[test]
fn a_desk_on_a_read_only_medium_refuses_a_change_and_stays_as_it_is() {
    let medium = Medium::of(World::with_verdict());
    let (desk, files) = (bytes(&medium.world.desk()), medium.files());
    let verdict = ["verdict", "add", "1", "true", "--because", "No."];
    let complaint = medium.ends_with(&verdict, Exit::ReadOnly);
    assert!(
        complaint.contains("can be read but not written"),
        "{complaint}"
    );
    assert_eq!(bytes(&medium.world.desk()), desk);
    assert_eq!(medium.files(), files);
}

/// Without its log the desk would show what was true before the last changes.
#[test]
fn a_desk_whose_log_can_t_be_read_is_refused_rather_than_shown_out_of_date() {
    let world = World::with_verdict();
    let open = sql::open(&world.desk());
    assert_eq!(sql::number(&open, "SELECT count(*) FROM verdicts"), 1);
    world.judge_true("It is in the log.", &[]).done();
    let left = World::new();
    for name in ["claimdesk.db", "claimdesk.db-wal"] {
        left.write(name, bytes(&world.path(name)));
    }
    let medium = Medium::of(left);
    medium.ends_with(&["claim", "show", "1"], Exit::CantOpen);
}

#[test]
fn a_desk_whose_rights_were_taken_away_is_told_as_such_and_stays_as_it_is() {
    let medium = Medium::of(World::with_verdict());
    let desk = medium.world.desk();
    let before = bytes(&desk);
    fs::set_permissions(&desk, Permissions::from_mode(0o000)).unwrap();
    for arguments in [&["claim", "list"][..], &["comment", "add", "1", "No."]] {
        let complaint = medium.ends_with(arguments, Exit::CantOpen);
        assert!(complaint.contains("permissions"), "{complaint}");
    }
    fs::set_permissions(&desk, Permissions::from_mode(0o644)).unwrap();
    assert_eq!(bytes(&desk), before);
    medium.ends_with(&["claim", "list"], Exit::Done);
}
