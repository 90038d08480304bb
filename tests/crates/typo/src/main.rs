//! The compiler is to stop at the code below, and to name it.

fn main() {
    println!("{}", errcat::code!("CSBS.6O19"));
}
