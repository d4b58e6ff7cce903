//! Rebuilds the program when a file of the law changes: the files are built into it.

fn main() {
    println!("cargo::rerun-if-changed=schemas");
}
