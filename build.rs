//! Rebuilds the program when a file of the law changes: the files are built into it.
#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=schemas");
}
